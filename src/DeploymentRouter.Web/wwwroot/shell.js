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
    const chosen = e.target.closest("[popover] a");
    if (chosen) chosen.closest("[popover]").hidePopover();
  }, true);
})();
