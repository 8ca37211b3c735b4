"""What feedgen lacks for podcasts, as an extension of it: the `itunes:` and `podcast:` tags, and dates.

feedgen's own iTunes extension refuses `explicit` as `false` and pictures it does not know; its dates depend
on the clock and on the locale of the whole process.
"""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from typing import Any

from feedgen.util import xml_elem

from .chapters import MEDIA_TYPE as CHAPTERS_TYPE
from .entries import FeedChannel, FeedItem, FeedPerson

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"

Element = Any


class ChannelTags:
    """feedgen makes one for the feed; `channel` and `updated` are set before it is written."""

    channel: FeedChannel
    updated: datetime | None

    def extend_ns(self) -> dict[str, str]:
        """The prefixes, exactly these: AntennaPod matches them literally."""
        return {"itunes": ITUNES, "podcast": PODCAST}

    def extend_rss(self, rss: Element) -> None:
        """Add the channel's tags to `rss`, and set its date to the newest episode's."""
        channel = self.channel
        parent = rss.find("channel")
        _date_of_build(parent, self.updated)
        _add(parent, ITUNES, "author", channel.author)
        owner = _add(parent, ITUNES, "owner")
        _add(owner, ITUNES, "name", channel.owner_name)
        _add(owner, ITUNES, "email", channel.owner_email)
        _add(parent, ITUNES, "image", href=channel.image)
        for category in channel.categories:
            inside = parent
            for name in category.split(" > "):
                inside = _add(inside, ITUNES, "category", text=name.strip())
        _add(parent, ITUNES, "explicit", _flag(channel.explicit))
        _add(parent, ITUNES, "type", channel.type)
        _add(parent, PODCAST, "guid", channel.guid)
        _add(parent, PODCAST, "locked", "yes", owner=channel.owner_email)
        _add(parent, PODCAST, "medium", "podcast")
        _people(parent, channel.people)


class ItemTags:
    """feedgen makes one for each entry; `item` is set before it is written."""

    item: FeedItem

    def extend_rss(self, parent: Element) -> None:
        """Add the episode's tags to the `item` element `parent`."""
        item = self.item
        _add(parent, None, "pubDate", format_datetime(item.date))
        _add(parent, ITUNES, "duration", str(max(round(item.seconds), 1)))
        _add(parent, ITUNES, "explicit", _flag(item.explicit))
        _add(parent, ITUNES, "episodeType", item.type)
        if item.image:
            _add(parent, ITUNES, "image", href=item.image)
        for space in (ITUNES, PODCAST):
            if item.season:
                _add(parent, space, "season", str(item.season))
            if item.number:
                _add(parent, space, "episode", str(item.number))
        for transcript in item.transcripts:
            _add(
                parent,
                PODCAST,
                "transcript",
                url=transcript.url,
                type=transcript.media_type,
                language=transcript.language,
            )
        if item.chapters_url:
            _add(parent, PODCAST, "chapters", url=item.chapters_url, type=CHAPTERS_TYPE)
        _people(parent, item.people)


def _people(parent: Element, people: tuple[FeedPerson, ...]) -> None:
    for person in people:
        if person.name:
            _add(parent, PODCAST, "person", person.name, role=person.role, group="cast", href=person.href)


def _date_of_build(channel: Element, updated: datetime | None) -> None:
    """Replace the time of the clock, which feedgen always writes; a show without episodes has no date."""
    element = channel.find("lastBuildDate")
    if updated:
        element.text = format_datetime(updated)
    else:
        channel.remove(element)


def _add(
    parent: Element, space: str | None, name: str, text: str | None = None, /, **attributes: str
) -> Element:
    element = xml_elem(f"{{{space}}}{name}" if space else name, parent)
    element.text = text
    for key, value in attributes.items():
        if value:
            element.set(key, value)
    return element


def _flag(value: bool) -> str:
    return "true" if value else "false"
