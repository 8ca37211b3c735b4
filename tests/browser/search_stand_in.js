// A little engine in the place of overrides/assets/search/engine.js, for tests of what stands around it. It finds
// pages whose words begin as the query's do, and knows one mistyped word. A test may hold
// the answer to a query until it releases it, or make all fail.
const ARTICLE = "/clanky/tri-linie/";
const EPISODE = "/podcast/co-je-kompetencni-centrum/";
const many = (count, page) => Array.from({ length: count }, (_, n) => page(n + 1));
const PAGES = [
  ...many(12, (n) => ({
    kind: "articles", topic: n % 2 ? "housing" : "debts", date: `${n < 3 ? 2025 : 2026}-03-${String(n).padStart(2, "0")}`,
    url: `${ARTICLE}?${n}`, title: `Bydlení ${n}`, text: n === 1 ? "Jediný pár slov" : n === 2 ? "Jiný pár slov" : "Slova",
  })),
  ...many(4, (n) => ({
    kind: "episodes", topic: "housing", date: `2026-04-0${n}`, url: `${EPISODE}#t=${61 * n}`, second: 61 * n,
    title: `Díl ${n}`, text: "Mluvíme o tom, co je bydlení.",
  })),
  { kind: "people", topic: "", date: "", url: "/lide/veronika-aresta/", title: "Bydlící člověk", text: "Píše o bydlení." },
];
const MISTYPED = { bidleni: "bydlení", nnic: "bydlení" };

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const begins = (text, word) => fold(text).split(/[^a-z0-9]+/).some((other) => other.startsWith(word));
const marked = (text, word) =>
  text.split(/(?<= )|(?= )/).map((piece) => [piece, word !== "" && fold(piece).startsWith(word)]);

const held = new Map(); // what the answers to queries wait for
globalThis.engine = {
  asked: [], answered: [], opened: [], fails: false,
  hold(query) { held.set(query, Promise.withResolvers()); },
  release(query) { held.get(query).resolve(); },
};

export async function openIndex(folder) {
  globalThis.engine.opened.push(folder);
  if (globalThis.engine.fails) throw new TypeError("Failed to fetch");
  return { find };
}

async function find(query, { kind = "", topic = "", year = "", perKind = 3, skip = 0 } = {}) {
  globalThis.engine.asked.push(query);
  await held.get(query)?.promise;
  globalThis.engine.answered.push(query);
  if (globalThis.engine.fails) throw new TypeError("Failed to fetch");
  const corrected = MISTYPED[query] ?? "";
  const word = fold(corrected || query);
  const found = query === "nnic" ? [] : PAGES.filter((page) =>
    (!word || begins(`${page.title} ${page.text}`, word)) && (!kind || page.kind === kind)
    && (!topic || page.topic === topic) && (!year || page.date.startsWith(year)));
  const groups = [...new Set(found.map((page) => page.kind))].map((name) => {
    const own = found.filter((page) => page.kind === name);
    const results = own.slice(skip, skip + perKind).map(({ url, title, date, text, second = null }) =>
      ({ url, title: marked(title, word), kind: name, date, passage: marked(text, word), second }));
    return { kind: name, total: own.length, results };
  });
  return { total: found.length, corrected, groups };
}
