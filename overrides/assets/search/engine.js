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
const OTHER = 0.9; // what a word is worth by a stem that it may have
const PREFIX = 0.6; // what a word is worth that only begins as the query's last one
const MANY = 4; // files of terms that the beginning of a word may be looked for in
const FEW = 3; // pages, when it's worth looking for more
const CROWD = 15; // results that are shown with less of their texts
const MORE = 10; // pages after that

export async function openIndex(folder) {
  let index = await openFiles(folder, "no-cache");
  return {
    async find(query, choice) {
      try {
        return await find(index, query, choice);
      } catch (error) {
        if (!error.gone) throw error;
        index = await openFiles(folder, "reload"); // the site has been published anew since
        return find(index, query, choice);
      }
    },
  };
}

async function find(index, query, { kind = "", topic = "", year = "", perKind = 3, skip = 0 } = {}) {
  const allowed = await filter(index, { kind, topic, year });
  const words = [...new Set(split(fold(String(query))))].slice(0, WORDS).map((word) => word.slice(0, LONGEST));
  if (!words.length) return results(index, kind || topic || year ? newest(index, allowed) : [], [], "", perKind, skip);
  const telling = words.filter((text) => !index.stop.has(text));
  const needed = telling.length ? telling : words;
  const asked = await Promise.all(needed.map((text) => ask(index, text, text === words.at(-1))));
  const { found, corrected, words: meant } = await match(index, asked, allowed, words);
  return results(index, found, meant, corrected, perKind, skip);
}

// What the index knows of a word of the query: the terms that it stands for, each with how much it is worth.
async function ask(index, text, last) {
  const terms = new Map();
  const stems = [index.stem(text), ...index.otherStems(text)];
  const found = await Promise.all(stems.map((stem) => index.term(stem)));
  found.forEach((term, at) => {
    if (term && !terms.has(term.text)) terms.set(term.text, { term, worth: at ? OTHER : 1 });
  });
  if (last && text.length > 1 && !index.stop.has(text)) {
    for (const term of await index.beginning(text, MANY)) {
      if (!terms.has(term.text)) terms.set(term.text, { term, worth: PREFIX * (text.length / term.text.length) });
    }
  }
  return word(index, text, terms, last);
}

// A word with its score in each page: BM25's, the weightiest of its terms counts; and the place of the text to show.
function word(index, text, terms, last) {
  const scores = new Map();
  const rarity = Math.min(...[...terms.values()].map(({ term }) => rarityOf(index, term.pages.length)));
  for (const { term, worth, unsure = false } of terms.values()) {
    term.pages.forEach((page, at) => {
      const level = term.weights[at] % LEVELS;
      const score = worth * rarity * (FIELD[(term.weights[at] - level) / LEVELS] + level * LEVEL);
      const known = scores.get(page);
      const place = level ? term.places[at] : -1;
      if (!known) scores.set(page, { score, place, unsure });
      else {
        if (known.place < 0 || (place >= 0 && score > known.score)) known.place = place;
        known.score = Math.max(known.score, score);
        known.unsure &&= unsure;
      }
    });
  }
  return { text, terms, scores, last, rarity };
}

const rarityOf = (index, pages) => Math.log(1 + (index.count - pages + 0.5) / (pages + 0.5));

// The pages that have all words. Where they are few, words that few pages have may be mistyped, and pages count too
// that have only some of the words, after the others.
async function match(index, words, allowed, written) {
  const found = ranked(index, words, allowed, words.length);
  if (found.length >= FEW) return { found, corrected: "", words };
  const meant = new Map();
  const tolerant = await Promise.all(words.map(async (one) => {
    const near = one.scores.size < FEW ? await correct(index, one.text) : [];
    const terms = new Map(one.terms);
    for (const { text, worth } of near) {
      const term = terms.has(text) ? null : await index.term(text);
      if (term) terms.set(text, { term, worth, unsure: one.scores.size > 0 });
    }
    if (near.length && !one.scores.size) meant.set(one.text, near[0].form);
    return word(index, one.text, terms, one.last);
  }));
  const corrected = meant.size ? written.map((text) => meant.get(text) ?? text).join(" ") : "";
  const all = ranked(index, tolerant, allowed, words.length);
  for (let least = words.length - 1; least > 0 && all.length < FEW; least--) {
    const known = new Set(all.map(({ page }) => page));
    const some = ranked(index, tolerant, allowed, least).filter(({ page }) => !known.has(page));
    all.push(...(known.size ? some.slice(0, MORE - known.size) : some));
  }
  return { found: all, corrected, words: tolerant };
}

// The allowed pages that have at least `least` of `words`: those with most of them first, then those that have them as
// they are written, then the best, of equal ones the newest.
function ranked(index, words, allowed, least) {
  const sums = new Map();
  for (const { scores } of words) {
    for (const [page, { score, unsure }] of scores) {
      if (!allowed(page)) continue;
      const sum = sums.get(page) ?? { page, score: 0, words: 0, sure: 0 };
      sum.score += score;
      sum.words += 1;
      sum.sure += unsure ? 0 : 1;
      sums.set(page, sum);
    }
  }
  return [...sums.values()].filter((sum) => sum.words >= least).sort((one, other) => (
    other.words - one.words || other.sure - one.sure || other.score - one.score || one.page - other.page
  ));
}

async function filter(index, { kind, topic, year }) {
  const onTopic = topic ? new Set((await index.topics())[topic] ?? []) : null;
  return (page) => (!kind || index.kindOf(page) === kind) && (!year || index.yearOf(page) === year)
    && (!onTopic || onTopic.has(page));
}

const newest = (index, allowed) => Array.from({ length: index.count }, (_, page) => ({ page, score: 0 }))
  .filter(({ page }) => allowed(page));

async function results(index, found, words, corrected, perKind, skip) {
  const kinds = new Map();
  for (const one of found) {
    const kind = index.kindOf(one.page);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(one);
  }
  const groups = [...kinds].map(([kind, all]) => ({ kind, total: all.length, shown: all.slice(skip, skip + perKind) }));
  const passages = groups.reduce((sum, { shown }) => sum + shown.length, 0) > CROWD ? 1 : 2;
  return {
    total: found.length,
    corrected,
    groups: await Promise.all(groups.map(async ({ kind, total, shown }) => ({
      kind,
      total,
      results: await Promise.all(shown.map((one) => result(index, kind, one, words, passages))),
    }))),
  };
}

async function result(index, kind, { page, score }, words, passages) {
  const [[title, url, date], passage] = await Promise.all([
    index.record(page), bestPassage(index, page, words, passages),
  ]);
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
