"""An episode whose date is a day alone appears when its show usually does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sites import SITES, copy_site

from site_builder.load import load


def dates(site: Path) -> dict[str, datetime | None]:
    library, _ = load(site)
    assert library is not None
    return {document.path: document.date for document, _ in library.episodes}


def test_a_day_alone_gets_the_time_of_the_show_and_a_time_stays(tmp_path: Path) -> None:
    found = dates(copy_site(SITES / "valid" / "episode-on-a-day", tmp_path / "site"))
    assert str(found["podcast/druha.cs.md"]) == "2026-03-08 06:30:00+01:00"
    assert str(found["podcast/prvni.cs.md"]) == "2026-03-01 06:00:00+01:00"


def test_midnight_may_be_meant(tmp_path: Path) -> None:
    site = copy_site(SITES / "valid" / "episode-on-a-day", tmp_path / "site")
    episode = site / "podcast" / "druha.cs.md"
    episode.write_text(episode.read_text("utf-8").replace("2026-03-08", "2026-03-08 00:00"), encoding="utf-8")
    assert str(dates(site)["podcast/druha.cs.md"]) == "2026-03-08 00:00:00+01:00"


def test_without_a_time_in_the_show_the_day_begins_at_midnight(tmp_path: Path) -> None:
    site = copy_site(SITES / "valid" / "episode-on-a-day", tmp_path / "site")
    show = site / "podcast" / "show.yml"
    show.write_text(show.read_text("utf-8").replace('publish_time: "06:30"', ""), encoding="utf-8")
    assert str(dates(site)["podcast/druha.cs.md"]) == "2026-03-08 00:00:00+01:00"
