// What was found → elements. All words and markup are the page's own (partials/search-parts.html).

// `root` holds the templates and the words; what comes back draws answers of the engine with them.
export function drawing(root) {
  const words = JSON.parse(root.querySelector("[data-words]").textContent);
  const number = new Intl.NumberFormat(words.language);
  const category = new Intl.PluralRules(words.language);
  const day = new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" });

  const filled = (text, place, value) => text.replace(`{${place}}`, () => value);
  const counted = (forms, n) => filled(forms[category.select(n)], "n", number.format(n));
  const part = (name) =>
    root.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);

  const clock = (seconds) => {
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
    const two = (n) => String(n).padStart(2, "0");
    return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  };
  const marked = (pieces) =>
    pieces.map(([text, isMatch]) => {
      if (!isMatch) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    });

  function hit(result) {
    const item = part("hit");
    const [link, time, second] = ["a", "time", "[data-second]"].map((selector) => item.querySelector(selector));
    link.href = result.url;
    link.append(...marked(result.title));
    item.querySelector(".hit-passage").append(...marked(result.passage));
    if (result.second === null) second.remove();
    else second.append(filled(words.second, "time", clock(result.second)));
    if (result.date) {
      time.dateTime = result.date;
      time.textContent = day.format(new Date(result.date));
    } else time.remove();
    for (const row of item.querySelectorAll("p")) if (!row.hasChildNodes()) row.remove();
    return item;
  }

  return {
    words,

    // "12 results", and of what query where it was a mistyped one.
    summary({ total, corrected }, { q }) {
      if (!total) return q ? filled(words.nothing, "query", q) : words.nothingFiltered;
      const count = counted(words.found, total);
      return corrected ? `${filled(words.corrected, "query", corrected)} ${count}` : count;
    },

    // The results of one kind. `href` leads to all of them; without it there is a button for the next ones.
    group({ kind, total, results }, href) {
      const section = part("group");
      const more = section.querySelector(".hits-more");
      section.querySelector("[data-kind]").textContent = words.kinds[kind];
      section.querySelector("[data-count]").textContent = number.format(total);
      section.querySelector("ol").append(...results.map(hit));
      if (results.length >= total) more.remove();
      else if (href) {
        const link = document.createElement("a");
        Object.assign(link, { href, className: "more", textContent: counted(words.all[kind], total) });
        link.dataset.kind = kind;
        more.append(link);
      } else {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "button button-quiet" });
        button.dataset.act = "more";
        more.append(button);
      }
      return section;
    },

    hits: (results) => results.map(hit),
    more: (n) => counted(words.more, n),

    // What to do where nothing was found: `href` asks for the corrected query.
    nothing({ corrected }, href, isFiltered) {
      const block = part("nothing");
      const [correct, filters] = ["[data-correct]", "[data-filters]"].map((selector) => block.querySelector(selector));
      if (corrected) Object.assign(correct.querySelector("a"), { href, textContent: corrected });
      else correct.remove();
      if (!isFiltered) filters.remove();
      return block;
    },

    failed: () => part("failed"),
  };
}
