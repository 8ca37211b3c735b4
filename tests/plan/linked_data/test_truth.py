"""What pages say as JSON-LD leads somewhere and is what readers see."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from .reading import BuiltSite, entries

ADDRESSES = ("url", "item", "contentUrl", "embedUrl", "image", "webFeed", "@id")
KINDS = {
    "/clanky/.+": "Article",
    "/rozhovory/.+": "Article",
    "/priklady/.+": "Article",
    "/prezentace/.+": "PresentationDigitalDocument",
    "/lide/.+": "Person",
    "/podcast/": "PodcastSeries",
    "/podcast/.+": "PodcastEpisode",
    "/(clanky|rozhovory|priklady|akce|prezentace|lide|temata)/(strana/.+)?": "ItemList",
    "/temata/.+": "ItemList",
}


def text(found: str) -> str:
    return " ".join(found.split())


def test_every_page_names_the_site_and_itself(whole: BuiltSite) -> None:
    for url, graph in whole.graphs.items():
        types = Counter(entry["@type"] for entry in graph)
        assert (graph[0]["@type"], types["WebSite"]) == ("Organization", 1), url
        pages = [entry for entry in graph if entry["@type"].endswith("Page")]
        assert [page["url"] for page in pages] == [url]
        assert len({entry["@id"] for entry in graph}) == len(graph), url
    assert len({graph[0]["@id"] for graph in whole.graphs.values()}) == 1, "one publisher in all languages"


def test_every_kind_of_page_is_what_it_is(whole: BuiltSite) -> None:
    seen = set()
    for url, graph in whole.graphs.items():
        path = urlsplit(url).path
        patterns = [pattern for pattern in KINDS if re.fullmatch(pattern, path)]
        if patterns and not path.startswith("/en/"):
            page = next(entry for entry in graph if entry["@type"].endswith("Page"))
            main = next(entry for entry in graph if entry["@id"] == page["mainEntity"]["@id"])
            pattern = max(patterns, key=len) if "strana" not in path else patterns[-1]
            is_team = main["@type"] == "Organization" and path.startswith("/lide/")
            assert is_team or main["@type"] in {KINDS[pattern] for pattern in patterns}, url
            seen.add(KINDS[pattern])
    assert seen == set(KINDS.values())


def test_nothing_dangles(whole: BuiltSite) -> None:
    """What an `@id` means is told on the same page, else on the page that it is the address of."""
    told = {url: {entry["@id"] for entry in graph} for url, graph in whole.graphs.items()}
    for url, graph in whole.graphs.items():
        for entry in entries(graph):
            if "@id" in entry:
                home = entry["@id"].partition("#")[0]
                assert entry["@id"] in told[url] | told[home], (url, entry)
            if entry.keys() == {"@id"}:
                assert entry["@id"] in told[url], "a bare reference is to the same page"


def test_addresses_are_whole_and_lead_to_files_of_the_site(whole: BuiltSite) -> None:
    for url, graph in whole.graphs.items():
        for entry in entries(graph):
            for name in ADDRESSES:
                found = entry.get(name, [])
                for address in found if isinstance(found, list) else [found]:
                    assert address.startswith("https://"), (url, name, address)
                    if address.startswith(whole.origin):
                        assert whole.has(address), (url, name, address)


def test_it_says_what_the_page_shows(whole: BuiltSite) -> None:
    for url, graph in whole.graphs.items():
        page = whole.pages[url]
        title = text(page.xpath("string(//h1)"))
        shown = text(page.text_content())
        own = next(entry for entry in graph if entry["@type"].endswith("Page"))
        main = next((entry for entry in graph if {"@id": entry["@id"]} == own.get("mainEntity")), own)
        assert text(own["name"]) == title, url
        assert text(main.get("headline", main.get("name", title))) == title, url
        assert text(main.get("description", "")) in shown, url
        assert own["inLanguage"] == page.get("lang"), url
        times = {time.partition("T")[0] for time in page.xpath("//main//time/@datetime")}
        if main["@type"] != "Event" and main.get("datePublished"):
            assert {main["datePublished"][:10]} <= times or not times, url
        links = page.xpath("//main//a/@href")
        for person in main.get("author", []) if main["@type"] == "Article" else []:
            assert urlsplit(person["url"]).path in links, (url, person)
            assert person["name"] in shown, (url, person)


def test_trails_are_the_visible_ones_and_the_page(whole: BuiltSite) -> None:
    for url, graph in whole.graphs.items():
        seen = [
            (text(a.text_content()), a.get("href"))
            for a in whole.pages[url].xpath("//nav[@class='breadcrumbs']//a")
        ]
        trails = [entry for entry in graph if entry["@type"] == "BreadcrumbList"]
        assert len(trails) == bool(seen), url
        for trail in trails:
            *above, last = trail["itemListElement"]
            assert [(item["name"], urlsplit(item["item"]).path) for item in above] == seen
            assert last["item"] == url
            assert [item["position"] for item in (*above, last)] == list(range(1, len(above) + 2))


def test_listings_list_what_is_seen_in_its_order(whole: BuiltSite) -> None:
    for url, graph in whole.graphs.items():
        for listing in (entry for entry in graph if entry["@type"] == "ItemList"):
            seen = whole.pages[url].xpath(
                "//*[contains(@class, 'card-title') or contains(@class, 'topic-list')]//a/@href"
            )
            assert [urlsplit(item["url"]).path for item in listing["itemListElement"]] == seen, url


def test_translations_know_each_other(whole: BuiltSite) -> None:
    works = {entry["@id"]: entry for graph in whole.graphs.values() for entry in graph}
    pairs = 0
    for work in works.values():
        if "translationOfWork" in work:
            original = works[work["translationOfWork"]["@id"]]
            assert work["@id"] in {version["@id"] for version in original["workTranslation"]}
            assert work["translationOfWork"]["inLanguage"] == original["inLanguage"] != work["inLanguage"]
            pairs += 1
        for version in work.get("workTranslation", ()):
            translation = works[version["@id"]]
            assert translation["translationOfWork"]["@id"] == work["@id"]
            assert (version["@type"], version["name"]) == (
                translation["@type"],
                translation.get("headline", translation.get("name")),
            )
    assert pairs > 10
