// The search that lies over the page it was asked for on; Enter goes on to the page that searches.
import { live } from "./live.js";

let made = null; // the promise of the dialog

function stylesheet() {
  const link = document.createElement("link");
  const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  Object.assign(link, { rel: "stylesheet", href: new URL("../search.css", import.meta.url).href });
  document.head.append(link);
  return loaded;
}

async function make(page) {
  const answer = fetch(new URL("dialog.txt", page)).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.text();
  });
  const [html] = await Promise.all([answer, stylesheet()]);
  const dialog = document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector("dialog"));
  document.body.append(dialog);
  live(dialog);
  dialog.addEventListener("click", (event) => {
    const isLeft = event.target === dialog || event.target.closest("[data-act=close]");
    const isFollowed = event.target.closest("a") && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (isLeft || isFollowed) dialog.close(); // a result may be a place on this very page
  });
  // A search field would take the first Escape for itself, to empty it.
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      dialog.close();
    }
  });
  return dialog;
}

// `page` is the address of the page that searches. Rejects where the dialog can't be loaded.
export async function open(page) {
  made ??= make(page);
  const dialog = await made;
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input").select();
}
