// What was found → elements. All words are the page's own (partials/search-parts.html).

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const marked = (pieces) => pieces.map(([text, isMatch]) => (isMatch ? element("mark", {}, text) : text));

function clock(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  const two = (n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// `root` holds the words; what comes back draws answers of the engine with them.
export function drawing(root) {
  const words = JSON.parse(root.querySelector("[data-words]").textContent);
  const number = new Intl.NumberFormat(words.language);
  const category = new Intl.PluralRules(words.language);
  const day = new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" });

  const filled = (text, place, value) => text.replace(`{${place}}`, () => value);
  const counted = (forms, n) => filled(forms[category.select(n)], "n", number.format(n));
  const part = (name) =>
    root.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);

  function facts({ second, date }) {
    const found = [];
    if (second !== null) found.push(element("span", {}, part("play"), filled(words.second, "time", clock(second))));
    if (date) found.push(element("time", { dateTime: date }, day.format(new Date(date))));
    return found;
  }

  function hit(result) {
    const item = element("li", { className: "hit" });
    item.append(element("h3", {}, element("a", { href: result.url }, ...marked(result.title))));
    const known = facts(result);
    if (known.length) item.append(element("p", { className: "hit-facts" }, ...known));
    if (result.passage.length) item.append(element("p", { className: "hit-passage" }, ...marked(result.passage)));
    return item;
  }

  // `href` leads to all results of the kind; without it there is a button for the next ones.
  function more(kind, total, href) {
    const link = { className: "more", href, textContent: counted(words.all[kind], total) };
    const button = { className: "button button-quiet", type: "button" };
    const made = href ? element("a", link) : element("button", button);
    if (!href) made.dataset.act = "more";
    return element("p", { className: "hits-more" }, made);
  }

  return {
    words,

    // "12 results", and of what query where it was a mistyped one.
    summary({ total, corrected }, { q }) {
      if (!total) return q ? filled(words.nothing, "query", q) : words.nothingFiltered;
      const count = counted(words.found, total);
      return corrected ? `${filled(words.corrected, "query", corrected)} ${count}` : count;
    },

    // The results of one kind.
    group({ kind, total, results }, href) {
      const count = element("span", { className: "count" }, number.format(total));
      const heading = element("h2", { tabIndex: -1 }, words.kinds[kind], " ", count);
      const section = element("section", { className: "hits" }, heading, element("ol", {}, ...results.map(hit)));
      if (results.length < total) section.append(more(kind, total, href));
      return section;
    },

    hits: (results) => results.map(hit),
    more: (n) => counted(words.more, n),

    // What to do where nothing was found: `href` asks for the corrected query.
    nothing({ corrected }, href, isFiltered) {
      const block = part("nothing");
      const correct = block.querySelector("[data-correct]");
      if (corrected) correct.append(element("a", { href }, corrected));
      else correct.remove();
      if (!isFiltered) block.querySelector("[data-filters]").remove();
      return block;
    },

    failed: () => part("failed"),
  };
}
