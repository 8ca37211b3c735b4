"""What a search of a large site costs over the wire: the engine, the index's own files, passages and all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from benchmarks.generator import generate
from benchmarks.search import asked
from playwright.sync_api import Browser
from search.gold import ASK, OPEN, planned, write_search
from search.serving import Served, serving

from site_builder.plan.edition import Edition

PAGES, EPISODES, QUERIES = 3000, 150, 30
FIRST, LATER = 30_000, 6_000
"""Bytes as a public host sends them."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, tuple[Edition, ...]]]:
    folder = tmp_path_factory.mktemp("large")
    generate(folder / "project", PAGES, EPISODES)
    site = planned(folder / "project")
    write_search(site, folder / "site")
    with serving(folder / "site", ranges=True) as served:
        yield served, tuple(site.editions)


@pytest.mark.parametrize("number", [0, 1], ids=["cs", "en"])
def test_a_search_is_light(browser: Browser, large: tuple[Served, tuple[Edition, ...]], number: int) -> None:
    served, editions = large
    edition = editions[number]
    page = browser.new_page()
    page.goto(f"{served.url}index.html")
    served.sent.clear()
    page.evaluate(OPEN, edition.urls.search_index(edition.code))
    costs = []
    for query in asked(edition, QUERIES):
        assert page.evaluate(ASK, [query, {}])["total"]
        costs.append(sum(served.sent))
        served.sent.clear()
    page.close()
    assert costs[0] <= FIRST, costs
    assert median(costs[1:]) <= LATER, costs


def test_the_answers_of_servers_with_and_without_ranges_are_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    generate(tmp_path / "project", 60, 5)
    site = planned(tmp_path / "project")
    write_search(site, tmp_path / "site")
    edition = next(iter(site.editions))
    answers = []
    for ranges in (True, False):
        with serving(tmp_path / "site", ranges=ranges) as served:
            page = browser.new_page()
            page.goto(f"{served.url}index.html")
            page.evaluate(OPEN, edition.urls.search_index(edition.code))
            answers.append([page.evaluate(ASK, [query, {}]) for query in asked(edition, 10)])
            page.close()
    assert answers[0] == answers[1]
