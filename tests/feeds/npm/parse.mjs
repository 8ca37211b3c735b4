// A podcast feed on standard input → what podcast-partytime reads from it, as one line of JSON.
import { readFileSync } from "node:fs";
import { parseFeed } from "podcast-partytime";

console.log(JSON.stringify(parseFeed(readFileSync(0, "utf8"))));
