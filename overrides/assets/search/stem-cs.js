// Snowball's Czech stemmer (https://snowballstem.org/, version 3.1), as it treats words without diacritics.
// The algorithm is © 2001 Martin Porter, 2004–2005 Richard Boulton, 2006–2025 Olly Betts, under the BSD licence (3-clause).
const START = /^(?:[aeiouy]|[^aeiouy][^aeiouylr]*[aeiouylr])[aeiouy]*[^aeiouy]/;
const ENDING = /(?:a(?:ma|ta|t|ty|tech)?|e(?:b|c|te|ch|mi|ti|k|m|tem|t|v)?|ami|ovi|mi|i|ou?|us|u|y)$/;
const ENDINGS = [...Array(5).keys()].map((n) => 5 - n);

const palatalised = (stem) => (/c$/.test(stem) && !/(?:n|av|ov)c$/.test(stem) ? `${stem.slice(0, -1)}k` : stem);

// What is left of `stem` when its case `ending` is taken off; null where it has to stay.
function without(stem, ending) {
  switch (ending) {
    case "e": case "ech": case "emi": case "em": case "i":
      return palatalised(stem);
    case "ete": case "eti": case "etem":
      return /(?:[^t]l|^l|[^e]s|^s)$/.test(stem) ? stem : `${stem}et`;
    case "eb":
      return /[^aeiouy]$/.test(stem) ? `${stem}b` : null;
    case "ec":
      return /[^aeiouy]$/.test(stem) ? palatalised(`${stem}c`) : null;
    case "ek":
      return /[^aeiouy]$/.test(stem) && !/(?:obl|sn|dot)$/.test(stem) ? `${stem}k` : null;
    case "et":
      return /(?:uc|h|ok|kar)$/.test(stem) ? `${stem}t` : null;
    case "ev":
      return /[hknrtz]$/.test(stem) ? `${stem}v` : null;
    default:
      return stem;
  }
}

export function stem(word) {
  if (word.length < 3) return word;
  const start = Math.max(3, START.exec(word)?.[0].length ?? word.length);
  for (const length of ENDINGS) {
    const ending = word.slice(-length);
    if (word.length - length < start || ENDING.exec(ending)?.[0] !== ending) continue;
    word = without(word.slice(0, -length), ending) ?? word;
    break;
  }
  if (word.length - 2 >= start && /(?:in|ov)$/.test(word)) {
    const shorter = word.slice(0, -2);
    return word.endsWith("in") ? palatalised(shorter) : shorter;
  }
  return word;
}

// Other stems that a folded `word` may have: of endings that Snowball knows only by their diacritics, and of Praze.
export function otherStems(word) {
  const soft = word.replace(/(?:ich|imi?|iho|imu)$/, "i");
  const hard = word.replace(/(?:ach|[au]m|ych|ymi?|eho|emu|ove)$/, "y");
  const found = [soft, hard].filter((other) => other !== word && other.length > 3).map(stem);
  const back = /z(?:e|i|ich)$/.test(word) ? [stem(word.replace(/z(?:e|i|ich)$/, "hy"))] : [];
  return [...found, ...back];
}
