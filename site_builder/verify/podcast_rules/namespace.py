"""Rules about the podcast namespace's tags that shows have, alone or with their episodes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...vocabularies import LICENSES, ROLES, SERVICES
from .nodes import Node
from .table import MUST, SHOULD, rule, rule_among
from .values import is_count, is_date, is_https, is_iso_date, is_mail, is_uuid

_MEDIUMS = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
_OF_VIDEO = ("editor", "video post-production")
"""The one role that the taxonomy has in two groups."""

_CREATIVE_COMMONS = re.compile(r"cc0-1\.0|cc-by(-nc)?(-nd|-sa)?-\d\.\d(-[a-z]{2,3})?")
_GEO = re.compile(r"geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(,-?\d+(\.\d+)?)?(;[\w=.;-]+)?")
_OSM = re.compile(r"[NWR]\d+(#\d+)?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_RATIO = re.compile(r"\d+(\.\d+)?\s*/\s*\d+(\.\d+)?|\d+(\.\d+)?")
_RRULE = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+:.-]+)*")
_SHORT = ("person", "location", "funding", "trailer", "updateFrequency", "license", "soundbite")


@rule("podcast-guid-there", SHOULD, ("channel",), "The show has no podcast:guid.")
def guid_there(channel: Node) -> bool:
    """PSP-1, podcast:guid: recommended."""
    return bool(channel.text_of("podcast:guid"))


@rule("podcast-guid", MUST, ("podcast:guid",), "“{value}” is no UUID, as a show's guid has to be.")
def guid(node: Node) -> bool:
    """PSP-1, podcast:guid; namespace, guid.md: a UUIDv5."""
    return is_uuid(node.text)


@rule(
    "podcast-guid-version",
    SHOULD,
    ("podcast:guid",),
    "The show's guid isn't made of its feed's address: {value}",
)
def guid_version(node: Node) -> bool:
    """Namespace, guid.md: a UUID of version 5, made of the address that the feed had at first."""
    return node.text[14:15] == "5"


@rule(
    "locked-there", SHOULD, ("channel",), "The feed doesn't say whether others may move it (podcast:locked)."
)
def locked_there(channel: Node) -> bool:
    """PSP-1, podcast:locked: recommended."""
    return channel.first("podcast:locked") is not None


@rule(
    "locked",
    MUST,
    ("podcast:locked",),
    "podcast:locked is “{value}”; it can only be yes or no, its owner an e-mail address.",
)
def locked(node: Node) -> bool:
    """PSP-1, podcast:locked; namespace, locked.md: the owner is optional. podcast.xsd, which wants one, is stale."""
    return node.text in ("yes", "no") and (not node.has("owner") or is_mail(node.get("owner")))


@rule("medium-there", SHOULD, ("channel",), "The feed doesn't say that it is a podcast (podcast:medium).")
def medium_there(channel: Node) -> bool:
    """Namespace, medium.md."""
    return channel.first("podcast:medium") is not None


@rule("medium", MUST, ("podcast:medium",), "“{value}” is none of the media that a feed can be.")
def medium(node: Node) -> bool:
    """Namespace, medium.md: one of its list, or such a one with L for a list of them, or mixed."""
    return node.text.removesuffix("L") in _MEDIUMS or node.text == "mixed"


@rule(
    "license-there",
    SHOULD,
    ("channel",),
    "The show doesn't say under which terms others may use it (podcast:license).",
)
def license_there(channel: Node) -> bool:
    """Namespace, license.md."""
    return channel.first("podcast:license") is not None


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


@rule("person-there", SHOULD, ("channel",), "The show names nobody who makes it (podcast:person).")
def person_there(channel: Node) -> bool:
    """Namespace, person.md: the channel is always populated."""
    return bool(channel.all("podcast:person"))


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


@rule(
    "trailer", MUST, ("podcast:trailer",), "The trailer {value} lacks its name, its address or a right date."
)
def trailer(node: Node) -> bool:
    """Namespace, trailer.md: value, url and pubdate (RFC 2822) are required; season is a number."""
    season = not node.has("season") or is_count(node.get("season"))
    return bool(node.text) and is_https(node.get("url")) and is_date(node.get("pubdate")) and season


@rule("trailer-file", SHOULD, ("podcast:trailer",), "The trailer {value} doesn't say its length and type.")
def trailer_file(node: Node) -> bool:
    """Namespace, trailer.md: length and type are recommended."""
    return is_count(node.get("length")) and "/" in node.get("type")


@rule(
    "update-frequency",
    MUST,
    ("podcast:updateFrequency",),
    "“{value}” isn't said as apps read it (rrule, dtstart, complete).",
)
def update_frequency(node: Node) -> bool:
    """Namespace, update-frequency.md: RFC 5545, ISO 8601, a boolean; COUNT needs dtstart."""
    rrule = node.get("rrule")
    return (
        (not rrule or bool(_RRULE.fullmatch(rrule)))
        and (not node.has("dtstart") or is_iso_date(node.get("dtstart")))
        and (not node.has("complete") or node.get("complete") in ("true", "false"))
        and ("COUNT=" not in rrule or node.has("dtstart"))
    )


@rule("txt", SHOULD, ("podcast:txt",), "A note for machines is too long: {value}")
def txt(node: Node) -> bool:
    """Namespace, txt.md: 4,000 characters, purpose 128."""
    return len(node.text) <= 4000 and len(node.get("purpose")) <= 128


@rule("ai-content", MUST, ("podcast:txt",), "ai-content is “{value}”; it can only be true or false.")
def ai_content(node: Node) -> bool:
    """Apple's guide, podcast:txt purpose ai-content."""
    return node.get("purpose") != "ai-content" or node.text in ("true", "false")


@rule("podroll", MUST, ("podcast:podroll",), "The list of recommended podcasts is empty.")
def podroll(node: Node) -> bool:
    """Namespace, podroll.md: one remoteItem or more."""
    return bool(node.all("podcast:remoteItem"))


@rule(
    "publisher",
    MUST,
    ("podcast:publisher",),
    "The publisher isn't named by one feed of the medium publisher.",
)
def publisher(node: Node) -> bool:
    """Namespace, publisher.md: exactly one remoteItem with medium publisher."""
    return [remote.get("medium") for remote in node.all("podcast:remoteItem")] == ["publisher"]


@rule("remote-item", MUST, ("podcast:remoteItem",), "Another podcast isn't named by its guid: {value}")
def remote_item(node: Node) -> bool:
    """Namespace, remote-item.md: feedGuid is required."""
    return is_uuid(node.get("feedGuid").lower())


@rule("podping", MUST, ("podcast:podping",), "usesPodping can only be true or false.")
def podping(node: Node) -> bool:
    """Namespace, podping.md."""
    return node.get("usesPodping") in ("true", "false")


@rule("podcast-block", MUST, ("podcast:block",), "podcast:block is “{value}”; it can only be yes or no.")
def block(node: Node) -> bool:
    """Namespace, block.md."""
    return node.text in ("yes", "no")


@rule(
    "podcast-block-service", MUST, ("podcast:block",), "The blocked platform isn't one of the list: {value}"
)
def block_service(node: Node) -> bool:
    """Namespace, block.md: id is a single entry of serviceslugs.txt."""
    return not node.has("id") or node.get("id") in SERVICES
