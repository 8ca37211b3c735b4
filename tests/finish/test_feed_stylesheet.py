"""A feed's stylesheet tells in the feed's language what the feed is; no text can break out of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.finish import outputs
from site_builder.finish.feed_stylesheet import _string, feed_stylesheet
from site_builder.plan.site import Site
from site_builder.project import prepare


@pytest.fixture(scope="module")
def site(every_kind: Path) -> Site:
    site = prepare(every_kind, "https://web.example/obec/", datetime(2026, 6, 1, 12, tzinfo=UTC)).site
    assert site is not None
    return site


def css(site: Site, language: str) -> str:
    return feed_stylesheet(site.editions.by_code[language], site.library.shows["podcast"]).decode()


def test_every_feed_has_one_beside_it(site: Site) -> None:
    paths = {path for path, _ in outputs(site)}
    assert {path for path in paths if path.endswith(".css")} == {"podcast/feed.css"}
    assert "podcast/feed.xml" in paths


def test_it_speaks_the_feed_s_language(site: Site) -> None:
    assert "Nejnovější díly" in css(site, "cs")
    assert "Newest episodes" in css(site, "en")


def test_dates_and_lengths_are_told_in_words_by_the_audio(site: Site) -> None:
    audio = "https://web.example/obec/podcast/audio/prvni.cs.mp3"
    assert f'enclosure[url="{audio}"]' in css(site, "cs")
    assert '"1.\xa0března 2026 · 3\xa0s"' in css(site, "cs")


def test_the_cover_lies_below_the_site_s_path(site: Site) -> None:
    assert 'url("/obec/podcast/audio/cover.jpg")' in css(site, "cs")


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    assert re.findall(r"url\((.*?)\)", css(site, "cs")) == ['"/obec/podcast/audio/cover.jpg"']


@given(st.text())
def test_a_string_ends_where_its_text_ends(text: str) -> None:
    written = _string(text)
    inside = written[1:-1]
    assert not re.search(r'["\n\r\f\x00]', inside)
    unescaped = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), inside)
    assert unescaped == text


def test_a_hostile_show_stays_text(site: Site) -> None:
    edition = site.editions.by_code["cs"]
    show = replace(site.library.shows["podcast"], image='podcast/a") } * { display: none } .jpg')
    assert ") } *" not in feed_stylesheet(edition, show).decode()
