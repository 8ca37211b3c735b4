"""feedgen's extensions: what it lacks for podcasts, and dates.

feedgen's own iTunes extension refuses `explicit` as `false` and pictures it does not know; its dates depend
on the clock and on the locale of the whole process.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime

from lxml.etree import CDATA

from .elements import ATOM, CONTENT, PREFIXES, Element, add
from .entries import FeedChannel, FeedItem
from .episode_tags import add_podcast_to_item
from .itunes_tags import add_itunes_to_channel, add_itunes_to_item
from .podcast_tags import add_podcast_to_channel
from .texts import as_html

DESCRIPTION = 4000
"""Bytes of a description (PSP-1)."""


class ChannelTags:
    """feedgen makes one for the feed; all is set before it is written. `links` are relations to other pages."""

    channel: FeedChannel
    updated: datetime | None
    links: Mapping[str, str]

    def extend_ns(self) -> Mapping[str, str]:
        """The prefixes, all declared once."""
        return PREFIXES

    def extend_rss(self, rss: Element) -> None:
        """Add the channel's tags to `rss`, and set its date to the newest episode's."""
        channel = self.channel
        parent = rss.find("channel")
        _date_of_build(parent, self.updated)
        for relation, url in self.links.items():
            add(parent, ATOM, "link", href=url, rel=relation, type="application/rss+xml")
        if channel.hub:
            add(parent, ATOM, "link", href=channel.hub, rel="hub")
        add_itunes_to_channel(parent, channel)
        add_podcast_to_channel(parent, channel)


class ItemTags:
    """feedgen makes one for each entry; all is set before it is written. `image` is the show's."""

    item: FeedItem
    image: str

    def extend_rss(self, parent: Element) -> None:
        """Add the episode's tags to the `item` element `parent`."""
        item = self.item
        add(parent, "", "pubDate", format_datetime(item.date))
        add(parent, "", "description", CDATA(_description(item)))
        if item.content:
            add(parent, CONTENT, "encoded", CDATA(item.content.replace("]]>", "]]&gt;")))
        add_itunes_to_item(parent, item, self.image)
        add_podcast_to_item(parent, item)


def _description(item: FeedItem) -> str:
    """The perex, then the sentences about the voice and the Union's money, which are never cut off.

    Where something is escaped it is a paragraph, so that apps that guess take it for HTML; else it stays plain, as
    browsers that show the feed itself know no HTML in it.
    """
    text, ending, room = item.description or item.title or item.link, "", DESCRIPTION - len("<p></p>")
    if item.synthetic_voice or item.publicity:
        ending = " " + as_html(f"{item.synthetic_voice} {item.publicity}".strip(), room // 2)
    html = as_html(text, room - len(ending.encode())) + ending
    return f"<p>{html}</p>" if "&" in html else html


def _date_of_build(channel: Element, updated: datetime | None) -> None:
    """Replace the time of the clock, which feedgen always writes; a show without episodes has no date."""
    element = channel.find("lastBuildDate")
    if updated:
        element.text = format_datetime(updated)
    else:
        channel.remove(element)
