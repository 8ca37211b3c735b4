// A search form that shows what it finds while it is typed in.
import { openIndex } from "./engine.js";
import { drawing } from "./results.js";

const PAUSE = 120; // ms without a key until an answer is looked for
const SLOW = 500; // ms of waiting until it says that it is searching
const FEW = 3; // results of each kind
const MANY = 10; // results at a time when one kind is asked for

const FIELDS = ["q", "kind", "topic", "year"];

// A question as its URL has it: "" or "?q=…&kind=…&topic=…&year=…", empty ones left out.
export function asUrl(question) {
  const given = FIELDS.filter((name) => question[name]).map((name) => [name, question[name]]);
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

export function read(form) {
  return Object.fromEntries(FIELDS.map((name) => [name, (form.elements[name]?.value ?? "").trim()]));
}

// `root` holds the form and the parts of search-parts.html. `typed` is called before each answer to what is typed,
// `followed` with a question when a link or a button asks another one; without it links lead to the search page.
export function live(root, { typed = () => {}, followed } = {}) {
  const form = root.querySelector("form");
  const field = form.elements.q;
  const status = root.querySelector("[role=status]");
  const shown = root.querySelector(".search-results");
  const draw = drawing(root);
  const { words } = draw;
  let index = null; // the promise of the open index
  let latest = 0; // the number of the newest question: answers to older ones are dropped
  let asked = {};
  let rest = 0; // how many results of the one kind aren't shown yet
  let waiting;

  function open() {
    index ??= openIndex(words.index).catch((error) => {
      index = null; // it is tried anew next time
      throw error;
    });
    return index;
  }
  const perKind = () => (asked.kind ? MANY : FEW);
  const find = async (skip) => {
    const { q, ...filters } = asked;
    return (await open()).find(q, { ...filters, perKind: perKind(), skip });
  };
  const href = (change) => words.page + asUrl({ ...asked, ...change });

  function show(text, ...blocks) {
    status.textContent = text;
    shown.replaceChildren(...blocks);
  }

  function showAnswer(answer) {
    const isFiltered = Boolean(asked.kind || asked.topic || asked.year);
    const blocks = answer.total
      ? answer.groups.map((group) => draw.group(group, asked.kind ? "" : href({ kind: group.kind })))
      : [draw.nothing(answer, href({ q: answer.corrected }), isFiltered)];
    show(draw.summary(answer, asked), ...blocks);
    rest = answer.total - shown.querySelectorAll(".hit").length;
    nameMore();
  }

  // The question that the form asks now is answered; what was found before stays until then.
  async function search() {
    clearTimeout(waiting);
    const mine = ++latest;
    asked = read(form);
    if (!asUrl(asked)) return show("");
    const slow = setTimeout(() => { if (mine === latest) status.textContent = words.searching; }, SLOW);
    try {
      const answer = await find(0);
      if (mine === latest) showAnswer(answer);
    } catch {
      if (mine === latest) show(words.failed, draw.failed());
    } finally {
      clearTimeout(slow);
    }
  }

  // ---- More of one kind ----
  function nameMore() {
    const button = shown.querySelector("[data-act=more]");
    if (!button) return;
    if (rest > 0) button.textContent = draw.more(Math.min(MANY, rest));
    else button.parentNode.remove();
  }
  async function showMore() {
    const mine = latest;
    try {
      const { groups } = await find(shown.querySelectorAll(".hit").length);
      if (mine !== latest) return;
      const added = draw.hits(groups.flatMap((group) => group.results));
      shown.querySelector(".hits ol").append(...added);
      rest = added.length ? rest - added.length : 0;
      nameMore();
      added[0]?.querySelector("a").focus();
    } catch {
      if (mine === latest) status.textContent = words.failed; // the button is still there
    }
  }

  // ---- Keys and clicks ----
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { typed(); search(); }, PAUSE);
  });
  field.addEventListener("focus", () => open().catch(() => { /* told when something is asked */ }), { once: true });

  // Arrows go from the field through the results and back; Tab goes there as everywhere.
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...shown.querySelectorAll(".hit a")];
    const place = stops.indexOf(document.activeElement);
    const next = stops[place + step];
    if (!step || place < 0 || !next || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });

  const acts = {
    more: showMore,
    retry: async () => {
      await search();
      field.focus();
    },
    unfilter: () => followed?.({ q: asked.q }),
  };
  shown.addEventListener("click", (event) => {
    acts[event.target.closest("[data-act]")?.dataset.act]?.();
    const link = event.target.closest(".more, [data-correct] a");
    if (!link || !followed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    followed(Object.fromEntries(new URL(link.href).searchParams));
  });

  return { form, field, shown, search };
}
