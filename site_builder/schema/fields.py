"""Types of fields: a reader turns a value with its position into a typed one, or says what is wrong with it.

A reader returns `None` for a value that it refused; it has then appended a problem to the `Reading`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from posixpath import dirname, join, normpath
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale

from ..languages import slugify
from ..problems import Position, Problem, Severity
from ..reading.front_matter import Mapping, Scalar, Sequence, Value

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?")
_CZECH_DATE = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OFFSET = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})")
_WEB = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")
_YES, _NO = frozenset({"true", "yes", "ano"}), frozenset({"false", "no", "ne"})

LONGEST_SLUG = 200
"""Characters of a URL's segment: it is a folder's name, and disks take 255 bytes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the readers of one file share: its path, the site's time zone, and the problems found so far."""

    path: str
    zone: ZoneInfo
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, code: str, at: Position, message: str, hint: str, **values: str) -> None:
        """Note a problem of severity error at `at`; `values` fill the places of the two texts."""
        self.problems.append(Problem(code, Severity.ERROR, at, message, hint, values))


Reader = Callable[[Value, Reading], Any]


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field of a schema: its name, how its value is read, whether it must be there.

    `example` is a value for this very file, where an editor could hardly make one up.
    """

    name: str
    read: Reader
    required: bool = False
    example: Callable[[Reading], str] | None = None


def text(value: Value, reading: Reading) -> str | None:
    """A text of one line."""
    if isinstance(value, Scalar):
        return " ".join(value.text.split())
    reading.refuse(
        "not-a-text",
        value.at,
        "Here should be a text.",
        "Write it on one line; put it in quotes if it holds a colon.",
    )
    return None


def flag(value: Value, reading: Reading) -> bool | None:
    """`true` or `false`; `yes`, `no`, `ano` and `ne` mean the same."""
    word = value.text.lower() if isinstance(value, Scalar) else ""
    if word in _YES | _NO:
        return word in _YES
    reading.refuse(
        "not-a-flag", value.at, "Here should be true or false.", "Write true or false, without quotes."
    )
    return None


def integer(value: Value, reading: Reading) -> int | None:
    """A whole number from 1 to 9999."""
    if isinstance(value, Scalar) and re.fullmatch(r"[1-9]\d{0,3}", value.text):
        return int(value.text)
    reading.refuse("not-a-number", value.at, "Here should be a whole number from 1.", "For example: 12")
    return None


def moment(value: Value, reading: Reading) -> datetime | None:
    """A date with or without the time of day, in the site's time zone; midnight where no time is given."""
    parts = _DATE.fullmatch(value.text) if isinstance(value, Scalar) else None
    if parts:
        try:
            year, month, day, hour, minute, second = (int(part or 0) for part in parts.groups())
            return datetime(year, month, day, hour, minute, second, tzinfo=reading.zone)
        except ValueError:
            reading.refuse(
                "impossible-date",
                value.at,
                "There is no such date: {text}.",
                "Check the day, the month and the time.",
                text=parts[0],
            )
            return None
    _refuse_date(value, reading)
    return None


def day(value: Value, reading: Reading) -> date | None:
    """A date without the time of day."""
    found = moment(value, reading)
    return found.date() if found else None


def _refuse_date(value: Value, reading: Reading) -> None:
    written = value.text if isinstance(value, Scalar) else ""
    czech = _CZECH_DATE.match(written)
    right = f"{czech[3]}-{int(czech[2]):02}-{int(czech[1]):02}" if czech else "2026-03-01"
    reading.refuse(
        "not-a-date",
        value.at,
        "“{text}” is not a date in the form year-month-day.",
        "Write it so: {right}, or with the time: {right} 06:00",
        text=written,
        right=right,
    )


def slug(value: Value, reading: Reading) -> str | None:
    """The last segment of a URL: small ASCII letters, digits and hyphens."""
    if isinstance(value, Scalar) and _SLUG.fullmatch(value.text):
        if len(value.text) <= LONGEST_SLUG:
            return value.text
        reading.refuse(
            "not-a-slug",
            value.at,
            "The last part of the address (slug) is too long; it may have {limit} characters.",
            "Shorten it to the words that matter.",
            limit=str(LONGEST_SLUG),
        )
        return None
    reading.refuse(
        "not-a-slug",
        value.at,
        "The last part of the address (slug) may hold only small letters without diacritics, digits and hyphens.",
        "Write: {right}",
        right=slugify(value.text if isinstance(value, Scalar) else "") or "night-bus",
    )
    return None


def web_address(value: Value, reading: Reading) -> str | None:
    """An absolute http or https URL."""
    if isinstance(value, Scalar) and is_web_address(value.text):
        return value.text
    reading.problems.append(no_web_address(value.at))
    return None


def is_web_address(text: str) -> bool:
    """Whether `text` is an absolute http or https URL as an editor writes one."""
    return _WEB.fullmatch(text) is not None


def no_web_address(at: Position) -> Problem:
    """What stands there isn't one."""
    return Problem(
        "not-a-web-address",
        Severity.ERROR,
        at,
        "Here should be a web address.",
        "Write it whole: https://www.mpsv.cz/",
    )


def file(value: Value, reading: Reading) -> str | None:
    """A path relative to the file → a path relative to the project; it may not leave the content's folder."""
    written = value.text if isinstance(value, Scalar) else ""
    path = normpath(join(dirname(reading.path), written))
    if written and path.split("/")[0] == reading.path.split("/")[0] and not written.startswith("/"):
        return path
    reading.refuse(
        "path-outside",
        value.at,
        "“{path}” does not lead to a file of the content.",
        "Put the file beside this one and write its name.",
        path=written,
    )
    return None


def guid(value: Value, reading: Reading) -> str | None:
    """A permanent identifier: a UUID, alone or as `urn:uuid:…`, or any text without spaces that a feed had before."""
    written = value.text if isinstance(value, Scalar) else ""
    if re.fullmatch(r"\S{1,255}", written):
        return written
    reading.refuse(
        "not-a-guid",
        value.at,
        "The identifier (guid) must be one word without spaces.",
        "For a new episode write: {right}. A published guid must never change.",
        right=new_guid(reading),
    )
    return None


def new_guid(reading: Reading) -> str:
    """A guid for the episode that is read, the same in all its languages."""
    episode = reading.path.partition(".")[0]
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, episode)}"


def offset(value: Value, reading: Reading) -> float | None:
    """A time within audio, `1:05` or `1:02:03` → seconds."""
    parts = _OFFSET.fullmatch(value.text) if isinstance(value, Scalar) else None
    if parts:
        hours, minutes, seconds = (int(part or 0) for part in parts.groups())
        if seconds < 60:
            return float(hours * 3600 + minutes * 60 + seconds)
    reading.refuse(
        "not-a-time",
        value.at,
        "Here should be a time within the audio.",
        'Write minutes and seconds: "01:05"',
    )
    return None


def country(value: Value, reading: Reading) -> str | None:
    """An ISO 3166 alpha-2 code."""
    if isinstance(value, Scalar) and len(value.text) == 2 and value.text in Locale("en").territories:
        return value.text
    reading.refuse(
        "not-a-country",
        value.at,
        "Here should be the two-letter code of a country.",
        "For example: BE for Belgium.",
    )
    return None


def one_of(*choices: str) -> Reader:
    """One of `choices`."""

    def read(value: Value, reading: Reading) -> str | None:
        if isinstance(value, Scalar) and value.text in choices:
            return value.text
        reading.refuse(
            "not-a-choice",
            value.at,
            "“{text}” is not possible here.",
            "Write one of: {choices}",
            text=value.text if isinstance(value, Scalar) else "",
            choices=", ".join(choices),
        )
        return None

    return read


def list_of(item: Reader) -> Reader:
    """A list whose items `item` reads; a single value is refused with the right form shown."""

    def read(value: Value, reading: Reading) -> tuple[Any, ...] | None:
        if isinstance(value, Sequence):
            found = (item(part, reading) for part in value.items)
            return tuple(part for part in found if part not in (None, ""))
        written = value.text if isinstance(value, Scalar) else ""
        reading.refuse(
            "not-a-list",
            value.at,
            "Here should be a list.",
            "Write it so: [{right}]",
            right=", ".join(part.strip() for part in written.split(",")),
        )
        return None

    return read


def per_language(item: Reader) -> Reader:
    """A mapping of language codes to what `item` reads."""

    def read(value: Value, reading: Reading) -> dict[str, Any] | None:
        if isinstance(value, Mapping):
            found = {code: item(entry.value, reading) for code, entry in value.fields.items()}
            if any(text != "" for text in found.values()):
                return {code: text for code, text in found.items() if text not in (None, "")} or None
        reading.refuse(
            "not-per-language",
            value.at,
            "Here should be one text per language.",
            "Write it so: {cs: …, en: …}",
        )
        return None

    return read
