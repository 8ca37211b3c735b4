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

  // What scrolls sideways must be reachable from the keyboard, in a window made narrow later too.
  const reach = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const code of document.querySelectorAll(".md-typeset pre > code")) reach.observe(code);
})();
