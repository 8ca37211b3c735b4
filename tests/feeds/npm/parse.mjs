// A podcast feed on standard input → what each parser reads from it, as one line of JSON: {parser: result}.
import { readFileSync } from "node:fs";
import podverse from "@podverse/podcast-feed-parser";
import { parseFeed as feedsmith } from "feedsmith";
import { parseFeed as partytime } from "podcast-partytime";
import RssParser from "rss-parser";

const feed = readFileSync(0, "utf8");
console.log(
  JSON.stringify({
    partytime: partytime(feed),
    feedsmith: feedsmith(feed).feed,
    "rss-parser": await new RssParser().parseString(feed),
    podverse: podverse.getPodcastFromFeed(feed),
  }),
);
