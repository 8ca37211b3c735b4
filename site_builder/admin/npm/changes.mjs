// What the editor would do of its own accord that this site doesn't want: a pattern, and what stands in its place.
// Each must be found as often as told: a new version that says it otherwise is looked at first.
export const CHANGES = [
  // It asks how GitHub and GitLab are, at other hosts than the repository's, again and again.
  [1, /(=async\(\)=>\{)(?=try\{let\{status:\{indicator:)/g, "$1return`none`;"],
  [1, /(=async\(\)=>\{)(?=try\{let\{result:\{status_overall:)/g, "$1return`none`;"],
  // Its stylesheet names fonts of a foreign host beside its own.
  [3, /@font-face \{[^}]*cdn\.jsdelivr\.net[^}]*\}/g, ""],
  // It would load the colours of source text from a foreign host.
  [3, /import\(\w\(e?\)\)(?=,\[\],import\.meta\.url\))/g, "Promise.reject()"],
  // It shows the portrait of who signed in, which lies at yet another host.
  [1, /(?<=k\(\(\)=>)!!\w+\.account\?\.avatarURL/g, "!1"],
  // Its texts come in the languages of the site's messages; it speaks as the page does, unless told otherwise.
  [1, /`ar,bg,ca,cs,[\w,-]+`(?=\.split)/g, "`cs,en-US`"],
  [1, /(=\(\)=>\{)let e=\w+\(\);(?=return e&&\w+\.includes\(e\)\?e:\w+\};`)/g, "$1let e=document.documentElement.lang;"],
  // A new page is a draft; one without that field is published, so opening it must not make it a draft.
  [
    1,
    /\w+\(\{content:\w+,keyPath:(\w+),fieldConfig:\w+,locale:\w+,defaultLocale:\w+,dynamicValues:\{\}\}\)(?=;return\}let\{widget)/g,
    "$1===`draft`||$&",
  ],
  // A translation begins with empty texts; audio and its transcript are the other language's too.
  [1, /(?<=\[`text`,`string`,`richtext`,`markdown`)(?=\]\.includes\(\w+\)&&\[!0,`translate`\])/g, ",`file`"],
  // Its help is the site's own guide.
  [
    1,
    /(\(\)=>`documentation`,\(\)=>)`https:\/\/sveltiacms\.app\/en\/docs`\);.*?`join_discord`.*?(,H\(e,t\)\};W\(a,e=>\{)\w+\.devModeEnabled/gs,
    "$1document.querySelector(`link[rel=help]`).href)$2document.querySelector(`link[rel=help]`)",
  ],
];

export const changed = (source) => CHANGES.reduce((text, [times, from, to]) => {
  const found = text.match(from)?.length ?? 0;
  if (found !== times) throw new Error(`Found ${found} times instead of ${times}: ${from}`);
  return text.replace(from, to);
}, source);
