"""Rules about a show in plain RSS and Atom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .nodes import Node
from .table import MUST, SHOULD, rule, rule_among
from .values import html, is_https, is_language, moment

_COPYRIGHT = re.compile(r"copyright|©|\(c\)|\b(19|20)\d\d\b", re.IGNORECASE)
_MAILBOX = re.compile(r"[^@\s]+@[^@\s]+ \((?:[^()]|\([^()]*\))+\)")  # brackets nest (RFC 822, 3.4.3)
_PAGING = ("first", "last", "next", "previous")


def links(channel: Node, relation: str) -> list[Node]:
    """Its Atom links of this relation."""
    return [link for link in channel.all("atom:link") if link.get("rel") == relation]


@rule("self", MUST, ("channel",), "The feed doesn't name its own address once (atom:link rel=self).")
def self_link(channel: Node) -> bool:
    """PSP-1, atom:link rel=self: the canonical URL, type application/rss+xml."""
    found = links(channel, "self")
    return (
        len(found) == 1 and is_https(found[0].get("href")) and found[0].get("type") == "application/rss+xml"
    )


@rule("show-title", MUST, ("channel",), "The show has no title.")
def title(channel: Node) -> bool:
    """RSS 2.0, PSP-1: required."""
    return bool(channel.text_of("title"))


@rule("show-link", MUST, ("channel",), "The show has no page (link).")
def link(channel: Node) -> bool:
    """RSS 2.0, PSP-1: required."""
    return bool(channel.text_of("link"))


@rule("show-description", MUST, ("channel",), "The show has no description.")
def description(channel: Node) -> bool:
    """RSS 2.0, PSP-1: required."""
    return bool(channel.text_of("description"))


@rule("description-length", MUST, ("description",), "A description has more than 4,000 bytes.")
def description_length(node: Node) -> bool:
    """PSP-1, description: at most 4,000 bytes, of the show and of an episode."""
    return len(node.text.encode()) <= 4000


@rule("show-description-plain", SHOULD, ("channel",), "There is HTML in the show's description.")
def description_plain(channel: Node) -> bool:
    """W3C Feed Validator, ContainsHTML: a channel's description is plain text."""
    return not html(channel.text_of("description"))[0]


@rule("language", MUST, ("channel",), "The show's language is no two-letter code such as cs or en.")
def language(channel: Node) -> bool:
    """PSP-1, language: ISO 639; Apple's guide: two letters, with a region or without."""
    return is_language(channel.text_of("language"))


@rule("image-there", SHOULD, ("channel",), "The feed has no image with the show's own title and link.")
def image(channel: Node) -> bool:
    """RSS 2.0, image: `title` and `link` have in practice the same value as the channel's."""
    found = channel.first("image")
    return found is not None and all(
        found.text_of(name) == channel.text_of(name) for name in ("title", "link")
    )


@rule("copyright", SHOULD, ("copyright",), "The copyright holds a year, the sign © or the word: {value}")
def copyright_(node: Node) -> bool:
    """PSP-1, copyright: should not include the word "Copyright", the © symbol, or a year."""
    return not _COPYRIGHT.search(node.text)


@rule(
    "build-date",
    SHOULD,
    ("channel",),
    "The feed is older than its newest episode, or has no date (lastBuildDate).",
)
def build_date(channel: Node) -> bool:
    """RSS 2.0, lastBuildDate: the last time the content of the channel changed."""
    dates = [found for item in channel.all("item") if (found := moment(item.text_of("pubDate")))]
    built = moment(channel.text_of("lastBuildDate"))
    return built is not None and built >= max(dates) if dates else True


@rule("mailbox", SHOULD, ("managingEditor", "webMaster"), "“{value}” isn't written as address (name).")
def mailbox(node: Node) -> bool:
    """RSS 2.0, managingEditor; RSS Best Practices Profile: address, then the name in brackets."""
    return bool(_MAILBOX.fullmatch(node.text))


@rule(
    "hub",
    MUST,
    ("channel",),
    "The feed names a hub, but not with an absolute address, or not its own address.",
)
def hub(channel: Node) -> bool:
    """WebSub, section 4: hub and self go together."""
    hubs = links(channel, "hub")
    return not hubs or (all(is_https(one.get("href")) for one in hubs) and bool(links(channel, "self")))


@rule_among(
    "paging-relation",
    MUST,
    ("channel",),
    "An archive page is linked as prev; the relation is called previous.",
)
def paging_relation(channel: Node) -> Iterable[Node]:
    """RFC 5005, section 3: first, last, next, previous."""
    return links(channel, "prev")


@rule("paging", MUST, ("channel",), "The links between the feed's pages don't fit together.")
def paging(channel: Node) -> bool:
    """RFC 5005, section 3: the first page has no previous one, the last no next one, all others both."""
    there = {relation: links(channel, relation) for relation in _PAGING}
    if not any(there.values()):
        return True
    if any(len(found) > 1 for found in there.values()):
        return False
    own = next((found.get("href") for found in links(channel, "self")), "")
    return all(
        not there[end] or (there[end][0].get("href") == own) != bool(there[further])
        for end, further in (("first", "previous"), ("last", "next"))
    )


@rule("complete-unpaged", MUST, ("channel",), "The feed says that it is complete, but has archive pages.")
def complete_unpaged(channel: Node) -> bool:
    """RFC 5005, section 2: a complete feed is one document."""
    return not channel.all("fh:complete") or not any(
        links(channel, relation) for relation in (*_PAGING, "prev-archive", "next-archive", "current")
    )
