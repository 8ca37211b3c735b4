"""Parts of a series lead to their neighbours; episodes to those of their show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from site_builder.plan.site import Site
from site_builder.plan.views import Link, View
from site_builder.project import prepare

PlanOf = Callable[..., Site]
Article = Callable[..., str]
MakeSite = Callable[[Mapping[str, str]], Path]

SERIES = {"content/series.yml": "autobusy: {cs: O autobusech, en: On buses}\n"}
EPISODE = """---
title: {title}
description: Perex.
date: {date}
guid: {title}
---
Poznámky.
"""


def view_of(site: Site, url: str) -> View:
    return next(page.view() for page in site.pages if page.url == url)


def title_of(link: Link | None) -> str | None:
    return link.label if link else None


def parts(article: Article, *dates: str, language: str = "cs") -> dict[str, str]:
    return SERIES | {
        f"content/articles/a{n}.{language}.md": article(f"Část {n}", date, series="autobusy")
        for n, date in enumerate(dates, start=1)
    }


def test_parts_are_ordered_by_date_and_know_their_place(plan_of: PlanOf, article: Article) -> None:
    site = plan_of(parts(article, "2026-03-02", "2026-03-01", "2026-03-03"))
    series = view_of(site, "/clanky/a1/").series
    assert series is not None
    assert (series.label, series.number, series.count) == ("O\xa0autobusech", 2, 3)
    assert title_of(series.previous) == "Část 2"
    assert title_of(series.next) == "Část 3"
    assert [(part.label, part.current) for part in series.parts] == [
        ("Část 2", False),
        ("Část 1", True),
        ("Část 3", False),
    ]


def test_the_first_part_has_none_before_it_and_the_last_none_after(plan_of: PlanOf, article: Article) -> None:
    site = plan_of(parts(article, "2026-03-01", "2026-03-02"))
    first, last = (view_of(site, f"/clanky/a{n}/").series for n in (1, 2))
    assert first is not None
    assert last is not None
    assert (title_of(first.previous), title_of(first.next)) == (None, "Část 2")
    assert (title_of(last.previous), title_of(last.next)) == ("Část 1", None)


def test_parts_that_readers_do_not_see_do_not_count(plan_of: PlanOf, article: Article) -> None:
    files = parts(article, "2026-03-01", "2026-03-02", "2099-01-01")
    series = view_of(plan_of(files), "/clanky/a2/").series
    assert series is not None
    assert (series.count, series.next) == (2, None)


def test_a_series_of_one_language_is_none_in_the_other(plan_of: PlanOf, article: Article) -> None:
    files = parts(article, "2026-03-01", "2026-03-02") | parts(article, "2026-03-01", language="en")
    site = plan_of(files)
    assert view_of(site, "/en/articles/a1/").series is None, "it is the only part there"
    assert view_of(site, "/clanky/a1/").series is not None


def test_a_document_of_no_series_has_none(plan_of: PlanOf, article: Article) -> None:
    site = plan_of({"content/articles/a.cs.md": article()})
    assert view_of(site, "/clanky/a/").series is None


def test_episodes_lead_to_their_neighbours_and_to_the_show(make_site: MakeSite, now: datetime) -> None:
    files = {
        f"podcast/{name}.cs.md": EPISODE.format(title=name, date=date)
        for name, date in (("druhy", "2026-03-08"), ("treti", "2026-03-15"))
    }
    site = prepare(
        make_site(files), "https://web.example/", now
    ).site  # they lack audio, which doesn't matter here
    assert site is not None
    series = view_of(site, "/podcast/druhy/").series
    assert series is not None
    assert (series.number, series.count) == (2, 3)
    assert title_of(series.previous) == "První díl"
    assert title_of(series.next) == "treti"
    assert series.parts == ()
    assert series.more is not None
    assert series.more.url == "/podcast/"
