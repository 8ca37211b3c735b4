// The page that searches: its address is the question, so that it can be shared and Back leads to earlier ones.
import { asUrl, live, read } from "./live.js";

const root = document.querySelector(".search");
const title = document.title;
const { form, field, shown, search } = live(root, { typed: () => note({ draft: true }), followed });

// The entry of the history that is typed in is a draft: the next letters overwrite it. Enter and filters settle it.
function note({ draft }) {
  const url = asUrl(read(form));
  const overwrites = history.state?.draft || url === location.search;
  history[overwrites ? "replaceState" : "pushState"]({ draft }, "", url || location.pathname);
  name();
}

function name() {
  document.title = [field.value.trim(), title].filter(Boolean).join(" – ");
}

function fill(question) {
  for (const control of form.elements) if (control.name) control.value = question[control.name] ?? "";
  for (const list of form.querySelectorAll("select")) if (list.selectedIndex < 0) list.value = "";
  name();
}

async function followed(question) {
  fill(question);
  note({ draft: false });
  await search();
  (shown.querySelector("h2") ?? field).focus();
}

const fromAddress = () => {
  fill(Object.fromEntries(new URLSearchParams(location.search)));
  return search();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  note({ draft: false });
  search();
});
form.addEventListener("change", (event) => {
  if (event.target === field) return; // what is typed was noted
  note({ draft: false });
  search();
});
addEventListener("popstate", fromAddress);

form.hidden = false;
root.querySelector(".search-plain").remove();
document.querySelector(".browse-all").open = false;
if (!location.search) history.replaceState({ draft: true }, "");
fromAddress();
