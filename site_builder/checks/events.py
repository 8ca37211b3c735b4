"""An event must end after it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from ..documents import EventDetails
from ..library import Library
from ..problems import Problem, Severity


def check_events(library: Library, now: datetime) -> Iterator[Problem]:
    """Events that end before they begin."""
    for document in library.documents:
        details = document.details
        if isinstance(details, EventDetails) and _ends_early(details):
            yield Problem(
                "event-order",
                Severity.ERROR,
                document.where("ends"),
                "The event ends before it begins.",
                "Correct the field starts or ends.",
                field="ends",
            )


def _ends_early(event: EventDetails) -> bool:
    """Whether the end is the earlier one; an end without the time of day (midnight) means that whole day."""
    if event.ends is None or event.starts is None:
        return False
    if event.ends.time() == time():
        return event.ends.date() < event.starts.date()
    return event.ends < event.starts
