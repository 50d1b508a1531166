// Attaching files over plain HTTP: an upload goes on whatever becomes of the circuit, and the page shows the file by itself.
(() => {
  const atOnce = 2;
  const maxBytes = 20_000_000;
  const waiting = [];
  let running = 0;

  document.addEventListener("change", e => {
    if (!e.target.matches?.("[data-files]")) return;
    take(e.target.closest("[data-drop]"), [...e.target.files]);
    e.target.value = "";
  });

  // Wherever on the page a file falls that is not meant for anything, the browser would leave the page for it.
  const hasFiles = e => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
  const over = zone => document.querySelectorAll("[data-over]").forEach(one => { if (one !== zone) delete one.dataset.over; });
  document.addEventListener("dragover", e => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    const zone = e.target.closest?.("[data-drop]");
    e.dataTransfer.dropEffect = zone ? "copy" : "none";
    over(zone);
    if (zone) zone.dataset.over = "";
  });
  document.addEventListener("dragleave", e => { if (!e.relatedTarget) over(null); });
  document.addEventListener("drop", e => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    over(null);
    const zone = e.target.closest?.("[data-drop]");
    if (zone) take(zone, [...e.dataTransfer.files]);
  });

  const element = (name, props = {}, ...children) => {
    const one = Object.assign(document.createElement(name), props);
    one.append(...children);
    return one;
  };

  function take(zone, files) {
    for (const file of files) {
      const row = element("li", { className: "upload" });
      zone.querySelector("[data-uploads]").append(row);
      waiting.push({ file, row, to: zone.dataset.to });
      show(row, file, "Waiting");
    }
    next();
  }

  function next() {
    while (running < atOnce && waiting.length > 0) {
      running++;
      send(waiting.shift()).finally(() => { running--; next(); });
    }
  }

  function show(row, file, says, progress) {
    row.className = "upload";
    row.replaceChildren(element("b", { textContent: file.name }), progress ?? element("span"), element("p", { className: "meta", role: "status", textContent: says }));
  }

  function refuse(row, file, sentence, again) {
    row.className = "upload refused";
    const forget = element("button", { type: "button", className: "btn quiet", textContent: "Understood", onclick: () => row.remove() });
    const retry = again && element("button", { type: "button", className: "btn", textContent: "Try again", onclick: () => { show(row, file, "Waiting"); waiting.push(again); next(); } });
    row.replaceChildren(element("b", { textContent: file.name }), retry || forget, element("p", { role: "alert", textContent: sentence }));
  }

  function send(one) {
    const { file, row, to } = one;
    if (file.size > maxBytes) {
      refuse(row, file, "A file has at most 20 MB. Put it where the customer’s files are kept, and add a link to it.");
      return Promise.resolve();
    }
    return new Promise(done => {
      const progress = element("progress", { max: 100, value: 0 });
      progress.setAttribute("aria-label", `Sending ${file.name}`);
      show(row, file, "Sending", progress);
      const http = new XMLHttpRequest();
      http.open("POST", `${to}?name=${encodeURIComponent(file.name)}`);
      http.setRequestHeader("RequestVerificationToken", document.querySelector("#sign-out [name=__RequestVerificationToken]").value);
      http.upload.onprogress = e => { if (e.lengthComputable) progress.value = 100 * e.loaded / e.total; };
      http.onload = () => {
        if (http.status === 201) {
          show(row, file, "Attached");
          setTimeout(() => row.remove(), 1500);
        } else {
          refuse(row, file, sentenceOf(http), http.status >= 500 ? one : null);
        }
        done();
      };
      http.onerror = http.onabort = http.ontimeout = () => {
        refuse(row, file, "The connection was lost before all of it had arrived.", one);
        done();
      };
      http.setRequestHeader("Content-Type", "application/octet-stream");
      http.send(file);
    });
  }

  function sentenceOf(http) {
    try {
      return JSON.parse(http.responseText).sentence;
    } catch {
      return http.status === 413 ? "A file has at most 20 MB." : "It could not be stored. Nothing else is lost.";
    }
  }
})();
