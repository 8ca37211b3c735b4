"""What we write keeps every rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from feeds.conftest import SITE, make_channel, make_item, podcast_feed

from site_builder.feeds.entries import FeedChannel, FeedItem
from site_builder.plugin import build_site
from site_builder.verify.podcast_rules import judge

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 12, 1, tzinfo=UTC)
OF_THE_CONTENT = {"license-there", "chapters-there", "transcript-there"}


def broken(channel: FeedChannel, items: list[FeedItem]) -> list[tuple[str, str]]:
    return [(found.rule.name, found.value) for found in judge(podcast_feed(channel, items), NOW)]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_show_with_every_tag(language: str) -> None:
    assert broken(make_channel(language), [make_item(number, language) for number in range(300)]) == []


def test_a_show_that_has_ended_and_moved_and_is_not_to_be_listed() -> None:
    channel = make_channel("cs")
    gone = replace(
        channel, complete=True, block=True, locked=False, new_feed_url=f"{SITE}/jinde.xml", type="serial"
    )
    items = [replace(make_item(number), number=number + 1, season=1) for number in range(9)]
    assert broken(replace(gone, explicit=True, ai_content=True), items) == []


def test_a_show_that_says_no_more_than_it_must() -> None:
    channel = FeedChannel(
        url=f"{SITE}/feed.xml",
        guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
        title="Jednorožec",
        link=f"{SITE}/podcast/",
        description="",
        language="cs",
        author="Centrum",
        owner_name="",
        owner_email="podcast@example.org",
        categories=("Government",),
        image=f"{SITE}/cover.jpeg",
        people=make_channel("cs").people,
    )
    item = make_item(1)
    bare = FeedItem(item.guid, item.title, item.link, "", item.date, item.enclosure)
    assert {name for name, _ in broken(channel, [bare])} == OF_THE_CONTENT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    assert build_site(ROOT, folder).project.is_publishable
    return folder


@pytest.mark.parametrize("feed", ["podcast/feed.xml", "en/podcast/feed.xml"])
def test_the_real_podcast(site: Path, feed: str) -> None:
    found = {violation.rule.name for violation in judge((site / feed).read_bytes(), NOW)}
    assert found <= OF_THE_CONTENT
