"""Prints what the search costs: CPU and files of the index, bytes and milliseconds of queries in a browser.

Run it as `python -m tests.benchmarks.search [--pages 3000] [--episodes 150] [--queries 150]`.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from playwright.sync_api import Page

from site_builder.plan.edition import Edition
from site_builder.plan.site import Site

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "tests"))  # run from the project, the tests' own modules are elsewhere

from judges.chromium import launched  # noqa: E402
from search.gold import OPEN, planned, write_search  # noqa: E402
from search.serving import Served, serving  # noqa: E402

from .generator import generate  # noqa: E402

TIMED = """async (query) => {
  await window.engine.find(query);
  const start = performance.now();
  await window.engine.find(query);
  return performance.now() - start;
}"""
"""How long an answer takes in milliseconds once its bytes are there."""


def asked(edition: Edition, count: int) -> list[str]:
    """Queries of one to three words of titles: what people remember of a page."""
    random = Random(7)
    titles = [document.title.split() for document in edition.documents]
    return [" ".join(random.choice(titles)[: random.choice((1, 2, 2, 3))]).lower() for _ in range(count)]


def search(page: Page, served: Served, edition: Edition, count: int) -> None:
    """Ask `count` queries in a new browser window, and print what they cost."""
    page.goto(f"{served.url}index.html")
    served.sent.clear()
    page.evaluate(OPEN, edition.urls.search_index(edition.code))
    costs, times, requests = [], [], []
    for query in asked(edition, count):
        milliseconds = page.evaluate(TIMED, query)
        costs.append(sum(served.sent))
        requests.append(len(served.sent))
        times.append(milliseconds)
        served.sent.clear()
    kind = "ranges" if served.ranges else "no ranges"
    print(
        f"{edition.code}, {kind}: first query {costs[0]} bytes, later ones {median(costs[1:]):.0f} (median), "
        f"{max(costs[1:])} (most), {median(requests[1:]):.0f} requests; answer {median(times):.1f} ms (median), "
        f"{max(times):.1f} ms (most)"
    )


def index_cost(site: Site) -> None:
    """Print the CPU time that the index takes, cold."""
    pages = sum(len(edition.documents) for edition in site.editions)
    with TemporaryDirectory() as folder:
        start = process_time()
        gc.disable()
        write_search(site, Path(folder))
        cpu = process_time() - start
        files = [path for path in Path(folder).rglob("*") if path.is_file() and "index" in str(path)]
        size = sum(path.stat().st_size for path in files) / 1e6
    each = 1000 * cpu / pages
    print(
        f"index of {pages} pages: {cpu:.2f} s of CPU ({each:.2f} ms a page), {len(files)} files, {size:.1f} MB"
    )


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.search", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--pages", type=int, default=3000, help="dated files, both languages together")
    parser.add_argument("--episodes", type=int, default=150)
    parser.add_argument("--queries", type=int, default=150)
    choice = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "project", choice.pages, choice.episodes)
        site = planned(folder / "project")
        index_cost(site)
        write_search(site, folder / "site")
        with launched() as browser:
            for ranges in (True, False):
                for edition in site.editions:
                    with serving(folder / "site", ranges=ranges) as served:
                        search(browser.new_page(), served, edition, choice.queries)


if __name__ == "__main__":
    main()
