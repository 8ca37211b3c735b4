// The files of an index (site_builder/search/files.py): each is asked for once, of long ones only the part needed.

const FIRST = 0x21; // digits are characters from here on, but for those that JSON doesn't write as they are
const BASE = 91;
const digit = (code) => code - FIRST - (code > 0x22) - (code > 0x5c);

const NO_STEMS = { stem: (word) => word, otherStems: () => [] };

// Numbers from their text: a digit each, larger ones after a "~".
function numbers(text) {
  let at = 0;
  const next = () => {
    const code = text.charCodeAt(at++);
    return code === 0x7e ? next() * BASE + digit(text.charCodeAt(at++)) : digit(code);
  };
  const found = [];
  while (at < text.length) found.push(next());
  return found;
}

const summed = (gaps) => { let sum = 0; return gaps.map((gap) => (sum += gap)); };
const starts = (lengths) => { let sum = 0; return lengths.map((length) => (sum += length) - length); };

function term(text, written) {
  const [postings, forms] = written.split("\t");
  const [pages, weights, lows, highs] = postings.split(" ");
  const high = highs && numbers(highs);
  return {
    text,
    pages: summed(numbers(pages)),
    weights: numbers(weights),
    places: numbers(lows).map((low, at) => (high ? high[at] * BASE + low : low)),
    forms: forms?.split(" ") ?? [],
  };
}

async function get(url, init) {
  const answer = await fetch(url, init);
  if (answer.ok) return answer;
  throw Object.assign(new Error(`${answer.status} ${url}`), { gone: answer.status === 404 });
}

// Parts of long files by HTTP ranges; a server that knows none sends the whole file, which is then kept.
function openParts() {
  const whole = new Map();
  const first = new Map();
  let ranges = false;
  const ask = async (url, start, length) => {
    const answer = await get(url, { headers: { Range: `bytes=${start}-${start + length - 1}` }, cache: "no-store" });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 206) {
      ranges = true;
      return bytes;
    }
    whole.set(url, bytes);
    return bytes.subarray(start, start + length);
  };
  return async (url, start, length) => {
    if (!ranges && first.has(url)) await first.get(url).catch(() => {});
    if (whole.has(url)) return whole.get(url).subarray(start, start + length);
    const asked = ask(url, start, length);
    if (!ranges && !first.has(url)) first.set(url, asked);
    return asked;
  };
}

export async function openFiles(folder, cache) {
  const index = await (await get(`${folder}index.json`, { cache })).json();
  const { number, sizes: [size, inRecords, inPassages] } = index;
  const { stem, otherStems } = index.stemmer ? await import(`./stem-${index.stemmer}.js`) : NO_STEMS;
  const known = new Map();
  const part = openParts();
  const decoder = new TextDecoder();

  // What `make` makes of a file, kept; after a failure it's asked for again.
  const once = (name, make) => {
    if (!known.has(name)) {
      const made = get(`${folder}${number}/${name}`).then((answer) => answer.json()).then(make);
      made.catch(() => known.delete(name));
      known.set(name, made);
    }
    return known.get(name);
  };
  const terms = (at) => once(`t${at}.json`, (written) => new Map(Object.entries(written)));

  const kinds = index.kinds.map(([kind, below, years]) => ({ kind, below, years }));
  const pages = kinds.flatMap(({ kind, below, years }) => (
    years.flatMap(([year, count]) => Array.from({ length: count }, () => ({ kind, below, year })))
  ));
  const lengths = numbers(index.records);
  const lines = lengths.map((length, page) => ({
    file: Math.floor(page / inRecords),
    start: lengths.slice(page - (page % inRecords), page).reduce((sum, other) => sum + other, 0),
    length,
  }));
  const counts = numbers(index.passages);
  const texts = [];
  let file = 0;
  let filled = 0;
  for (const count of counts) {
    texts.push({ file, start: filled });
    filled += count;
    if (filled >= inPassages) [file, filled] = [file + 1, 0];
  }

  const read = new Map();
  // What `make` makes of a part of a file, kept.
  const line = (name, start, length, make) => {
    const key = `${name} ${start} ${length}`;
    if (!read.has(key)) {
      const asked = part(`${folder}${number}/${name}`, start, length).then((bytes) => make(decoder.decode(bytes)));
      asked.catch(() => read.delete(key));
      read.set(key, asked);
    }
    return read.get(key);
  };
  const last = (borders, text) => borders.findLastIndex((border) => border <= text);
  return {
    stem,
    otherStems,
    stop: new Set(index.stop.split(" ")),
    count: pages.length,
    kindOf: (page) => pages[page].kind,
    yearOf: (page) => pages[page].year,
    passages: (page) => counts[page],

    async term(text) {
      const at = last(index.terms, text);
      const written = at < 0 ? undefined : (await terms(at)).get(text);
      return written === undefined ? null : term(text, written);
    },

    // The terms that begin so; none where they are in more than `most` files.
    async beginning(text, most) {
      const from = Math.max(0, last(index.terms, text));
      const to = last(index.terms, `${text}\uffff`);
      if (to - from >= most) return [];
      const found = [];
      for (const some of await Promise.all(Array.from({ length: to - from + 1 }, (_, n) => terms(from + n)))) {
        for (const [name, written] of some) if (name.startsWith(text)) found.push(term(name, written));
      }
      return found;
    },

    // Words as they are written, of the terms whose first letter is `letter`; all of them without one.
    async forms(letter = "") {
      const from = Math.max(0, last(index.words, letter));
      const to = letter ? last(index.words, `${letter}\uffff`) : index.words.length - 1;
      const lists = Array.from({ length: to - from + 1 }, (_, n) => once(`w${from + n}.json`, (list) => list));
      return (await Promise.all(lists)).flat();
    },
    formFiles: index.words.length,

    topics: () => once("topics.json", (written) => (
      Object.fromEntries(Object.entries(written).map(([topic, gaps]) => [topic, summed(numbers(gaps))]))
    )),

    // A page's title, URL and date.
    record: (page) => line(`r${lines[page].file}.txt`, lines[page].start, lines[page].length, (text) => {
      const [title, url, date] = text.replace("\n", "").split("\t");
      return [title, pages[page].below + url, date];
    }),

    // `count` passages of a page from `place` on.
    passage: (page, place, count) => (
      line(`p${texts[page].file}.txt`, (texts[page].start + place) * size, size * count, (text) => text.trimEnd())
    ),
  };
}
