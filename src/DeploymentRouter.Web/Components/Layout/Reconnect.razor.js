// Says in our words what Blazor knows about the lost connection. The rest of the page is inert meanwhile: typing into it would be lost.
const box = document.getElementById("components-reconnect-modal");
const title = document.getElementById("lost-title");

box.addEventListener("cancel", e => e.preventDefault());
box.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
  if (state === "show" || state === "paused") {
    const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    title.textContent = state === "paused" ? `Paused at ${at}.` : `Connection lost at ${at}.`;
    if (!box.open) box.showModal();
  } else if (state === "hide") {
    box.close();
  } else if (state === "failed") {
    document.addEventListener("visibilitychange", whenSeen);
  } else if (state === "rejected") {
    location.reload();
  }
});
document.getElementById("lost-again").addEventListener("click", again);
document.getElementById("lost-resume").addEventListener("click", () => resume());

async function whenSeen() {
  if (document.visibilityState === "visible") await again();
}

async function again() {
  document.removeEventListener("visibilitychange", whenSeen);
  try {
    // False: the server answers but no longer knows this page.
    if (!await Blazor.reconnect()) await resume();
  } catch {
    document.addEventListener("visibilitychange", whenSeen);
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) box.close(); else location.reload();
  } catch {
    box.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}
