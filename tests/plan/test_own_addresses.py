"""Absolute links to the site itself, on a host that has other sites too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from sites import SITES

from site_builder.project import prepare

HOST = "https://host.example"
ARTICLE = "---\ntitle: Název\ndescription: Perex.\ndate: 2026-03-01\n---\nPlán [na tomto webu]({address}).\n"


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        (f"{HOST}/web/clanky/", []),
        (f"{HOST}/web/en/search/", []),
        (f"{HOST}/web/admin/", []),
        (f"{HOST}/web/podcast/feed.xml", []),
        (f"{HOST}/jiny-web/nikde/", []),
        ("https://jinde.example/web/nikde/", []),
        (f"{HOST}/web/nikde/", ["dead-link"]),
        (f"{HOST}/web/clanky", ["dead-link"]),
        (f"{HOST}/web/media/nikde.pdf", ["dead-link"]),
        (f"{HOST}/web/media/plan.pdf", ["built-address"]),
        (f"{HOST}/web/lide/jana/", ["built-address"]),
    ],
)
def test_an_address_of_the_site_leads_to_what_will_be_there(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime, address: str, codes: list[str]
) -> None:
    settings = (SITES / "base/mkdocs.yml").read_text(encoding="utf-8")
    files = {
        "mkdocs.yml": settings.replace("https://web.example/", f"{HOST}/web/"),
        "content/plan.pdf": "%PDF-1.7\n%%EOF\n",
        "content/articles/a.cs.md": ARTICLE.format(address=address),
    }
    problems = prepare(make_site(files), f"{HOST}/web/", now).problems
    assert [problem.code for problem in problems] == codes
