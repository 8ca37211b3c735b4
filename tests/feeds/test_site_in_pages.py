"""A long show's archive pages lie in the site, each where the one before it says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree
from sites import SITES, copy_site

from site_builder.feeds import paging, podcast
from site_builder.plugin import build_site
from site_builder.verify import verify

NEXT = "string(channel/*[local-name()='link'][@rel='next']/@href)"


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of one episode: three hundred would take minutes to build."""
    for module in (paging, podcast):
        monkeypatch.setattr(module, "MOST_ITEMS", 1)


@pytest.mark.usefixtures("short_pages")
def test_pages_are_written_where_they_are_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    built = build_site(copy_site(SITES / "valid/every-tag", tmp_path / "site"))
    assert built.project.site is not None
    main = etree.parse(built.folder / "podcast/feed.xml").getroot()
    assert main.xpath(NEXT).endswith("/podcast/feed-2.xml")
    second = etree.parse(built.folder / "podcast/feed-2.xml").getroot()
    guids = [page.findtext("channel/item/guid") for page in (main, second)]
    assert len(set(guids)) == 2
    assert second.xpath(NEXT) == ""
    assert not verify(built.folder, built.project.site)
