// Snowball's English stemmer (https://snowballstem.org/, version 3.1), for words of letters and digits.
// The algorithm is © 2001 Martin Porter, 2004–2005 Richard Boulton, 2006–2025 Olly Betts, under the BSD licence (3-clause).
const WHOLE = {
  andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", early: "earli", gently: "gentl", howe: "howe",
  idly: "idl", news: "news", only: "onli", singly: "singl", skies: "sky", skis: "ski", sky: "sky", ugly: "ugli",
};
const START = /^(?:(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)|.*?[aeiouy][^aeiouy])/;
const SECOND = /^.*?[aeiouy][^aeiouy]/;
const SHORT = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;

const SECOND_STEP = {
  anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al", fulli: "ful", lessli: "less",
  ousli: "ous", entli: "ent", aliti: "al", biliti: "ble", iviti: "ive", tional: "tion", ational: "ate", alism: "al",
  ation: "ate", ization: "ize", izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
};
const THIRD_STEP = {
  icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion", ational: "ate", ful: "", ness: "",
};
const FOURTH_STEP = Object.fromEntries(
  "ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement".split(" ").map((end) => [end, ""]),
);

// The longest of `endings` that `word` ends in.
const longest = (word, endings) => {
  for (let length = Math.min(7, word.length); length > 1; length--) {
    const end = word.slice(-length);
    if (Object.hasOwn(endings, end)) return end;
  }
  return null;
};

function plural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /s$/.test(word) && !/[us]s$/.test(word) && /[aeiouy]/.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function verb(word, first) {
  const end = /(?:eedly|eed)$/.exec(word)?.[0];
  if (end) {
    const before = word.slice(0, -end.length);
    return before.length >= first && !/^(?:succ|proc|exc)$/.test(before) ? `${before}ee` : word;
  }
  const found = /(?:ed|edly|ing|ingly)$/.exec(word)?.[0];
  if (!found) return word;
  const before = word.slice(0, -found.length);
  if (found === "ing") {
    if (/^[^aeiouy]y$/.test(before)) return `${before[0]}ie`;
    if (/^(?:even|cann|inn|earr|herr|out)$/.test(before)) return word;
  }
  if (!/[aeiouy]/.test(before)) return word;
  if (/(?:at|bl|iz)$/.test(before)) return `${before}e`;
  if (/([bdfgmnprt])\1$/.test(before)) return /^[aeo]..$/.test(before) ? before : before.slice(0, -1);
  return before.length === first && SHORT.test(before) ? `${before}e` : before;
}

export function stem(word) {
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word];
  if (word.length < 3) return word;
  word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const first = START.exec(word)?.[0].length ?? word.length;
  const second = first + (SECOND.exec(word.slice(first))?.[0].length ?? word.length);
  word = verb(plural(word), first);
  if (/^.+[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;

  let end = longest(word, SECOND_STEP);
  let before = word.slice(0, -(end?.length ?? 0));
  if (end && before.length >= first
    && (end !== "ogi" || before.endsWith("l")) && (end !== "li" || /[cdeghkmnrt]$/.test(before))) {
    word = before + SECOND_STEP[end];
  }
  end = longest(word, THIRD_STEP);
  before = word.slice(0, -(end?.length ?? 0));
  if (end && before.length >= (end === "ative" ? second : first)) word = before + THIRD_STEP[end];
  end = longest(word, FOURTH_STEP);
  before = word.slice(0, -(end?.length ?? 0));
  if (end && before.length >= second && (end !== "ion" || /[st]$/.test(before))) word = before;

  before = word.slice(0, -1);
  if (word.endsWith("e")) {
    if (before.length >= second || (before.length >= first && !SHORT.test(before))) word = before;
  } else if (word.endsWith("ll") && before.length >= second) word = before;
  return word.replace(/Y/g, "y");
}

export const otherStems = () => [];
