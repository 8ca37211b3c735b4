"""The gold set: invented pages beside the real ones, and queries that each should find one of them.

Every third query is held back: nothing was tuned by it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from json import dumps
from pathlib import Path

from site_builder.finish.search import search_index
from site_builder.plan.site import Site
from site_builder.project import prepare

OPEN = """async (folder) => {
  const { openIndex } = await import("/assets/search/engine.js");
  window.engine = await openIndex(folder);
}"""
ASK = "([text, choice]) => window.engine.find(text, choice)"
FIND = """async ([folder, texts, choice]) => {
  const { openIndex } = await import("/assets/search/engine.js");
  const engine = await openIndex(folder);
  const found = [];
  for (const text of texts) found.push(await engine.find(text, choice));
  return found;
}"""
"""Scripts for a page: to open an index, to ask it, and both for several texts at once."""

HERE = Path(__file__).parent / "gold"
PROJECT = Path(__file__).parents[2]
INDEXES = {"cs": "/hledat/index/", "en": "/en/search/index/"}
LANGUAGES = tuple(INDEXES)
NOW = datetime(2027, 1, 1, tzinfo=UTC)
UNDATED = ("people", "pages")


@dataclass(frozen=True)
class Query:
    """What somebody types, and the URL's last part of the page that they want; `family` is how they type."""

    family: str
    text: str
    page: str
    held_back: bool


def queries(language: str) -> list[Query]:
    return [
        Query(family, text, page.partition("/")[2], number % 3 == 2)
        for number, (family, text, page) in enumerate(_rows(f"queries.{language}.txt"))
    ]


def gold_project(folder: Path) -> Path:
    """The real content with the invented pages beside it, as a project in `folder`."""
    for part in ("content", "podcast"):
        shutil.copytree(PROJECT / part, folder / part, ignore=shutil.ignore_patterns("*.mp3"))
    for language in LANGUAGES:
        for number, (page, title, description, text) in enumerate(_rows(f"documents.{language}.txt")):
            kind, _, name = page.partition("/")
            fields = [f"title: {dumps(title)}", f"description: {dumps(description)}", f"slug: {name}"]
            day = date(2024, 1, 1) + timedelta(days=5 * number)
            if kind not in UNDATED:
                fields.append(f"date: {day}")
            if kind == "events":
                fields.append(f"starts: {day} 09:00")
            place = {"pages": "content", "episodes": "podcast"}.get(kind, f"content/{kind}")
            path = folder / place / f"{name}.{language}.md"
            path.write_text("\n".join(["---", *fields, "---", text, ""]), encoding="utf-8")
    return folder


def planned(project: Path) -> Site:
    site = prepare(project, "https://web.example/", NOW).site
    assert site is not None
    return site


def write_search(site: Site, folder: Path) -> None:
    """What the browser needs to search `site`, below `folder`: the indexes and the engine."""
    for edition in site.editions:
        for url, data in search_index(edition):
            path = folder / site.urls.output(url)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    copy_engine(folder)


def copy_engine(folder: Path) -> None:
    """The engine below `folder`, and a page to run it on."""
    shutil.copytree(PROJECT / "overrides/assets/search", folder / "assets/search", dirs_exist_ok=True)
    (folder / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")


def _rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]
