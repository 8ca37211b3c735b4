"""When an event is, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from ..documents import EventDetails
from ..languages import Language
from .views import Fact, Stamp

_NO_HOUR = (time(0, 0), time(23, 59))
"""Times of a day that nobody means: an event between them lasts whole days."""


def event_times(language: Language, event: EventDetails) -> Iterator[Fact]:
    """When it begins and ends; of an event that lasts whole days only the days."""
    moments = [moment for moment in (event.starts, event.ends) if moment]
    in_days = all(moment.time() in _NO_HOUR for moment in moments)

    def stamp(moment: datetime) -> Stamp:
        if in_days:
            return Stamp(moment.date().isoformat(), language.date(moment.date()))
        return Stamp(moment.isoformat(), language.time(moment))

    if in_days and len({moment.date() for moment in moments}) == 1:
        yield Fact(language.text("Date"), stamp=stamp(moments[0]))
        return
    if event.starts:
        yield Fact(language.text("Begins"), stamp=stamp(event.starts))
    if event.ends:
        yield Fact(language.text("Ends"), stamp=stamp(event.ends))
