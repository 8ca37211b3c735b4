// Comforts only: every page reads, plays and switches its language without this file.
(() => {
  // Light or dark: the system's choice unless the reader made one.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const colours = document.getElementById("dark-colours");
  const button = document.querySelector(".theme");
  let chosen = null;
  try { chosen = localStorage.getItem("theme"); } catch { /* storage is switched off */ }

  const isDark = () => (chosen ? chosen === "dark" : system.matches);
  const paint = () => {
    colours.media = isDark() ? "screen" : "not all";
    button.setAttribute("aria-pressed", isDark());
  };
  system.addEventListener("change", paint);
  button.addEventListener("click", () => {
    chosen = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", chosen); } catch { /* then it lasts for this page */ }
    paint();
  });
  button.hidden = false;
  paint();

  // The table of contents stands open where it has a column of its own.
  const contents = document.querySelector(".contents details");
  if (contents && matchMedia("(min-width: 60em)").matches) contents.open = true;

  // What scrolls sideways must be reachable from the keyboard.
  for (const wide of document.querySelectorAll(".md-typeset pre"))
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;

  // What was opened can be read again without a connection (sw.js); begun when the page has all it needs.
  const { worker } = document.currentScript.dataset;
  const { serviceWorker } = navigator;
  const begin = async () => {
    const isFirst = !serviceWorker.controller;
    await serviceWorker.register(worker);
    const { active } = await serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource")
      .filter((entry) => /^(css|img|link|script)$/.test(entry.initiatorType) && entry.name.startsWith(location.origin));
    if (isFirst) active.postMessage([location.href, ...loaded.map((entry) => entry.name)]);
  };
  if (worker && serviceWorker) {
    addEventListener("load", () => begin().catch(() => { /* the device keeps nothing */ }));
  }
})();
