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

  // Search lies over the page where it is asked for; all that it needs comes only then. The link leads to its page.
  const link = document.querySelector(".search-link");
  const field = document.querySelector(".page-search [type=search]");
  const search = () => {
    if (field) return field.focus();
    if (document.querySelector(".search-dialog[open]")) return; // what comes later would open it after an Escape
    import("./search/dialog.js").then((dialog) => dialog.open(link.href)).catch(() => { location.href = link.href; });
  };
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    search();
  });
  document.addEventListener("keydown", (event) => {
    const isShortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!link || !isShortcut || event.isComposing) return;
    event.preventDefault();
    search();
  });

  // A reader whose browser prefers another of the site's languages is told that the page is in it, until they choose
  // one themselves: by the switcher, by the hint or by its button. Nobody is sent anywhere.
  const hints = [...document.querySelectorAll(".language-hint")];
  const settle = () => {
    for (const hint of hints) hint.hidden = true;
    try { localStorage.setItem("language", "chosen"); } catch { /* then it comes again */ }
  };
  for (const choice of document.querySelectorAll(".languages a, .language-hint :is(a, button)"))
    choice.addEventListener("click", settle);
  let settled = false;
  try { settled = localStorage.getItem("language") !== null; } catch { /* storage is switched off */ }
  const wanted = navigator.languages.map((code) => code.split("-")[0]);
  const preferred = wanted.find((code) => code === document.documentElement.lang || hints.some((hint) => hint.lang === code));
  for (const hint of hints) hint.hidden = settled || hint.lang !== preferred;
  // Its button goes away with it: the keyboard goes on at the text.
  for (const button of document.querySelectorAll(".language-hint button"))
    button.addEventListener("click", () => document.getElementById("content").focus());

  // The page for missing pages begins with the language that the address was in.
  const missing = [...document.querySelectorAll(".missing")];
  const own = missing.filter((section) => location.pathname.startsWith(section.dataset.home)).pop();
  if (own) missing[0].before(own);

  // The table of contents stands open where it has a column of its own.
  const contents = document.querySelector(".contents details");
  if (contents && matchMedia("(min-width: 60em)").matches) contents.open = true;

  // The menu of a phone closes behind whoever leaves it by keyboard: it would lie over what they reach.
  const menu = document.getElementById("menu");
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.hidePopover?.();
  });

  // What scrolls sideways must be reachable from the keyboard, in a window made narrow later too.
  const reach = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const code of document.querySelectorAll(".md-typeset pre > code")) reach.observe(code);

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
