// HTML files named on standard input, one a line → what is wrong with their structured data, as a line of JSON each.
// What types and properties there are, the validator would fetch from schema.org: schema-dts holds the same.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const types = createRequire(import.meta.url).resolve("schema-dts").replace(/\.js$/, ".d.ts");
const parents = new Map();
const domains = new Map();
const added = (map, key, values) => map.set(key, new Set([...(map.get(key) ?? []), ...values]));
const firsts = (found) => [...found].map(([, first]) => first);
for (const [, type, above, body] of readFileSync(types, "utf8").matchAll(
  /^(?:export )?interface (\w+?)(?:Base|Leaf) extends ([^{]+) \{\n([^]*?)^\}/gm,
)) {
  added(parents, type, firsts(above.matchAll(/(\w+)Base/g)).filter((parent) => parent !== type));
  for (const property of firsts(body.matchAll(/^ {4}"(\w+)"\?:/gm))) added(domains, property, [type]);
}
const ids = (names) => [...names].map((name) => ({ "@id": `schema:${name}` }));
const schema = {
  "@graph": [
    ...[...parents].map(([type, above]) => ({ "@id": `schema:${type}`, "@type": "rdfs:Class", "rdfs:subClassOf": ids(above) })),
    ...[...domains].map(([name, found]) => ({ "@id": `schema:${name}`, "@type": "rdf:Property", "schema:domainIncludes": ids(found) })),
  ],
};

for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const data = new WebAutoExtractor({ addLocation: true }).parse(readFileSync(file, "utf8"));
  const issues = await new Validator(schema).validate(data);
  const told = issues.map(({ severity, issueMessage, path }) => [severity, issueMessage, JSON.stringify(path ?? "")].join(" "));
  console.log(JSON.stringify({ file, types: Object.keys(data.jsonld), issues: told }));
}
