"""Readers of what shows and episodes say for podcast apps (`site_builder.podcasting`).

What a rule of the podcast namespace forbids is refused here already, at the line that an editor can mend.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection
from typing import Any

from ..podcasting import (
    AlternateAudio,
    Artwork,
    Credit,
    Funding,
    License,
    Location,
    Note,
    RemoteItem,
    Social,
    Soundbite,
    TitledLink,
    UpdateFrequency,
)
from ..reading.front_matter import Mapping, Scalar, Value
from ..shows import Encoding
from ..similar import same_name, similar_name
from ..vocabularies import CATEGORIES, LICENSES, ROLES, SERVICES, SOCIAL_PROTOCOLS
from . import fields as read
from .fields import FieldType, Reader, Reading, replaced
from .validate import record, refuse_value

_GEO = re.compile(r"geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(,-?\d+(\.\d+)?)?(;[^\s]+)?")
"""A geo URI: latitude, longitude, altitude, parameters (RFC 5870, 3.3)."""

_OSM = re.compile(r"[NWR]\d+(#\d+)?")
_RRULE = re.compile(
    r"FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+:-]+)*"
)
"""The form of a recurrence rule (RFC 5545, 3.3.10)."""

_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of all podcasts' UUIDs (podcast namespace, `guid`)."""

_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PURPOSE = re.compile(r"[a-z0-9-]{1,128}")


def text_up_to(limit: int) -> Reader:
    """A text of one line of at most `limit` characters."""

    def read_text(value: Value, reading: Reading) -> str | None:
        found = read.text(value, reading)
        if found is None or len(found) <= limit:
            return found
        reading.refuse(
            "text-too-long",
            value.at,
            "The text has {length} characters; {limit} are allowed here.",
            "Shorten it.",
            length=str(len(found)),
            limit=str(limit),
        )
        return None

    return read_text


def known(code: str, names: Collection[str], message: str) -> Reader:
    """One of a long list of `names`, in small or capital letters as one likes; `message` is said of others."""
    exact = {name.lower(): name for name in names}
    last_parts = {name.rpartition(" > ")[2]: name for name in names}  # subcategories without their category

    def read_name(value: Value, reading: Reading) -> str | None:
        written = value.text if isinstance(value, Scalar) else ""
        name = exact.get(written.lower())
        if name is None:
            right = same_name(written, names) or last_parts.get(same_name(written, last_parts), "")
            close = right or similar_name(written, names)
            reading.refuse(
                code,
                value.at,
                message,
                "Did you mean “{close}”?" if close else "For example: {example}",
                repair=replaced(value, right) if right else None,
                name=written,
                close=close,
                example=next(iter(names)),
            )
        return name

    return read_name


def _formed(code: str, pattern: re.Pattern[str], message: str, hint: str) -> Reader:
    """A text of the form `pattern`."""

    def read_formed(value: Value, reading: Reading) -> str | None:
        if isinstance(value, Scalar) and pattern.fullmatch(value.text):
            return value.text
        reading.refuse(code, value.at, message, hint)
        return None

    return read_formed


mail_address = _formed(
    "not-an-email",
    _MAIL,
    "Here should be an e-mail address.",
    "Write one that the podcast's directories can write to: podcast@office.example",
)


def feed_guid(value: Value, reading: Reading) -> str | None:
    """The permanent identifier of a feed, a UUID (podcast namespace, `guid`); none is offered to two sites."""
    written = value.text.lower() if isinstance(value, Scalar) else ""
    if _UUID.fullmatch(written):
        return written
    spare = uuid.uuid5(_PODCASTS, f"{reading.site}{reading.path}:{value.at.line}:{value.at.column}")
    reading.refuse(
        "not-a-feed-guid",
        value.at,
        "Here should be the permanent identifier of a podcast's feed (a UUID).",
        "A published feed has it in its tag podcast:guid; for a new one of your own write: {spare}",
        spare=str(spare),
    )
    return None


def _by_name(item: Reader, form: str) -> Reader:
    """A mapping of names to what `item` reads; `form` shows how it is written."""

    def read_mapping(value: Value, reading: Reading) -> dict[str, Any] | None:
        if isinstance(value, Mapping):
            found = {name: item(entry.value, reading) for name, entry in value.fields.items()}
            return {name: part for name, part in found.items() if part is not None}
        refuse_value(value, form, reading)
        return None

    return read_mapping


def seasons(value: Value, reading: Reading) -> dict[int, dict[str, str]] | None:
    """Names of seasons by their numbers."""
    names = _by_name(read.per_language(_SHORT), "{1: {cs: …, en: …}}")(value, reading) or {}
    found = {}
    for number, texts in names.items():
        at = value.fields[number].at if isinstance(value, Mapping) else value.at
        if (season := read.integer(Scalar(number, at), reading)) is not None:
            found[season] = texts
    return found


_SHORT = text_up_to(128)
"""What the namespace allows in most of its texts."""

category = known("unknown-category", CATEGORIES, "Apple Podcasts has no category “{name}”.")

CREDIT = record(
    Credit,
    "{person: jan-novak, role: sound designer}",
    FieldType("person", read.text, required=True),
    FieldType("role", known("unknown-role", ROLES, "There is no role “{name}” in podcasts."), required=True),
)


def license(value: Value, reading: Reading) -> License | None:  # noqa: A001 - the tag's and the field's name
    """A licence of the SPDX list by its identifier, or one of one's own with the page that tells it."""
    if isinstance(value, Scalar):
        name = _LICENSE(value, reading)
        return License(name) if name else None
    found: License | None = _OWN_LICENSE(value, reading)
    return found


_LICENSE = known("unknown-license", LICENSES, "There is no licence “{name}” in the list of licences.")
_OWN_LICENSE = record(
    License,
    "cc-by-4.0",
    FieldType("name", _SHORT, required=True),
    FieldType("url", read.web_address, required=True),
)

LOCATION = record(
    Location,
    '{name: Brno, geo: "geo:49.1951,16.6068", country: CZ}',
    FieldType("name", _SHORT, required=True),
    FieldType(
        "geo",
        _formed(
            "not-a-geo-address",
            _GEO,
            "Here should be the coordinates of a place.",
            'Write latitude and longitude so: "geo:49.1951,16.6068"',
        ),
    ),
    FieldType(
        "osm",
        _formed(
            "not-an-osm-object",
            _OSM,
            "Here should be an object of OpenStreetMap.",
            "Write N, W or R for a node, way or relation, then its number: R438171",
        ),
    ),
    FieldType("country", read.country),
    FieldType("rel", read.one_of("subject", "creator")),
)

FUNDING = record(
    Funding,
    '{url: "https://…", titles: {cs: …, en: …}}',
    FieldType("url", read.web_address, required=True),
    FieldType("titles", read.per_language(_SHORT), required=True),
)

LINK = record(
    TitledLink,
    '{url: "https://…", title: …}',
    FieldType("url", read.web_address, required=True),
    FieldType("title", _SHORT, required=True),
)
"""A page with its title: an episode speaks one language, so a title is enough for its funding too."""

UPDATE_FREQUENCY = record(
    UpdateFrequency,
    "{titles: {cs: …, en: …}, rrule: FREQ=MONTHLY}",
    FieldType("titles", read.per_language(_SHORT), required=True),
    FieldType(
        "rrule",
        _formed(
            "not-a-rrule",
            _RRULE,
            "Here should be a rule of repetition as calendars have it.",
            "For example: FREQ=MONTHLY, or FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        ),
    ),
    FieldType("starts", read.day),
    FieldType("complete", read.flag),
)

REMOTE_ITEM = record(
    RemoteItem,
    '{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c, url: "https://…/feed.xml", title: …}',
    FieldType("guid", feed_guid, required=True),
    FieldType("url", read.web_address),
    FieldType("title", _SHORT),
)

NOTE = record(
    Note,
    "{purpose: verify, text: …}",
    FieldType("text", text_up_to(4000), required=True),
    FieldType("purpose", _SHORT),
)

ARTWORK = record(
    Artwork,
    "{path: banner.jpg, alt: …, purposes: [banner]}",
    FieldType("path", read.file, required=True),
    FieldType("alt", read.text, required=True),
    FieldType(
        "purposes",
        read.list_of(
            _formed(
                "not-a-purpose",
                _PURPOSE,
                "Here should be what the picture is for, in one word.",
                "Write one of: artwork, social, canvas, banner",
            )
        ),
        required=True,
    ),
)

SOUNDBITE = record(
    Soundbite,
    '{start: "01:05", duration: 60, title: …}',
    FieldType("start", read.offset, required=True),
    FieldType("duration", read.integer, required=True),
    FieldType("title", _SHORT, required=True),
    with_position=True,
)

SOCIAL = record(
    Social,
    '{protocol: activitypub, url: "https://…", account: "@…"}',
    FieldType("protocol", read.one_of(*SOCIAL_PROTOCOLS), required=True),
    FieldType("url", read.web_address),
    FieldType("account", read.text),
)

ALTERNATE_AUDIO = record(
    AlternateAudio,
    "{path: dil.cs.opus, title: Opus}",
    FieldType("path", read.file, required=True),
    FieldType("title", text_up_to(32), required=True),
    with_position=True,
)

CHANNELS = {"mono": 1, "stereo": 2}


def _channels(value: Value, reading: Reading) -> int | None:
    name = read.one_of(*CHANNELS)(value, reading)
    return CHANNELS[name] if name else None


def _kilobits(value: Value, reading: Reading) -> int | None:
    written = read.one_of("64", "80", "96", "112", "128", "160", "192", "224", "256", "320")(value, reading)
    return int(written) if written else None


ENCODING = record(
    Encoding,
    "{channels: mono, kilobits: 96}",
    FieldType("channels", _channels),
    FieldType("kilobits", _kilobits),
)

APPS = read.per_language(
    _by_name(read.web_address, '{cs: {Apple Podcasts: "https://…", Spotify: "https://…"}}')
)
SERVICES_BLOCKED = read.list_of(known("unknown-service", SERVICES, "There is no podcast service “{name}”."))
