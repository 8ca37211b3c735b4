"""Rules about the document as a whole, and about values wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable

from .nodes import KNOWN, Node
from .table import MUST, SHOULD, rule, rule_among
from .values import is_date, is_https, is_secure

_PREFIXES = {prefix: uri for uri, prefix in reversed(KNOWN.items())}
_LONGER = {
    "description": 4000,
    "content:encoded": None,
    "podcast:txt": 4000,
    "itunes:summary": 4000,
    "itunes:keywords": None,
}
"""Texts that may have more characters than others, or as many as they like; their own rules count bytes."""

_ONCE = {
    "channel": (
        *("title", "link", "description", "language", "copyright", "lastBuildDate", "image"),
        *(
            f"itunes:{name}"
            for name in ("author", "explicit", "image", "owner", "type", "complete", "new-feed-url")
        ),
        *(f"podcast:{name}" for name in ("guid", "locked", "medium", "license", "updateFrequency")),
        *(f"podcast:{name}" for name in ("podroll", "publisher", "podping")),
    ),
    "item": (
        *("title", "link", "description", "pubDate", "content:encoded"),
        *(f"itunes:{name}" for name in ("duration", "explicit", "image", "episodeType", "season", "episode")),
        *(f"podcast:{name}" for name in ("season", "episode", "chapters", "license")),
    ),
}
"""What a show and an episode have once at most."""

_DATES = ("pubDate", "lastBuildDate")
_URLS = ("link", "url")
_URL_ATTRIBUTES = ("href", "url", "img", "uri", "feedUrl", "accountUrl")
_SPACES = ("itunes:", "podcast:", "atom:")


@rule("well-formed", MUST, (), "The feed is no well-formed XML.")
def well_formed(document: Node) -> bool:
    """XML 1.0; PSP-1: UTF-8. The parser finds it, and then there is nothing else to judge."""
    return True


@rule("declaration", MUST, ("document",), "The feed doesn't begin with an XML declaration that says UTF-8.")
def declaration(document: Node) -> bool:
    """PSP-1, Required RSS Namespace Declarations; Apple 823."""
    return document.get("version") == "1.0" and document.get("encoding").upper() == "UTF-8"


@rule("no-bom", MUST, ("document",), "The feed begins with a byte order mark.")
def no_bom(document: Node) -> bool:
    """PSP-1: plain text in UTF-8; Apple 823."""
    return not document.has("bom")


@rule("no-doctype", MUST, ("document",), "The feed has a document type declaration.")
def no_doctype(document: Node) -> bool:
    """PSP-1, Required RSS Namespace Declarations: the declaration, then rss."""
    return not document.has("doctype")


@rule("rss", MUST, ("document",), "The feed isn't RSS 2.0 with one channel.")
def rss(document: Node) -> bool:
    """RSS 2.0: `rss` with version 2.0, one `channel` in it."""
    root = document.first("rss")
    return root is not None and root.get("version") == "2.0" and len(root.all("channel")) == 1


@rule(
    "namespaces-declared",
    MUST,
    ("document",),
    "The feed doesn't declare itunes, podcast and atom at its start.",
)
def namespaces_declared(document: Node) -> bool:
    """PSP-1, Required RSS Namespace Declarations: these three, with exactly these URIs, in the opening."""
    declared = {node.get("uri") for node in document.all("xmlns") if node.get("on") == "rss"}
    return {_PREFIXES[prefix] for prefix in ("itunes", "podcast", "atom")} <= declared


@rule_among("namespace-uri", MUST, ("document",), "A namespace has not the URI that apps look for: {value}")
def namespace_uri(document: Node) -> Iterable[Node]:
    """PSP-1: namespace definitions are case-sensitive and must be entered as shown."""
    for node in document.all("xmlns"):
        right = _PREFIXES.get(node.get("prefix"))
        if right and node.get("uri") != right:
            yield node


@rule_among(
    "namespace-prefix", MUST, ("document",), "A namespace has not the prefix that apps look for: {value}"
)
def namespace_prefix(document: Node) -> Iterable[Node]:
    """PSP-1; AntennaPod matches the prefix literally."""
    for node in document.all("xmlns"):
        prefix = KNOWN.get(node.get("uri"))
        if prefix and node.get("prefix") != prefix:
            yield node


@rule("text-length", MUST, ("*",), "A text in the feed is longer than apps keep: {value}")
def text_length(node: Node) -> bool:
    """PSP-1: node values are limited to 255 characters unless otherwise specified."""
    if len(node.written) <= 255 or node.children:
        return True
    most = _LONGER.get(node.name, 255)
    foreign = "/" in node.name
    return foreign or most is None or len(node.written) <= most


@rule("text-trimmed", SHOULD, ("*",), "There is space around a text in the feed: {value}")
def text_trimmed(node: Node) -> bool:
    """PSP-1: node values should have no leading or trailing spaces; Apple 823 and guids need it."""
    written = node.written
    return bool(node.children) or not written or not (written[0].isspace() or written[-1].isspace())


@rule_among("once", MUST, tuple(_ONCE), "A tag stands more than once, though only one counts: {value}")
def once(node: Node) -> Iterable[Node]:
    """RSS 2.0; W3C Feed Validator, DuplicateElement; podcast namespace, each tag's page: count single."""
    for name in _ONCE[node.name]:
        yield from node.all(name)[1:]


@rule("date", MUST, _DATES, "“{value}” is no date as feeds write it (Tue, 01 Sep 2026 06:00:00 +0200).")
def date(node: Node) -> bool:
    """PSP-1, pubDate: RFC 2822; Apple 823: English names, the right weekday."""
    return is_date(node.text)


@rule("url", MUST, _URLS, "“{value}” is no absolute address that begins with https://.")
def url(node: Node) -> bool:
    """Apple 823; podcast namespace 1.0: https wherever a URL is specified."""
    return is_https(node.text)


@rule(
    "url-attribute",
    MUST,
    ("*",),
    "An address in the feed isn't absolute, or doesn't begin with https://: {value}",
)
def url_attribute(node: Node) -> bool:
    """Apple 823; podcast namespace 1.0. A `podcast:source` may be of any scheme (`source.md`)."""
    if not node.attributes or node.name == "podcast:source":
        return True
    ours = node.name == "enclosure" or node.name.startswith(_SPACES)
    return not ours or all(is_secure(node.get(key)) for key in _URL_ATTRIBUTES if key in node.attributes)


@rule(
    "url-ascii", MUST, ("*",), "An address of a file in the feed has letters with accents or spaces: {value}"
)
def url_ascii(node: Node) -> bool:
    """Apple 823: file names of ASCII letters and digits; RFC 3986: what else is percent-encoded."""
    written = [node.attributes[key] for key in _URL_ATTRIBUTES if key in node.attributes]
    if node.name in _URLS:
        written.append(node.text)
    return all(value.isascii() and " " not in value for value in written)
