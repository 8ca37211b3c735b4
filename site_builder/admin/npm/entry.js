// The editor's start: its settings are in config.json, which the page names.
import { init } from "@sveltia/cms";

// The editor brings its letters without those of Central Europe.
const letters = new URL("assets/source-sans-3-latin-ext-wght-normal.woff2", import.meta.url).href;
document.fonts.add(new FontFace("Source Sans 3", `url("${letters}") format("woff2-variations")`, {
  weight: "200 900", display: "swap", sizeAdjust: "110%", unicodeRange: "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F",
}));

// Without a repository there is nothing to sign in to: the editor then works on the files of this computer alone.
const { hostname } = location;
const isHere = hostname === "127.0.0.1" || hostname === "localhost" || hostname.endsWith(".localhost");
const missing = document.getElementById("no-repository");
if (isHere || !missing) {
  document.getElementById("nothing-yet").remove();
  init();
} else {
  missing.hidden = false;
}
