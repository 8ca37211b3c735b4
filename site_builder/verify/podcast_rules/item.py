"""Rules about an episode in plain RSS."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from .nodes import Node
from .table import MUST, SHOULD, rule, rule_among
from .values import html, is_count, is_https, is_secure, moment

_ALLOWED = frozenset(("p", "ol", "ul", "li", "a", "b", "i", "strong", "em", "br"))
_ACTIVE = frozenset(("script", "iframe", "object", "embed", "form", "style", "link", "meta"))
_NUMBERED = re.compile(r"\s*(s\d+\s*[:.]?\s*e\d+|(episode|ep\.?|díl|část|#|č\.)\s*\d+)", re.IGNORECASE)
_LEADING = re.compile(r"\s*(\d+)\s*[:.–—|-](?!\d)")
_TYPES = {
    "mp3": ("audio/mpeg",),
    "m4a": ("audio/x-m4a", "audio/m4a", "audio/mp4"),
    "mp4": ("video/mp4",),
    "m4v": ("video/x-m4v", "video/m4v", "video/mp4"),
    "mov": ("video/quicktime",),
    "opus": ("audio/ogg", "audio/opus"),
    "ogg": ("audio/ogg",),
    "oga": ("audio/ogg",),
}
"""Endings of audio and video with their MIME types; of m4a and m4v Apple's, PSP-1's and the registered one."""

_PLAYED = frozenset(("mp3", "m4a", "m4v", "mp4", "mov"))


@rule("item-title", MUST, ("item",), "The episode has no title.")
def title(item: Node) -> bool:
    """PSP-1, title: required."""
    return bool(item.text_of("title"))


@rule("item-title-number", SHOULD, ("item",), "The episode's number stands in its title: {value}")
def title_number(item: Node) -> bool:
    """PSP-1, title: no season or episode numbers, which have elements of their own."""
    written = item.text_of("title")
    leading = _LEADING.match(written)
    return not _NUMBERED.match(written) and not (leading and leading[1] == item.text_of("itunes:episode"))


@rule("item-title-show", SHOULD, ("item",), "The episode's title begins with the show's: {value}")
def title_show(item: Node) -> bool:
    """Apple's guide, title: not the name of the show."""
    show = item.parent.text_of("title") if item.parent else ""
    return not show or not item.text_of("title").casefold().startswith(show.casefold())


@rule("enclosure-there", MUST, ("item",), "The episode has no audio, or more than one (enclosure).")
def enclosure_there(item: Node) -> bool:
    """PSP-1, enclosure: required; RSS Best Practices Profile: not more than one."""
    return len(item.all("enclosure")) == 1


@rule_among("enclosure-unique", MUST, ("channel",), "Another episode has the same audio.")
def enclosure_unique(channel: Node) -> Iterable[Node]:
    """Apple's guide, enclosure: a URL of its own for each episode."""
    found = [enclosure for item in channel.all("item") for enclosure in item.all("enclosure")]
    often = Counter(enclosure.get("url") for enclosure in found)
    return [enclosure for enclosure in found if often[enclosure.get("url")] > 1]


@rule("enclosure-length", MUST, ("enclosure",), "The audio's length isn't a number of bytes: {value}")
def enclosure_length(node: Node) -> bool:
    """PSP-1, enclosure: `length` in bytes is required."""
    return is_count(node.get("length"))


@rule("enclosure-url", MUST, ("enclosure",), "The audio has no address (enclosure).")
def enclosure_url(node: Node) -> bool:
    """PSP-1, enclosure: `url` is required."""
    return bool(node.get("url"))


@rule("enclosure-type", MUST, ("enclosure",), "The audio's type doesn't fit the ending of its name: {value}")
def enclosure_type(node: Node) -> bool:
    """PSP-1, enclosure; Apple 823: the ending decides. m4a: Apple says audio/x-m4a, PSP-1 audio/m4a."""
    return node.get("type") in _TYPES.get(_ending(node), (node.get("type"),)) and "/" in node.get("type")


@rule(
    "enclosure-format",
    SHOULD,
    ("enclosure",),
    "Apple's app can't play this format; MP3 and M4A play everywhere: {value}",
)
def enclosure_format(node: Node) -> bool:
    """PSP-1, enclosure: MP3 and MPEG-4; Apple's guide."""
    return _ending(node) in _PLAYED


def _ending(enclosure: Node) -> str:
    return re.split("[?#]", enclosure.get("url"), maxsplit=1)[0].rpartition(".")[2].lower()


@rule("guid-there", MUST, ("item",), "The episode has no guid, or more than one.")
def guid_there(item: Node) -> bool:
    """PSP-1, guid: required."""
    return len(item.all("guid")) == 1 and bool(item.text_of("guid"))


@rule("guid-trimmed", MUST, ("guid",), "There is space around the guid “{value}”.")
def guid_trimmed(node: Node) -> bool:
    """PSP-1, guid: values are strings, compared as they stand; Apple 823."""
    return node.written == node.text


@rule_among("guid-unique", MUST, ("channel",), "Another episode has the same guid.")
def guid_unique(channel: Node) -> Iterable[Node]:
    """PSP-1, guid: each episode has its own."""
    often = Counter(item.text_of("guid") for item in channel.all("item"))
    return [item for item in channel.all("item") if often[item.text_of("guid")] > 1 and item.text_of("guid")]


@rule("guid-kind", SHOULD, ("guid",), "The guid doesn't say whether it is a link (isPermaLink).")
def guid_kind(node: Node) -> bool:
    """RSS 2.0, guid; a widely used parser loses guids without the attribute."""
    return node.get("isPermaLink") in ("true", "false")


@rule("guid-link", MUST, ("guid",), "The guid “{value}” is said to be a link, but is none.")
def guid_link(node: Node) -> bool:
    """RSS 2.0, guid: a permalink unless isPermaLink is false."""
    return node.get("isPermaLink") == "false" or is_https(node.text)


@rule("pub-date", SHOULD, ("item",), "The episode has no date (pubDate).")
def pub_date(item: Node) -> bool:
    """PSP-1, pubDate: recommended."""
    return item.first("pubDate") is not None


@rule_among("pub-date-future", SHOULD, ("document",), "The episode's date is in the future.")
def pub_date_future(document: Node) -> Iterable[Node]:
    """AntennaPod drops episodes of the future; the document's `now` is when the feed is judged."""
    now = datetime.fromisoformat(document.get("now"))
    for root in document.all("rss"):
        for channel in root.all("channel"):
            for item in channel.all("item"):
                published = moment(item.text_of("pubDate"))
                if published and published > now:
                    yield item


@rule_among("newest-first", SHOULD, ("channel",), "The episode stands before a newer one.")
def newest_first(channel: Node) -> Iterable[Node]:
    """RSS 2.0 readers, AntennaPod: the newest item is the first."""
    dated = [(item, when) for item in channel.all("item") if (when := moment(item.text_of("pubDate")))]
    return [item for (item, when), (_, after) in pairwise(dated) if when < after]


@rule("item-link", SHOULD, ("item",), "The episode has no page (link).")
def link(item: Node) -> bool:
    """PSP-1, link: recommended."""
    return bool(item.text_of("link"))


@rule("item-description", SHOULD, ("item",), "The episode has no description.")
def description(item: Node) -> bool:
    """PSP-1, description: recommended."""
    return bool(item.text_of("description"))


@rule("item-description-html", MUST, ("item",), "The description holds HTML that podcast apps don't allow.")
def description_html(item: Node) -> bool:
    """PSP-1, description: p, ol, ul, li, a, b, i, strong, em, in CDATA; Apple's guide adds br."""
    found = item.first("description")
    names = html(found.text)[0] if found else frozenset()
    return not names or (names <= _ALLOWED and found is not None and found.in_cdata)


@rule("item-description-cdata", SHOULD, ("item",), "The episode's description isn't CDATA.")
def description_cdata(item: Node) -> bool:
    """Apple's guide, description; PSP-1, HTML and Link Support."""
    found = item.first("description")
    return found is None or not found.text or found.in_cdata


@rule("item-description-links", SHOULD, ("item",), "A link in the episode's description isn't absolute.")
def description_links(item: Node) -> bool:
    """W3C Feed Validator, ContainsRelRef."""
    return _absolute(item.text_of("description"))


@rule("content-safe", SHOULD, ("content:encoded",), "The show notes hold script, a frame or a form.")
def content_safe(node: Node) -> bool:
    """W3C Feed Validator, SecurityRisk."""
    return not html(node.text)[0] & _ACTIVE


@rule("content-links", SHOULD, ("content:encoded",), "A link in the show notes isn't absolute.")
def content_links(node: Node) -> bool:
    """W3C Feed Validator, ContainsRelRef."""
    return _absolute(node.text)


@rule("content-cdata", SHOULD, ("content:encoded",), "The show notes aren't CDATA.")
def content_cdata(node: Node) -> bool:
    """PSP-1, HTML and Link Support."""
    return node.in_cdata or not node.text


def _absolute(text: str) -> bool:
    links = map(str.lower, html(text)[1])
    return all(is_secure(link) or link.startswith("http:") for link in links)
