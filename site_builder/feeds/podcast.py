"""A show and its episodes → the bytes of an RSS 2.0 feed that podcast apps read.

Rules: PSP-1 (the Podcast Standards Project), Apple's Podcaster's Guide to RSS, the podcast namespace 1.0.
feedgen writes plain RSS; what it cannot say, or says wrongly, is added by extensions of it (`extensions`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from .elements import PREFIXES, Element
from .entries import FeedChannel, FeedItem
from .extensions import DESCRIPTION, ChannelTags, ItemTags
from .paging import MOST_BYTES, MOST_ITEMS, page_links, shares
from .texts import cleaned, with_ending

GENERATOR = "site-builder"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_RULES = "https://www.rssboard.org/rss-specification"
_STYLES = {"css": "text/css", "xsl": "text/xsl"}
_END = b"  </channel>"


def feed_pages(
    channel: FeedChannel, items: Iterable[FeedItem], page_url: Callable[[int], str]
) -> tuple[tuple[str, bytes], ...]:
    """The feed of `channel` and, where it is long, its archive pages: URL and bytes of each, newest items first.

    The first page is at the channel's own URL, page n at `page_url(n)`. The same data gives the same bytes.
    """
    show = _Show(channel, items)
    first = show.channel.url
    if len(show.items) <= MOST_ITEMS:
        whole = show.page(first, show.items)
        if len(whole) <= MOST_BYTES:
            return ((first, whole),)

    longest = [page_url(len(show.items))] * 3
    room = MOST_BYTES - len(show.page(longest[1], (), page_links(longest, 1)))
    parts = list(shares([len(item) for item in show.items], room))
    urls = [first, *map(page_url, range(2, len(parts) + 1))]
    return tuple(
        (url, show.page(url, show.items[part], page_links(urls, page)))
        for page, (url, part) in enumerate(zip(urls, parts, strict=True))
    )


class _Show:
    """A channel, and its items as bytes, the newest first: each is written once, whatever page it comes on."""

    def __init__(self, channel: FeedChannel, items: Iterable[FeedItem]) -> None:
        self.channel = cleaned(channel)
        inside = etree.SubElement(etree.Element("rss", nsmap=PREFIXES), "channel")
        image = self.channel.image
        written = [(item.date, item.guid, _written(item, image, inside)) for item in map(cleaned, items)]
        written.sort(key=lambda item: item[:2], reverse=True)
        self.updated = written[0][0] if written else None
        self.items = [data for _, _, data in written]

    def page(self, url: str, items: Iterable[bytes], links: Mapping[str, str] | None = None) -> bytes:
        """The feed document at `url` with `items`; `links` lead to the other pages, relation → URL."""
        channel = self.channel
        feed = FeedGenerator()
        feed.register_extension("show", ChannelTags, atom=False)
        feed.show.channel, feed.show.updated, feed.show.links = channel, self.updated, links or {}
        feed.title(channel.title or channel.link)
        feed.link([{"href": url, "rel": "self", "type": "application/rss+xml"}, {"href": channel.link}])
        description = channel.description or channel.title or channel.link
        feed.description(with_ending(description, channel.publicity, DESCRIPTION))
        feed.language(channel.language)
        feed.image(channel.image)
        feed.copyright(channel.copyright)
        feed.managingEditor(_mailbox(channel))
        feed.docs(_RULES)
        feed.generator(GENERATOR)
        head, _, foot = feed.rss_str(pretty=True, xml_declaration=False).rpartition(_END)
        return b"".join((_DECLARATION, _stylesheet(channel.stylesheet), head, *items, _END, foot))


def _written(item: FeedItem, image: str, inside: Element) -> bytes:
    """The `item` element; `inside` lends it the prefixes, which only the whole feed declares."""
    entry = FeedEntry()
    entry.register_extension("show", ItemTags, atom=False)
    entry.show.item, entry.show.image = item, image
    entry.title(item.title or item.link)
    entry.link(href=item.link)
    entry.guid(item.guid, permalink=False)
    entry.enclosure(item.enclosure.url, str(item.enclosure.size), item.enclosure.media_type)
    element = entry.rss_entry()
    inside.append(element)
    data: bytes = etree.tostring(element, encoding="UTF-8", xml_declaration=False, pretty_print=True)
    inside.remove(element)
    return b"<item" + data[data.index(b">") :]


def _mailbox(channel: FeedChannel) -> str:
    """An address as RSS writes it, a name in brackets behind."""
    name = channel.owner_name or channel.author
    return f"{channel.owner_email} ({name})" if channel.owner_email and name else channel.owner_email


def _stylesheet(url: str) -> bytes:
    """What makes the feed readable in a browser (xml-stylesheet, W3C)."""
    kind = _STYLES.get(url.rpartition(".")[2])
    return f'<?xml-stylesheet type="{kind}" href="{escape(url)}"?>\n'.encode() if kind else b""
