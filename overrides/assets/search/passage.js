// The passage of a page that a result shows, and the words in it that were asked for.

import { fold } from "./words.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const SECOND = /\u0002(\d+) /g; // before what is said from that second on

// `text` in parts: [text, whether it was asked for].
export function marked(text, words, stem) {
  const terms = new Set(words.flatMap((word) => [...word.terms.values()].flatMap(({ term }) => [term.text, ...term.forms])));
  const last = words.find((word) => word.last)?.text;
  const parts = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const folded = fold(written);
    if (!terms.has(stem(folded)) && !(last?.length > 1 && folded.startsWith(last))) continue;
    if (index > end) parts.push([text.slice(end, index), false]);
    parts.push([written, true]);
    end = index + written.length;
  }
  if (end < text.length) parts.push([text.slice(end), false]);
  return parts;
}

// The place where most is said of `words`: the first of those where the rarest ones stand.
function bestPlace(page, words) {
  const places = new Map();
  for (const { scores, rarity } of words) {
    const place = scores.get(page)?.place ?? -1;
    if (place >= 0) places.set(place, (places.get(place) ?? 0) + rarity);
  }
  return [...places].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

// What to show of a page: `most` passages of it.
export async function bestPassage(index, page, words, most) {
  const count = Math.min(most, index.passages(page));
  if (!count) return { parts: [], second: null };
  const place = Math.min(bestPlace(page, words), index.passages(page) - count);
  const written = (await index.passage(page, place, count)).replace(/[ \n\r\t]+/g, " "); // but no space that keeps words together
  const seconds = [...written.matchAll(SECOND)].map((mark) => ({ second: Number(mark[1]), at: mark.index, mark: mark[0] }));
  let second = null;
  if (seconds.length && words.length) {
    const from = seconds.find(({ at, mark }, n) => {
      const said = written.slice(at + mark.length, seconds[n + 1]?.at);
      return marked(said, words, index.stem).some(([, isMatch]) => isMatch);
    });
    second = (from ?? seconds[0]).second;
  }
  const text = written.replace(SECOND, "");
  const parts = marked(text, words, index.stem);
  if (place > 0 && !/^[\p{Lu}\p{N}"„“]/u.test(text)) parts.unshift(["… ", false]);
  if (place < index.passages(page) - count && !/[.!?…:]["“”]?$/.test(text)) parts.push([" …", false]);
  return { parts, second };
}
