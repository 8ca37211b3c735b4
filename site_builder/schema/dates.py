"""A date as somebody wrote it → what it can mean, in the form that front matter has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache

from babel import Locale

from ..reading.characters import DASHES, SMART

_FORM = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?"
)
"""The form of front matter, with the extras that programs write (ISO 8601): fractions of a second, an offset."""

_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
_NTH = r"(?:\s*\.|st|nd|rd|th)?"
_TIME = (
    r"(?:[\sT,]+(?:(?:v|ve|od|at)\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.]\d{2})?\s*(?:h|hod\.?|hodin)?"
    r"|\s*(?:h|hod\.?|hodin)))?"
)
_ONE_MEANING = tuple(
    f"{form}{_TIME}"
    for form in (
        rf"{_YEAR}\s*([-/.])\s*{_MONTH}\s*\2\s*{_DAY}\.?",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})",
        rf"{_DAY}\s*\.\s*{_MONTH}\s*\.\s*{_YEAR}",
        rf"{_DAY}{_NTH}\s*(?:of\s+)?{_NAME},?\s*{_YEAR}",
        rf"{_NAME}\s+{_DAY}{_NTH},?\s+{_YEAR}",
    )
)
_AS_WORD_WRITES = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(SMART)})
"""Word's dashes → hyphens, its quotation marks → nothing."""

_TWO_MEANINGS = tuple(
    rf"{first}\s*([-/])\s*{second}\s*\2\s*{_YEAR}{_TIME}"
    for first, second in ((_DAY, _MONTH), (_MONTH, _DAY))
)
"""The day or the month first: in Europe and in America."""


def in_right_form(text: str) -> re.Match[str] | None:
    """Year, month, day, hour, minute, second, offset, where `text` is a date in the form of front matter."""
    return _FORM.fullmatch(text)


def meanings(text: str) -> tuple[str, ...]:
    """The dates that `text` can mean, in the right form: none, one, or two where nobody knows which is the month.

    Dates that don't exist are among them only where there is no other.
    """
    text = " ".join(text.lower().translate(_AS_WORD_WRITES).split()).removeprefix("dne ")
    day, _, rest = text.partition(" ")
    if day.rstrip(",") in _weekdays():
        text = rest
    found = next(filter(None, (re.fullmatch(form, text) for form in _ONE_MEANING)), None)
    if found:
        return tuple(_written(found))
    either = [re.fullmatch(form, text) for form in _TWO_MEANINGS]
    written = tuple(dict.fromkeys(date for match in either if match for date in _written(match)))
    return tuple(filter(is_possible, written)) or written[:1]


def moment_of(parts: re.Match[str], zone: tzinfo) -> datetime | None:
    """The moment that a date in the right form is in `zone`; None where there is no such date."""
    *numbers, offset = parts.groups()
    year, month, day, hour, minute, second = (int(number or 0) for number in numbers)
    try:
        found = datetime(year, month, day, hour, minute, second, tzinfo=_zone(offset) if offset else zone)
        return found.astimezone(zone) if offset else found
    except (ValueError, OverflowError):
        return None


def _zone(offset: str) -> timezone:
    """The zone of an offset, `Z` or `+01:00`. Raises `ValueError` where it is a day or more."""
    if offset == "Z":
        return UTC
    difference = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return timezone(-difference if offset.startswith("-") else difference)


def is_possible(date: str) -> bool:
    """Whether a date in the right form is one that exists."""
    parts = in_right_form(date)
    return parts is not None and moment_of(parts, UTC) is not None


def _written(found: re.Match[str]) -> Iterator[str]:
    """The date of a match; nothing where its month has a name that nobody knows."""
    parts = found.groupdict()
    month = int(parts["month"]) if parts.get("month") else _months().get(parts["name"])
    if month:
        date = f"{parts['year']}-{month:02}-{int(parts['day']):02}"
        yield f"{date} {int(parts['hour']):02}:{parts['minute'] or '00'}" if parts["hour"] else date


@cache
def _months() -> Mapping[str, int]:
    """The numbers of months by their Czech and English names, as calendars and dates have them."""
    names: dict[str, int] = {}
    for locale in map(Locale, ("cs", "en")):
        for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
            names |= {
                name.lower().rstrip("."): number for number, name in locale.months[context][width].items()
            }
    return names


@cache
def _weekdays() -> frozenset[str]:
    days = (Locale(code).days["format"]["wide"].values() for code in ("cs", "en"))
    return frozenset(day.lower() for names in days for day in names)
