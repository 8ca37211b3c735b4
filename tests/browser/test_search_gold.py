"""What people type finds what they want, among the first five: in a real browser, over both kinds of servers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from search.gold import FIND, INDEXES, LANGUAGES, Query, gold_project, planned, queries, write_search
from search.serving import Served, serving

RECALL = 0.97


@pytest.fixture(scope="module", params=["ranges", "no ranges"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("gold")
    write_search(planned(gold_project(folder / "project")), folder / "site")
    with serving(folder / "site", ranges=request.param == "ranges") as found:
        yield found


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{served.url}index.html")
    yield page
    page.close()


def first_five(answer: dict) -> list[str]:
    """The last parts of the URLs of the results as they are shown: group by group."""
    urls = [result["url"].partition("#")[0] for group in answer["groups"] for result in group["results"]]
    return [url.strip("/").rpartition("/")[2] for url in urls][:5]


def recall(page: Page, language: str) -> dict[str, tuple[int, int]]:
    """Found and all queries, by family and in all (`""`), and those held back."""
    asked = queries(language)
    answers = page.evaluate(FIND, [INDEXES[language], [query.text for query in asked], {}])
    found: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for query, answer in zip(asked, answers, strict=True):
        hit = query.page in first_five(answer)
        for group in groups_of(query):
            every[group] += 1
            found[group] += hit
    return {group: (found[group], every[group]) for group in every}


def groups_of(query: Query) -> list[str]:
    return ["all", query.family, *(["held back"] if query.held_back else [])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_looked_for_is_among_the_first_five(page: Page, language: str) -> None:
    figures = recall(page, language)
    print(language, {group: f"{found}/{every}" for group, (found, every) in figures.items()})  # noqa: T201
    for group in ("all", "held back"):
        found, every = figures[group]
        assert found >= RECALL * every, figures


def test_the_gold_set_is_large_enough(tmp_path: Path) -> None:
    site = planned(gold_project(tmp_path))
    assert len(site.editions.by_code["cs"].documents) >= 150
    assert len(site.editions.by_code["en"].documents) >= 50
    assert len(queries("cs")) >= 150
    assert len(queries("en")) >= 50
    names = {document.name for document in site.library.documents}
    assert {query.page for language in LANGUAGES for query in queries(language)} <= names
