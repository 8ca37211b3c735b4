// Words that a mistyped one may stand for.

import { fold } from "./words.js";

const SHORT = 5; // letters of a stem that says enough alone: many words are near a shorter one
const LONGER = 6; // letters that a word may have more or less than the one meant
const MOST = 4; // words that are as near

// Changed, missing, needless and swapped letters from `from` to `to` and to each beginning of `to`.
function distances(from, to) {
  let before = [];
  let row = Array.from({ length: to.length + 1 }, (_, n) => n);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    [before, row] = [row, next];
  }
  return row;
}

// How far the query's `word` is from a form of the index: as a whole, by its stem, or by its stem with any ending.
// Few people mistype the first letter: where it differs, the rest has to be nearer, and what follows the stem counts.
function distance(word, stemmed, form, stem) {
  const whole = distances(form, word)[word.length];
  if (stem.length < SHORT) return whole;
  const stems = distances(stem, stemmed)[stemmed.length] + 0.2;
  if (stem[0] !== word[0]) return Math.min(whole, stems) + 0.3;
  const begun = distances(stem, word).map((away, length) => Math.max(1, away) + (1 + word.length - length) / 10);
  return Math.min(whole, stems, ...begun);
}

// Terms, the nearest first, each as it is written (`form`) and what it is `worth`; none where none is near.
export async function correct(index, word) {
  if (word.length < 4 || /\d/.test(word)) return [];
  const most = word.length < 7 ? 1.3 : 2.3;
  const stemmed = index.stem(word);
  const tried = new Set();
  for (const letter of [word[0], word[1], ""]) {
    if (!letter && index.formFiles > 8) break;
    const found = [];
    for (const form of await index.forms(letter)) {
      if (tried.has(form)) continue;
      tried.add(form);
      const folded = fold(form);
      if (Math.abs(folded.length - word.length) > LONGER) continue;
      const text = index.stem(folded);
      const away = distance(word, stemmed, folded, text);
      if (away <= most) found.push({ text, form, away, worth: 0.8 / (1 + away) });
    }
    found.sort((one, other) => one.away - other.away);
    if (found.length) return found.filter(({ away }) => away < found[0].away + 0.25).slice(0, MOST);
  }
  return [];
}
