// What a person chose for this browser. Read by the server from cookies, so that a page is right from its first byte.
(() => {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const remember = (name, value) => document.cookie = `router.${name}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  const forDevice = () => device.matches ? "system-dark" : "system-light";

  const followDevice = () => { if (!root.dataset.theme) remember("theme", forDevice()); };
  followDevice();
  device.addEventListener("change", followDevice);

  window.preferences = {
    theme(name) {
      if (name === "system") delete root.dataset.theme; else root.dataset.theme = name;
      remember("theme", name === "system" ? forDevice() : name);
      return name === "dark" || name === "system" && device.matches;
    },
    keys(on) {
      root.dataset.keys = on ? "on" : "off";
      remember("keys", root.dataset.keys);
    },
  };
})();
