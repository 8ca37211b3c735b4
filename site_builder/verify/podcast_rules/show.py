"""Rules about the podcast namespace's tags that only shows have."""

from __future__ import annotations

import re

from ...vocabularies import SERVICES
from .nodes import Node
from .table import MUST, SHOULD, rule
from .values import is_count, is_date, is_https, is_iso_date, is_mail, is_uuid

_MEDIUMS = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
_RRULE = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+:.-]+)*")


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


@rule("person-there", SHOULD, ("channel",), "The show names nobody who makes it (podcast:person).")
def person_there(channel: Node) -> bool:
    """Namespace, person.md: the channel is always populated."""
    return bool(channel.all("podcast:person"))


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
