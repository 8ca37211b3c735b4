// The folder of a site → what html-validate says of its pages, as JSON: [{page, rule, message, selector}].
import { readFileSync, globSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";

const folder = process.argv[2];
const judge = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Titles are as long as their editors make them; what a search engine shows of one is its own business.
    "long-title": "off",
    // Nothing comes from another host; what comes from the site itself is as good as the page that names it.
    "require-sri": ["error", { target: "crossorigin" }],
    // The Markdown engine's own: a space after a checkbox that no reader sees.
    "no-trailing-whitespace": "off",
    // Headings such as "1. Whom to involve" give ids that begin with a digit: HTML allows any without spaces.
    "valid-id": ["error", { relaxed: true }],
  },
});
const found = [];
for (const page of globSync("**/*.html", { cwd: folder })) {
  const report = await judge.validateString(readFileSync(join(folder, page), "utf-8"));
  for (const { messages } of report.results)
    for (const { ruleId, message, line, selector } of messages)
      found.push({ page, rule: ruleId, message: `${line}: ${message} ${selector ?? ""}` });
}
console.log(JSON.stringify(found));
