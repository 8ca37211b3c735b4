"""When an event is, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from ..documents import EventDetails
from ..languages import Language
from .views import Fact, Stamp

_NO_HOUR = (time(0, 0), time(23, 59))
"""Times of a day that nobody means: an event between them lasts whole days."""


def event_times(language: Language, event: EventDetails) -> Iterator[Fact]:
    """When it begins and ends, in one where that is one day; of an event that lasts whole days only the days."""
    moments = _moments(event)

    def stamp(moment: datetime) -> Stamp:
        if _is_day(moment, event):
            return Stamp(moment.date().isoformat(), language.date(moment.date()))
        return Stamp(moment.isoformat(), language.time(moment))

    is_one_day = len({moment.date() for moment in moments}) == 1
    if is_one_day and (_lasts_whole_days(moments) or event.ends_on_a_day):
        yield Fact(language.text("Date"), stamp=stamp(moments[0]))
        return
    if is_one_day and event.starts and event.ends:
        begins = stamp(event.starts)
        text = f"{begins.text}–{language.clock(event.ends)}"
        yield Fact(language.text("Date"), stamp=replace(begins, text=text))
        return
    if event.starts:
        yield Fact(language.text("Begins"), stamp=stamp(event.starts))
    if event.ends:
        yield Fact(language.text("Ends"), stamp=stamp(event.ends))


def machine_times(event: EventDetails) -> tuple[str, str]:
    """Its beginning and end, ISO 8601, empty where unknown; of an event that lasts whole days only the days."""

    def told(moment: datetime | None) -> str:
        if moment is None:
            return ""
        return (moment.date() if _is_day(moment, event) else moment).isoformat()

    return told(event.starts), told(event.ends)


def event_stamp(language: Language, event: EventDetails) -> Stamp | None:
    """When it is, as lists tell it: its days; of an event on one day also the hour at which it begins."""
    moments = _moments(event)
    if not moments:
        return None
    first, last = moments[0], moments[-1]
    if _lasts_whole_days(moments) or first.date() != last.date():
        return Stamp(first.date().isoformat(), language.days(first, last))
    return Stamp(first.isoformat(), language.time(first))


def _moments(event: EventDetails) -> list[datetime]:
    return [moment for moment in (event.starts, event.ends) if moment]


def _is_day(moment: datetime, event: EventDetails) -> bool:
    """Whether only the day is told of `moment`, the beginning or the end of `event`."""
    return _lasts_whole_days(_moments(event)) or (event.ends_on_a_day and moment is event.ends)


def _lasts_whole_days(moments: list[datetime]) -> bool:
    return all(moment.time() in _NO_HOUR for moment in moments)
