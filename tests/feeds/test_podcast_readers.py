"""Two parsers of PyPI that apps are built on read back exactly what the source says."""

from __future__ import annotations

import io
import logging

import feedparser
import podcastparser
import pytest

from site_builder.feeds.elements import PODCAST

from .conftest import Show, description, description_html, newest_first, podcast_feed, whole_seconds

PODCAST_IN_PODCASTPARSER = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"


def test_feedparser(show: Show) -> None:
    channel, items = show
    read = feedparser.parse(podcast_feed(channel, items), sanitize_html=False)

    assert not read.bozo
    assert read.feed.title == channel.title
    assert read.feed.link == channel.link
    assert read.feed.language == channel.language
    assert read.feed.image.href == channel.image
    assert read.feed.podcast_guid == channel.guid
    assert [tag.term for tag in read.feed.tags] == ["Government", "Society & Culture", "Documentary"]
    for entry, item in zip(read.entries, newest_first(items), strict=True):
        assert entry.id == item.guid
        assert entry.guidislink is False
        assert entry.title == item.title
        assert entry.link == item.link
        assert entry.summary == description_html(item)
        assert [(found.href, int(found.length), found.type) for found in entry.enclosures] == [
            (item.enclosure.url, item.enclosure.size, item.enclosure.media_type)
        ]
        assert int(entry.itunes_duration) == whole_seconds(item)
        assert entry.published_parsed[:6] == item.date.utctimetuple()[:6]
        assert entry.get("podcast_chapters", {}).get("url", "") == item.chapters_url
        # feedparser keeps only the last of several elements of a namespace that it doesn't know
        transcript = item.transcripts[-1].url if item.transcripts else ""
        assert entry.get("podcast_transcript", {}).get("url", "") == transcript
        assert entry.podcast_person["role"] == item.people[-1].role
        assert entry.itunes_episodetype == item.type
        assert entry.get("itunes_episode") == (str(item.number) if item.number else None)
        assert entry.get("itunes_season") == (str(item.season) if item.season else None)
        assert entry.image.href == (item.image or channel.image)


def test_podcastparser(show: Show, caplog: pytest.LogCaptureFixture) -> None:
    channel, items = show
    with caplog.at_level(logging.DEBUG):
        read = podcastparser.parse(channel.url, io.BytesIO(podcast_feed(channel, items)))

    assert not caplog.records
    assert read["language"] == channel.language
    assert read["title"] == channel.title
    assert read["description"] == channel.description
    assert read["explicit"] is False
    assert read["cover_url"] == channel.image
    assert read["itunes_categories"] == [["Government"], ["Society & Culture", "Documentary"]]
    assert read["itunes_owner"] == {"name": channel.owner_name, "email": channel.owner_email}
    for episode, item in zip(read["episodes"], newest_first(items), strict=True):
        assert episode["guid"] == item.guid
        assert episode["title"] == item.title
        assert episode["link"] == item.link
        # podcastparser 0.6.11 takes the notes' text for the description where there are both
        assert episode["description"] == ("Poznámky odkaz ]]> konec" if item.content else description(item))
        assert episode["description_html"] == (item.content or description_html(item))
        assert episode["enclosures"] == [
            {
                "url": item.enclosure.url,
                "file_size": item.enclosure.size,
                "mime_type": item.enclosure.media_type,
            }
        ]
        assert episode["total_time"] == whole_seconds(item)
        assert episode["published"] == int(item.date.timestamp())
        assert episode["explicit"] is item.explicit
        assert episode["type"] == item.type
        assert episode.get("season") == item.season
        assert episode.get("number") == item.number
        assert episode["episode_art_url"] == (item.image or channel.image)


def test_podcastparser_reads_the_podcast_tags(show: Show) -> None:
    """podcastparser 0.6.11 knows the podcast namespace by its first name only, which PSP-1 does not allow."""
    channel, items = show
    feed = podcast_feed(channel, items)
    older = feed.replace(PODCAST.encode(), PODCAST_IN_PODCASTPARSER.encode())
    read = podcastparser.parse(channel.url, io.BytesIO(older))

    assert PODCAST not in podcastparser.Namespace.NAMESPACES, "the detour above is no longer needed"
    assert read["import_prohibited"] is True
    for episode, item in zip(read["episodes"], newest_first(items), strict=True):
        assert episode.get("chapters_json_url", "") == item.chapters_url
        assert episode.get("transcript_url", "") == (item.transcripts[-1].url if item.transcripts else "")
        assert [(p["name"], p["role"], p["href"] or "") for p in episode["persons"]] == [
            (person.name, person.role, person.href) for person in item.people
        ]
