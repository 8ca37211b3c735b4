"""A show and its episodes → the bytes of an RSS 2.0 feed that podcast apps read.

Rules: PSP-1 (the Podcast Standards Project), Apple's Podcaster's Guide to RSS, the podcast namespace 1.0.
feedgen writes plain RSS; what it cannot say, or says wrongly, stands in `podcast_tags`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from feedgen.feed import FeedGenerator

from .entries import FeedChannel, FeedItem
from .podcast_tags import ChannelTags, ItemTags
from .texts import cleaned, shorten

GENERATOR = "site-builder"
_DESCRIPTION = 4000
"""Bytes of a description (PSP-1)."""


def podcast_feed(channel: FeedChannel, items: Iterable[FeedItem]) -> bytes:
    """The feed of `channel` with all `items`, newest first. The same data gives the same bytes."""
    channel = cleaned(channel)
    ordered = sorted((cleaned(item) for item in items), key=lambda item: (item.date, item.guid), reverse=True)

    feed = FeedGenerator()
    feed.register_extension("show", ChannelTags, ItemTags, atom=False)
    feed.show.channel = channel
    feed.show.updated = ordered[0].date if ordered else None
    feed.title(channel.title or channel.link)
    feed.link([{"href": channel.url, "rel": "self", "type": "application/rss+xml"}, {"href": channel.link}])
    feed.description(shorten(channel.description or channel.title or channel.link, _DESCRIPTION))
    feed.language(channel.language)
    feed.image(channel.image)
    feed.copyright(channel.copyright)
    feed.generator(GENERATOR)
    for item in ordered:
        _add(feed, item)
    xml: bytes = feed.rss_str(pretty=True)
    return xml


def _add(feed: FeedGenerator, item: FeedItem) -> None:
    title = item.title or item.link
    entry = feed.add_entry(order="append")
    entry.title(title)
    entry.link(href=item.link)
    entry.description(_description(replace(item, title=title)))
    if item.content:
        entry.content(item.content.replace("]]>", "]]&gt;"), type="CDATA")
    entry.guid(item.guid, permalink=False)
    entry.enclosure(item.enclosure.url, str(item.enclosure.size), item.enclosure.media_type)
    entry.show.item = item


def _description(item: FeedItem) -> str:
    """The perex, then the sentence about the voice, which is never cut off."""
    text = item.description or item.title
    if not item.synthetic_voice:
        return shorten(text, _DESCRIPTION)
    room = _DESCRIPTION - len(item.synthetic_voice.encode()) - 1
    return f"{shorten(text, room)} {item.synthetic_voice}"
