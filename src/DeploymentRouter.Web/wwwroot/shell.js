// The few things that a page should do without asking the server.
(() => {
  const typing = at => at.closest?.("input, textarea, select, [contenteditable=true]");

  const visible = selector => [...document.querySelectorAll(selector)].find(element => element.checkVisibility({ visibilityProperty: true }));

  // A key presses the button that names it; nothing can be done by key that no button does.
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const row = e.target.matches?.("[role=grid] tr") ? e.target : null;
    if (row && moveInGrid(row, e)) return;
    // Out of a field beside the grid, back to the row it is about.
    if (e.key === "Escape" && typing(e.target)) document.querySelector("[role=grid] tr[aria-selected=true]")?.focus();
    if (document.querySelector("dialog[open], .mud-dialog, [popover]:popover-open")) return;
    // And out of what was only begun.
    if (e.key === "Escape") visible("[data-escape]")?.click();
    if (typing(e.target)) return;
    if (document.documentElement.dataset.keys === "off") return;
    if (e.key === "/") {
      const find = visible(".find input");
      if (!find) return;
      e.preventDefault();
      find.select();
      find.focus();
    } else if (e.key.length === 1) {
      const button = visible(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
      // A key that is held down moves on, and does everything else once.
      if (!button || e.repeat && !button.dataset.move) return;
      e.preventDefault();
      button.click();
    }
  });

  // Rows of a grid: one is in the tab order, arrows move, Enter opens. No single letters, so these always work.
  const moveInGrid = (row, e) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[e.key];
    if (step) moveTo(row, step);
    else if (e.key === "Enter") (visible("[data-enter]") ?? row.querySelector("a"))?.click();
    else return false;
    e.preventDefault();
    return true;
  };

  const moveTo = (from, step) => {
    const rows = [...document.querySelectorAll("[role=grid] tr[tabindex]")];
    const to = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(from) + step))];
    if (!to) return;
    to.focus();
    // Not by the focus alone: the browser gives that back to a row which Blazor moves elsewhere.
    to.click();
    to.scrollIntoView({ block: "nearest" });
  };

  // For pages that share a component: Blazor moves the focus only when another component comes.
  window.shell = {
    closePopover: id => document.getElementById(id)?.hidePopover(),
    focus: id => requestAnimationFrame(() => {
      const target = id ? document.getElementById(id) : document.querySelector("main h1");
      if (target && target.tabIndex < 0) target.tabIndex = -1;
      target?.focus();
    }),
  };

  document.addEventListener("click", e => {
    // The second click of a double click may find another act's button where the first one found its own.
    if (e.detail > 1 && e.target.closest("button.btn")) {
      e.preventDefault();
      e.stopPropagation();
      return;
    }
    // The base address would turn "#id" into a link to the start page.
    const jump = e.target.closest("a[data-focus]");
    if (jump) {
      e.preventDefault();
      document.getElementById(jump.dataset.focus)?.focus();
    }
    const copy = e.target.closest("[data-copy]");
    if (copy) copyText(copy);
    const move = e.target.closest("[data-move]");
    if (move) moveTo(document.activeElement?.closest("[role=grid] tr") ?? document.querySelector("[role=grid] tr[aria-selected=true]"), Number(move.dataset.move));
    const chosen = e.target.closest("[popover] a");
    if (chosen) chosen.closest("[popover]").hidePopover();
  }, true);

  // The sentence of a figure gives way to Escape, until it is asked for again.
  document.addEventListener("keydown", e => {
    if (e.key === "Escape") for (const figure of document.querySelectorAll(".figure:is(:hover, :focus)")) figure.classList.add("quiet");
  });
  for (const left of ["pointerout", "focusout"])
    document.addEventListener(left, e => e.target.closest?.(".figure.quiet")?.classList.remove("quiet"));

  // The clipboard is there only on https and localhost, and may be forbidden; elsewhere a selection is copied, as browsers
  // always could. Where even that is forbidden, the text that is shown is selected, for whoever presses the button.
  async function copyText(button) {
    const text = button.dataset.copy;
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copySelected(text);
    button.focus();
    const shown = document.getElementById(button.dataset.copyShown);
    if (!copied && shown) getSelection().selectAllChildren(shown);
    sayOn(button, copied ? "Copied" : shown ? "Not allowed to copy. The text is selected" : "Not allowed to copy");
  }

  function copySelected(text) {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }

  function sayOn(button, words) {
    const label = button.querySelector("[aria-live]");
    if (!label || label.dataset.said) return;
    const said = label.dataset.said = label.textContent;
    label.textContent = words;
    setTimeout(() => { label.textContent = said; delete label.dataset.said; }, words.length < 20 ? 2000 : 8000);
  }

  // Somebody else signed in in another tab: this one would go on acting as the person before.
  const person = document.documentElement.dataset.person ?? "";
  const tabs = new BroadcastChannel("router.person");
  tabs.postMessage(person);
  tabs.onmessage = e => { if (e.data !== person) location.reload(); };

  // A dialog goes back to what opened it. Where an act has taken its own button off the page, the keyboard goes on where it
  // says what is next.
  let opener;
  document.addEventListener("focusin", e => { if (!e.target.closest(".mud-dialog-container, .mud-snackbar")) opener = e.target; });
  window.keepFocus = id => setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    (opener?.isConnected && opener.checkVisibility() ? opener : document.getElementById(id))?.focus({ preventScroll: true });
  }, 50);
})();
