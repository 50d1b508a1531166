// The few things that a page should do without asking the server.
(() => {
  const typing = at => at.closest?.("input, textarea, select, [contenteditable=true]");

  document.addEventListener("keydown", e => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    if (document.documentElement.dataset.keys === "off" || document.querySelector("dialog[open], .mud-dialog")) return;
    const find = [...document.querySelectorAll(".find input")].find(input => input.checkVisibility());
    if (!find) return;
    e.preventDefault();
    find.select();
    find.focus();
  });

  document.addEventListener("click", e => {
    // The base address would turn "#id" into a link to the start page.
    const jump = e.target.closest("a[data-focus]");
    if (jump) {
      e.preventDefault();
      document.getElementById(jump.dataset.focus)?.focus();
    }
    const copy = e.target.closest("[data-copy]");
    if (copy) copyText(copy);
    const chosen = e.target.closest("[popover] a");
    if (chosen) chosen.closest("[popover]").hidePopover();
  }, true);

  // The clipboard is there only on https and localhost; elsewhere a selection is copied, as browsers always could.
  async function copyText(button) {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const label = button.querySelector("[aria-live]");
    if (!label || label.dataset.said) return;
    const said = label.dataset.said = label.textContent;
    label.textContent = "Copied";
    setTimeout(() => { label.textContent = said; delete label.dataset.said; }, 2000);
  }

  // An act may take its own button off the page: then the keyboard goes on where it says what is next.
  window.keepFocus = id => requestAnimationFrame(() => {
    if (document.activeElement === document.body || !document.activeElement) document.getElementById(id)?.focus({ preventScroll: true });
  });
})();
