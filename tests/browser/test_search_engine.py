"""The engine of the search, in a real browser, over small indexes."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
import snowballstemmer
from benchmarks.vocabulary import VOCABULARIES
from playwright.sync_api import Browser, Error, Page
from search.gold import ASK, FIND, OPEN, PROJECT, copy_engine
from search.serving import Served, serving
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from site_builder.search import Entry, Spoken, index_files
from site_builder.search.words import STEMMERS, fold

FILLER = "Obec opravila most a chodník. " * 30

PAGES = [
    Entry(
        "articles",
        "/clanky/detske-skupiny/",
        "Dětské skupiny <b>a</b> & jesle",
        "2026-05-01",
        "Kam s dětmi, když není školka.",
        ("child-care",),
        ("Péče o děti", "Jana Nováková"),
        ("Kolik stojí hlídání",),
        "<p>Hlídání dětí platí obec. <strong>Pečovatelky</strong> hlídají dvanáct dětí.</p>",
    ),
    Entry(
        "articles",
        "/clanky/most/",
        "Most přes řeku",
        "2025-04-01",
        "O mostě.",
        (),
        (),
        (),
        f"<p>{FILLER} Nakonec se u zábradlí sešli pamětníci a hasiči. {FILLER}</p>",
    ),
    Entry(
        "articles",
        "/clanky/stary/",
        "Stará zpráva",
        "2024-01-01",
        topics=("child-care",),
        html="<p>Děti.</p>",
    ),
    Entry("events", "/akce/den-deti/", "Den dětí", "2026-06-01", "Odpoledne v parku.", ("child-care",)),
    Entry("people", "/lide/jana-novakova/", "Jana Nováková", "", "Píše o dětech."),
    Entry("pages", "/", "Úvod", "", "Vítejte."),
    Entry(
        "episodes",
        "/podcast/prvni/",
        "První díl",
        "2026-03-01",
        spoken=tuple(
            Spoken(10 * number, f"Tohle je věta {word}, kterou říkáme pomalu a dlouho.")
            for number, word in enumerate(("úvodní", "druhá", "o velrybách", "závěrečná"))
        ),
    ),
]

Search = Callable[..., dict[str, Any]]


def write_index(folder: Path, entries: list[Entry], language: str) -> None:
    for name, data in index_files(entries, language):
        path = folder / "index" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("engine")
    copy_engine(folder)
    write_index(folder / "cs", PAGES, "cs")
    write_index(folder / "sl", [Entry("articles", "/sl/hisa/", "Hiša ob reki", html="Hiše.")], "sl")
    with serving(folder, ranges=True) as found:
        yield found


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{served.url}index.html")
    yield page
    page.close()


@pytest.fixture
def find(page: Page) -> Search:
    def search(text: str, language: str = "cs", **choice: object) -> dict[str, Any]:
        (answer,) = page.evaluate(FIND, [f"/{language}/index/", [text], choice])
        found: dict[str, Any] = answer
        return found

    return search


def urls(answer: Mapping[str, Any]) -> list[str]:
    return [result["url"] for group in answer["groups"] for result in group["results"]]


def text(parts: list[tuple[str, bool]]) -> str:
    """What a result shows, what was asked for in brackets."""
    return "".join(f"[{part}]" if match else part for part, match in parts)


@pytest.mark.parametrize(
    "query", ["dětská skupina", "detskych skupin", "DĚTSKÉ SKUPINY", "detksé skupiny", "dětské sku"]
)
def test_words_are_found_however_they_are_written(find: Search, query: str) -> None:
    assert urls(find(query))[0] == "/clanky/detske-skupiny/"


def test_what_is_mistyped_is_corrected(find: Search) -> None:
    assert find("pamětínci")["corrected"] == "pamětníci"
    assert find("pamětníci")["corrected"] == ""


def test_a_word_that_is_only_like_a_short_one_is_no_mistake(find: Search) -> None:
    assert urls(find("most"))
    assert find("hostinec")["total"] == 0


def test_title_topics_and_description_count_more_than_text(find: Search) -> None:
    kinds = [group["kind"] for group in find("děti")["groups"]]
    assert kinds == ["events", "people", "articles"]
    assert urls(find("péče"))[0] == "/clanky/detske-skupiny/"


def test_people_are_found_with_what_they_wrote(find: Search) -> None:
    assert urls(find("novakova")) == ["/lide/jana-novakova/", "/clanky/detske-skupiny/"]


def test_all_words_are_needed_where_some_pages_have_them(find: Search) -> None:
    assert urls(find("den dětí"))[0] == "/akce/den-deti/"
    assert urls(find("velryby v řece most"))[0] in ("/clanky/most/", "/podcast/prvni/#t=20")


def test_words_that_say_nothing_are_not_needed(find: Search) -> None:
    assert urls(find("a na v most")) == ["/clanky/most/"]
    assert find("o a")["total"] > 0


def test_a_result_has_a_title_a_date_and_a_passage(find: Search) -> None:
    (group,) = find("hasiči")["groups"]
    (result,) = group["results"]
    assert (result["kind"], result["date"], result["second"]) == ("articles", "2025-04-01", None)
    assert text(result["title"]) == "Most přes řeku"
    assert "pamětníci a [hasiči]." in text(result["passage"])
    assert len(text(result["passage"])) < 200


def test_the_words_are_marked_as_they_are_written(find: Search) -> None:
    (group,) = find("dite", kind="people")["groups"]
    assert text(group["results"][0]["passage"]) == "Píše o [dětech]."


def test_html_in_a_title_is_text(find: Search) -> None:
    (result,) = find("jesle")["groups"][0]["results"]
    assert text(result["title"]) == "Dětské skupiny <b>a</b> & [jesle]"


def test_what_is_said_opens_at_its_second(find: Search) -> None:
    (result,) = find("velryba")["groups"][0]["results"]
    assert (result["url"], result["second"]) == ("/podcast/prvni/#t=20", 20)
    assert "věta o [velrybách]" in text(result["passage"])
    assert "\x02" not in text(result["passage"])


def test_results_can_be_narrowed(find: Search) -> None:
    assert urls(find("děti", kind="events")) == ["/akce/den-deti/"]
    assert urls(find("děti", year="2024")) == ["/clanky/stary/"]
    assert urls(find("děti", topic="child-care", kind="articles")) == [
        "/clanky/detske-skupiny/",
        "/clanky/stary/",
    ]
    assert find("děti", topic="nothing")["total"] == 0


def test_without_a_query_the_newest_pages_are_listed(find: Search) -> None:
    answer = find("", topic="child-care")
    assert urls(answer) == ["/clanky/detske-skupiny/", "/clanky/stary/", "/akce/den-deti/"]
    assert text(answer["groups"][0]["results"][0]["passage"]).startswith("Kam s dětmi, když není školka.")
    assert find("")["groups"] == []


def test_groups_can_be_paged(find: Search) -> None:
    answer = find("dětí", kind="articles", perKind=1, skip=1)
    assert (answer["total"], answer["groups"][0]["total"], urls(answer)) == (2, 2, ["/clanky/stary/"])


def test_the_home_page_has_an_address(find: Search) -> None:
    assert urls(find("vítejte")) == ["/"]


@pytest.mark.parametrize(
    "query", ['"', "🐳", "   ", "…", "<script>", "x" * 300, "a" * 30 + " " + "b c d e f g h i j k l m n o"]
)
def test_odd_queries_are_answered(find: Search, query: str) -> None:
    assert find(query)["total"] >= 0


def test_a_language_without_a_stemmer_is_searched_by_whole_words(find: Search) -> None:
    assert urls(find("hisa", "sl")) == ["/sl/hisa/"]
    assert urls(find("hiše", "sl")) == ["/sl/hisa/"]
    assert urls(find("rek", "sl")) == ["/sl/hisa/"]


def test_a_site_published_anew_is_searched_anew(page: Page, served: Served) -> None:
    write_index(served.folder / "new", PAGES[:1], "cs")
    page.evaluate(OPEN, "/new/index/")
    for path in sorted((served.folder / "new").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    write_index(served.folder / "new", PAGES[:2], "cs")
    assert page.evaluate(ASK, ["hasiči", {}])["total"] == 1


def test_a_failure_is_an_error_and_not_for_ever(page: Page) -> None:
    page.evaluate(OPEN, "/cs/index/")
    page.context.set_offline(True)
    with pytest.raises(Error):
        page.evaluate(ASK, ["hasiči", {}])
    page.context.set_offline(False)
    assert page.evaluate(ASK, ["hasiči", {}])["total"] == 1


@pytest.mark.parametrize("language", STEMMERS)
def test_the_browser_stems_as_the_index_does(page: Page, language: str) -> None:
    random = Random(3)
    words = {fold(word) for word in LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(language)}
    letters = [*"abcdefghijklmnopqrstuvwxyz", *"aeiouy" * 2, "ß", "7"]
    words |= {"".join(random.choices(letters, k=random.randint(1, 12))) for _ in range(50_000)}
    words |= {fold(word) for word in VOCABULARIES[language].words}
    asked = sorted(word for word in words if word.isalnum())
    script = """async ([language, words]) => {
      const { stem } = await import(`/assets/search/stem-${language}.js`);
      return words.split(" ").map(stem).join(" ");
    }"""
    stemmed = page.evaluate(script, [language, " ".join(asked)]).split(" ")
    stemmer = snowballstemmer.stemmer(STEMMERS[language])
    assert dict(zip(asked, stemmed, strict=True)) == dict(zip(asked, stemmer.stemWords(asked), strict=True))


def test_the_engine_is_small() -> None:
    sizes = {
        path.name: len(gzip.compress(path.read_bytes()))
        for path in (PROJECT / "overrides/assets/search").glob("*.js")
    }
    own = ("engine.js", "files.js", "passage.js", "correct.js", "words.js")
    assert sum(sizes[name] for name in (*own, "stem-en.js")) < 10_000
