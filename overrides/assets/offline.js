// What the device has kept (sw.js), the newest first, each page under its language. Never leaves the device.
(async ({ kept }) => {
  const cache = await caches.open(kept);
  const pages = (await cache.keys()).reverse();
  for (const request of pages) {
    const html = await (await cache.match(request)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const list = document.querySelector(`[data-kept="${page.documentElement.lang}"]`);
    if (!list || page.querySelector("[http-equiv=refresh], [data-kept]")) continue; // leads on, or is this page
    const link = Object.assign(document.createElement("a"), {
      href: request.url,
      textContent: page.querySelector("h1")?.textContent.trim() || page.title,
    });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
    list.parentNode.hidden = false;
  }
  for (const button of document.querySelectorAll("[data-again]")) {
    button.hidden = false;
    button.addEventListener("click", () => location.reload());
  }
})(document.currentScript.dataset);
