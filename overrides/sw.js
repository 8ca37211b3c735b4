// A copy of what was opened, kept on the reader's device: it can be read again without a connection.
// Pages come from the network while it answers, so that nobody reads an old one; audio and feeds are never kept.
const BASE = {{ chrome.base_url|tojson }};
{% if preview %}
// A preview shows what was just saved: it takes away what an earlier visit kept.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(`${BASE} `)) await caches.delete(name);
  await self.registration.unregister();
})()));
{% else %}
const PAGES = `${BASE} pages`;
const ASSETS = `${BASE} assets`;
const OFFLINE = `${BASE} offline {{ assets.version }}`; // a new name with each change of a stylesheet or a script
const OFFLINE_PAGE = `${BASE}offline.html`;
const NEEDED = [OFFLINE_PAGE, ...{{ (assets.stylesheets + (asset("dark.css"), asset("site.js"), asset("offline.js")))|list|tojson }}];
const MOST_PAGES = 60;
const MOST_ASSETS = 200;
const PATIENCE = 4000; // ms, after which a kept page is better than waiting

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(OFFLINE).then((cache) => cache.addAll(NEEDED)));
});

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${BASE} `) && ![PAGES, ASSETS, OFFLINE].includes(name)) await caches.delete(name);
  }
})()));

// Keeps `response` as the newest in its cache, out of which the oldest go.
const keep = async (name, url, response, most) => {
  if (!response.ok || response.redirected) return;
  const cache = await caches.open(name);
  await cache.delete(url);
  await cache.put(url, response);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - most))) await cache.delete(old);
};
const isPage = (response) => response.headers.get("Content-Type")?.startsWith("text/html");
const keepPage = (url, response) => isPage(response) && keep(PAGES, pathOf(url), response, MOST_PAGES);
const keepAsset = (url, response) => keep(ASSETS, url, response, MOST_ASSETS);
const pathOf = (url) => new URL(url).pathname; // what stands after it changes nothing in a page

const page = async (network, url) => {
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const answer = await Promise.race([network.catch(() => null), late]);
  const kept = answer ?? await (await caches.open(PAGES)).match(pathOf(url));
  return kept ?? network.catch(() => caches.match(OFFLINE_PAGE));
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { url, destination } = request;
  const { origin, pathname, searchParams } = new URL(url);
  const isOurs = origin === self.location.origin && pathname.startsWith(BASE);
  if (request.method !== "GET" || !isOurs || request.headers.has("Range")) return;
  if (request.mode === "navigate") {
    if (destination !== "document") return;
    const network = fetch(request);
    event.waitUntil(network.then((answer) => keepPage(url, answer.clone()), () => { /* no connection */ }));
    event.respondWith(page(network, url));
  } else if (["style", "script", "image", "font"].includes(destination)) {
    // What has its digest in the address never changes. Other pictures and fonts are shown as they were and renewed
    // meanwhile; other styles and scripts come from the network while it answers, as the pages that they belong to.
    const isPicture = ["image", "font"].includes(destination);
    const found = caches.match(request);
    const network = found.then((kept) => {
      if (kept && searchParams.has("v")) return kept;
      return fetch(request, isPicture || searchParams.has("v") ? {} : { cache: "no-cache" }).then((answer) => {
        event.waitUntil(keepAsset(url, answer.clone()));
        return answer;
      });
    });
    event.waitUntil(network.catch(() => { /* no connection */ }));
    event.respondWith(found.then((kept) => (kept && isPicture ? kept : network.catch(() => kept ?? Response.error()))));
  }
});

// The page that was open before this worker began, and what it had loaded.
self.addEventListener("message", (event) => {
  const [opened, ...loaded] = event.data;
  const get = (url, store) => fetch(url).then((answer) => store(url, answer), () => { /* no connection */ });
  event.waitUntil(Promise.all([get(opened, keepPage), ...loaded.map((url) => get(url, keepAsset))]));
});
{% endif %}
