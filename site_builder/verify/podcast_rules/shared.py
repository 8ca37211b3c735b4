"""Rules about the podcast namespace's tags that shows and episodes share: who, where, under which terms."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...vocabularies import LICENSES, ROLES
from .nodes import Node
from .table import MUST, SHOULD, rule, rule_among
from .values import is_count, is_https

_OF_VIDEO = ("editor", "video post-production")
"""The one role that the taxonomy has in two groups."""

_CREATIVE_COMMONS = re.compile(r"cc0-1\.0|cc-by(-nc)?(-nd|-sa)?-\d\.\d(-[a-z]{2,3})?")
_GEO = re.compile(r"geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(,-?\d+(\.\d+)?)?(;[\w=.;-]+)?")
_OSM = re.compile(r"[NWR]\d+(#\d+)?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_RATIO = re.compile(r"\d+(\.\d+)?\s*/\s*\d+(\.\d+)?|\d+(\.\d+)?")
_SHORT = ("person", "location", "funding", "trailer", "updateFrequency", "license", "soundbite")


@rule(
    "license",
    MUST,
    ("podcast:license",),
    "“{value}” is no licence that apps know; with an address (url) it may be one's own.",
)
def license_(node: Node) -> bool:
    """Namespace, license.md: of its list or of SPDX, in any case (text and example differ), or with a URL."""
    name = node.text.lower()
    known = name in LICENSES or bool(_CREATIVE_COMMONS.fullmatch(name))
    return bool(name) and (known or is_https(node.get("url")))


@rule("person-name", MUST, ("podcast:person",), "A person in the feed has no name.")
def person_name(node: Node) -> bool:
    """Namespace, person.md: the value cannot be blank."""
    return bool(node.text)


@rule(
    "person-role",
    SHOULD,
    ("podcast:person",),
    "The role or group of {value} isn't one of the Podcast Taxonomy.",
)
def person_role(node: Node) -> bool:
    """Namespace, person.md: role and group of the taxonomy, in any case; without them host and cast."""
    role, group = (node.get("role") or "host").lower(), (node.get("group") or "cast").lower()
    return ROLES.get(role) == group or (role, group) == _OF_VIDEO


@rule_among("person-host", SHOULD, ("channel",), "The episode names people, but nobody who hosts it.")
def person_host(channel: Node) -> Iterable[Node]:
    """Namespace, person.md: an item's people replace the channel's, so the host is repeated."""
    if any(map(_hosts, channel.all("podcast:person"))):
        for item in channel.all("item"):
            people = item.all("podcast:person")
            if people and not any(map(_hosts, people)):
                yield item


def _hosts(person: Node) -> bool:
    return "host" in (person.get("role") or "host").lower()


@rule(
    "podcast-text-length",
    SHOULD,
    tuple(f"podcast:{name}" for name in _SHORT),
    "A text has more than 128 characters: {value}",
)
def text_length(node: Node) -> bool:
    """Namespace, each tag's page: 128 characters, or apps may cut it."""
    return len(node.text) <= 128


@rule("location-name", MUST, ("podcast:location",), "A place in the feed has no name.")
def location_name(node: Node) -> bool:
    """Namespace, location.md: the value cannot be blank."""
    return bool(node.text)


@rule(
    "location",
    MUST,
    ("podcast:location",),
    "The place {value} isn't described as apps read it (rel, geo, osm, country).",
)
def location(node: Node) -> bool:
    """Namespace, location.md: subject or creator; RFC 5870; OpenStreetMap's N, W or R with the number; ISO 3166."""
    return all(
        not node.has(name) or kept(node.get(name))
        for name, kept in (
            ("rel", ("subject", "creator").__contains__),
            ("geo", _GEO.fullmatch),
            ("osm", _OSM.fullmatch),
            ("country", _COUNTRY.fullmatch),
        )
    )


@rule(
    "podcast-image", MUST, ("podcast:image",), "A picture in the feed has no address, or too many purposes."
)
def image(node: Node) -> bool:
    """Namespace, image.md: href is required; purpose has at most 128 characters."""
    return bool(node.get("href")) and len(node.get("purpose")) <= 128


@rule(
    "podcast-image-alt",
    SHOULD,
    ("podcast:image",),
    "A picture in the feed has no text that says what it shows: {value}",
)
def image_alt(node: Node) -> bool:
    """Namespace, image.md: alt is recommended."""
    return bool(node.get("alt").strip())


@rule(
    "podcast-image-size",
    SHOULD,
    ("podcast:image",),
    "A picture in the feed doesn't say its width and aspect ratio: {value}",
)
def image_size(node: Node) -> bool:
    """Namespace, image.md: aspect-ratio (as in CSS) and width are recommended."""
    return bool(_RATIO.fullmatch(node.get("aspect-ratio"))) and is_count(node.get("width"))


@rule("funding", MUST, ("podcast:funding",), "A way to support the show has no address.")
def funding(node: Node) -> bool:
    """Namespace, funding.md: url is required."""
    return is_https(node.get("url"))


@rule("funding-text", SHOULD, ("podcast:funding",), "A way to support the show has no name.")
def funding_text(node: Node) -> bool:
    """Namespace, funding.md: the text is shown beside the link."""
    return bool(node.text)


@rule("txt", SHOULD, ("podcast:txt",), "A note for machines is too long: {value}")
def txt(node: Node) -> bool:
    """Namespace, txt.md: 4,000 characters, purpose 128."""
    return len(node.text) <= 4000 and len(node.get("purpose")) <= 128


@rule("ai-content", MUST, ("podcast:txt",), "ai-content is “{value}”; it can only be true or false.")
def ai_content(node: Node) -> bool:
    """Apple's guide, podcast:txt purpose ai-content."""
    return node.get("purpose") != "ai-content" or node.text in ("true", "false")
