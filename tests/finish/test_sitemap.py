"""The sitemap says when pages changed, listings too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from site_builder.finish.sitemap import sitemap_file
from site_builder.project import prepare

MakeSite = Callable[[Mapping[str, str]], Path]
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ARTICLE = "---\ntitle: {0}\ndescription: Popis.\ndate: {1}\n{2}topics: [{3}]\n---\nText.\n"


def changes(make_site: MakeSite, now: datetime, files: Mapping[str, str]) -> Mapping[str, str]:
    """`lastmod` by the path of the page; empty where it has none."""
    project = prepare(make_site(files), "https://web.example/", now)
    assert project.site
    return {
        entry.findtext("s:loc", "", NAMES).removeprefix("https://web.example"): entry.findtext(
            "s:lastmod", "", NAMES
        )
        for entry in ET.fromstring(sitemap_file(project.site)).findall("s:url", NAMES)
    }


def test_a_listing_changes_with_its_newest_document(make_site: MakeSite, now: datetime) -> None:
    found = changes(
        make_site,
        now,
        {
            "content/articles/a.cs.md": ARTICLE.format("A", "2026-01-01", "updated: 2026-05-20\n", "housing"),
            "content/articles/b.cs.md": ARTICLE.format("B", "2026-04-01", "", "debt"),
        },
    )
    assert found["/clanky/a/"] == "2026-05-20"
    assert found["/clanky/b/"] == "2026-04-01"
    assert found["/clanky/"] == found["/"] == "2026-05-20"
    assert found["/temata/dluhy/"] == "2026-04-01"
    assert found["/podcast/"] == found["/podcast/prvni-dil/"] == "2026-03-01"
    assert found["/en/"] == "2026-03-01", "of its own language"


def test_what_has_no_date_says_nothing(make_site: MakeSite, now: datetime) -> None:
    found = changes(make_site, now, {})
    assert found["/lide/"] == found["/lide/jana/"] == ""


def test_scheduled_pages_change_nothing_yet(make_site: MakeSite, now: datetime) -> None:
    article = ARTICLE.format("A", "2999-01-01", "", "housing")
    assert changes(make_site, now, {"content/articles/a.cs.md": article})["/"] == "2026-03-01"
