// The search without a page: asks the index (site_builder/search) for what a query needs, and ranks what it finds.
//
//   const engine = await openIndex("/hledat/index/");
//   const { total, corrected, groups } = await engine.find("dluhy", { kind: "articles" });

import { correct } from "./correct.js";
import { openFiles } from "./files.js";
import { bestPassage, marked } from "./passage.js";
import { fold, split } from "./words.js";

const LEVELS = 8; // of the text, no text included; the fields above it are worth:
const FIELD = [0, 0.7, 1.3, 2.6, 3.4]; // text, heading, description or keyword, title, short title
const LEVEL = 2.2 / (LEVELS - 1);
const WORDS = 12; // of a query; the rest is left out
const LONGEST = 40; // letters of a word
const PREFIX = 0.6; // what a word is worth that only begins as the query's last one
const MANY = 8; // files of terms that the beginning of a word may be looked for in
const FEW = 3; // pages that have a word, when it may be a mistake nevertheless

export async function openIndex(folder) {
  let opened = openFiles(folder);
  let index = await opened;
  return {
    async find(query, choice = {}) {
      try {
        return await find(index, query, choice);
      } catch (error) {
        if (!error.gone) throw error;
        opened = openFiles(folder); // the site has been published anew since
        index = await opened;
        return find(index, query, choice);
      }
    },
  };
}

async function find(index, query, { kind = "", topic = "", year = "", perKind = 3, skip = 0 } = {}) {
  const allowed = await filter(index, { kind, topic, year });
  const words = [...new Set(split(fold(String(query))))].slice(0, WORDS).map((word) => word.slice(0, LONGEST));
  if (!words.length) return results(index, kind || topic || year ? newest(index, allowed) : [], [], "", perKind, skip);
  const asked = await Promise.all(words.map((text, number) => ask(index, text, number === words.length - 1)));
  const telling = asked.filter((word) => !index.stop.has(word.text));
  const needed = telling.length ? telling : asked;
  const { found, corrected } = await match(index, needed, allowed, words);
  return results(index, found, needed, corrected, perKind, skip);
}

// What the index knows of a word of the query: the terms that it stands for, each with how much it is worth.
async function ask(index, text, last) {
  const own = index.stem(text);
  const exact = await index.term(own);
  const terms = new Map(exact ? [[own, { term: exact, worth: 1 }]] : []);
  if (last && text.length > 1) {
    for (const term of await index.beginning(text, MANY)) {
      if (!terms.has(term.text)) terms.set(term.text, { term, worth: PREFIX * (text.length / term.text.length) });
    }
  }
  return word(index, text, terms, last);
}

// A word with its score in each page: BM25's, the weightiest of its terms counts.
function word(index, text, terms, last) {
  const scores = new Map();
  let rarity = Infinity;
  for (const { term } of terms.values()) rarity = Math.min(rarity, rarityOf(index, term.pages.length));
  for (const { term, worth } of terms.values()) {
    term.pages.forEach((page, at) => {
      const weight = term.weights[at];
      const level = weight % LEVELS;
      const score = worth * rarity * (FIELD[(weight - level) / LEVELS] + level * LEVEL);
      const known = scores.get(page);
      if (!known || known.score < score) {
        scores.set(page, { score, place: level ? term.places[at] : known?.place ?? -1 });
      } else if (known.place < 0 && level) known.place = term.places[at];
    });
  }
  return { text, terms, scores, last, rarity };
}

const rarityOf = (index, pages) => Math.log(1 + (index.count - pages + 0.5) / (pages + 0.5));

// All words; where no page has them all, corrected ones; where none has those either, some of them.
async function match(index, words, allowed, written) {
  const found = ranked(index, words, allowed, words.length);
  if (found.length) return { found, corrected: "" };
  const corrections = new Map();
  await Promise.all(words.map(async (wrong, number) => {
    if (wrong.scores.size >= FEW) return;
    const meant = await correct(index, wrong.text);
    const terms = new Map(wrong.terms);
    for (const { text, worth } of meant) {
      const term = await index.term(text);
      if (term && !terms.has(text)) terms.set(text, { term, worth });
    }
    if (terms.size === wrong.terms.size) return;
    corrections.set(wrong.text, meant[0].form);
    words[number] = word(index, wrong.text, terms, false);
  }));
  const corrected = corrections.size ? written.map((text) => corrections.get(text) ?? text).join(" ") : "";
  for (let least = words.length; least > 0; least--) {
    const some = ranked(index, words, allowed, least);
    if (some.length) return { found: some, corrected };
  }
  return { found: [], corrected: "" };
}

// The allowed pages that have at least `least` of `words`, the best first, of equal ones the newest.
function ranked(index, words, allowed, least) {
  const sums = new Map();
  for (const { scores } of words) {
    for (const [page, { score }] of scores) {
      if (!allowed(page)) continue;
      const sum = sums.get(page) ?? { page, score: 0, words: 0 };
      sum.score += score;
      sum.words += 1;
      sums.set(page, sum);
    }
  }
  const found = [...sums.values()].filter((sum) => sum.words >= least);
  for (const sum of found) sum.score *= sum.words / words.length;
  return found.sort((one, other) => other.score - one.score || one.page - other.page);
}

async function filter(index, { kind, topic, year }) {
  const onTopic = topic ? new Set((await index.topics())[topic] ?? []) : null;
  return (page) => (!kind || index.kindOf(page) === kind) && (!year || index.yearOf(page) === year)
    && (!onTopic || onTopic.has(page));
}

const newest = (index, allowed) => Array.from({ length: index.count }, (_, page) => ({ page, score: 0 }))
  .filter(({ page }) => allowed(page));

async function results(index, found, words, corrected, perKind, skip) {
  const groups = new Map();
  for (const one of found) {
    const kind = index.kindOf(one.page);
    if (!groups.has(kind)) groups.set(kind, []);
    groups.get(kind).push(one);
  }
  return {
    total: found.length,
    corrected,
    groups: await Promise.all([...groups].map(async ([kind, pages]) => ({
      kind,
      total: pages.length,
      results: await Promise.all(pages.slice(skip, skip + perKind).map((one) => result(index, kind, one, words))),
    }))),
  };
}

async function result(index, kind, { page, score }, words) {
  const [[title, url, date], passage] = await Promise.all([index.record(page), bestPassage(index, page, words)]);
  const { second } = passage;
  return {
    url: second === null ? url : `${url}#t=${second}`,
    title: marked(title, words, index.stem),
    kind,
    date,
    passage: passage.parts,
    second,
    score,
  };
}
