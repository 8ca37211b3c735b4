"""Readers of dates and times."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from ..problems import Position
from ..reading.front_matter import Scalar, Value
from .dates import in_right_form, is_possible, meanings, moment_of
from .reading import ONE_VALUE, Reading, replaced

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_RANGE = re.compile(r"[\w.]\s*[–—]\s*\d|\s-\s*\d|\s\d{1,2}-\d{1,2}\b")
"""Two days or hours with a dash between them: `10.–12. 1. 2027`, `2027-01-10 9-17`."""

_OFFSET = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})")


def moment(value: Value, reading: Reading) -> datetime | None:
    """A date with or without the time of day, in the site's time zone; midnight where no time is given.

    Of an hour that comes twice, when clocks are put back, it is the first one.
    """
    parts = in_right_form(value.text) if isinstance(value, Scalar) else None
    if parts is None:
        _refuse_date(value, reading)
        return None
    found = moment_of(parts, reading.zone)
    if found is None:
        _refuse_impossible(parts[0], value.at, reading)
    elif _is_skipped(found):
        reading.refuse(
            "skipped-time",
            value.at,
            "There is no such time: clocks are put forward that night, and this hour is left out.",
            "Write a time before or after it.",
        )
        return None
    return found


def _is_skipped(moment: datetime) -> bool:
    """Whether clocks never show `moment`: its offset would be the later one's or the earlier one's (PEP 495)."""
    before, after = moment.utcoffset(), moment.replace(fold=1).utcoffset()
    return before is not None and after is not None and before < after


def day(value: Value, reading: Reading) -> date | None:
    """A date without the time of day."""
    found = moment(value, reading)
    return found.date() if found else None


def _refuse_date(value: Value, reading: Reading) -> None:
    written = value.text if isinstance(value, Scalar) else ""
    right, *others = meanings(written) or ("",)
    if right and not is_possible(right):
        _refuse_impossible(written, value.at, reading)
        return
    if others:
        hint = "Is it {right} or {other}? Write it so, the year first."
    elif right:
        hint = "Write: {right}"
    elif _RANGE.search(written):
        hint = "Write the beginning alone: 2026-03-01 09:00. When an event ends the field ends tells."
    else:
        hint = "Write it so: 2026-03-01, or with the time: 2026-03-01 06:00"
    reading.refuse(
        "not-a-date",
        value.at,
        "“{text}” is not a date in the form year-month-day." if written else ONE_VALUE,
        hint,
        repair=replaced(value, right) if right and not others else None,
        text=written,
        right=right,
        other=", ".join(others),
    )


def _refuse_impossible(written: str, at: Position, reading: Reading) -> None:
    reading.refuse(
        "impossible-date",
        at,
        "There is no such date: {text}.",
        "Check the day, the month and the time.",
        text=written,
    )


def clock(value: Value, reading: Reading) -> time | None:
    """A time of the day, `06:00`."""
    parts = _CLOCK.fullmatch(value.text) if isinstance(value, Scalar) else None
    if parts:
        return time(int(parts[1]), int(parts[2]))
    reading.refuse(
        "not-a-clock-time",
        value.at,
        "Here should be a time of the day.",
        'Write hours and minutes: "06:00"',
    )
    return None


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
