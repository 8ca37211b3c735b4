"""An event must end after it begins, and be called by its name where a presentation tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time

from ..documents import EventDetails, Kind, PresentationDetails
from ..library import Library
from ..problems import Problem, Severity, error

_PATH = re.compile(r"(?:.*?/)??([\w-]+)(?:/index)?(?:\.[a-z]{2})?\.md")
"""The path of a page's file, and in it the name of the page."""


def check_events(library: Library, now: datetime) -> Iterator[Problem]:
    """Events that end before they begin; presentations that name their event by its file, which readers would see."""
    for document in library.documents:
        details = document.details
        if isinstance(details, PresentationDetails) and (
            name := _event_by_file(details.event, library, document.language)
        ) not in {"", details.event}:
            yield error(
                "event-by-file",
                document.where("event"),
                "Readers would see “{written}”: this field is shown as it is.",
                "Write what the event is called: event: {name}",
                written=details.event,
                name=name,
            )
        if isinstance(details, EventDetails) and _ends_early(details):
            yield Problem(
                "event-order",
                Severity.ERROR,
                document.where("ends"),
                "The event ends before it begins.",
                "Correct the field starts or ends.",
                field="ends",
            )


def _event_by_file(written: str, library: Library, language: str) -> str:
    """What the event is called whose file is `written`, or `…`; empty where `written` are words for readers."""
    path = _PATH.fullmatch(written)
    versions = library.versions.get((Kind.EVENT, path[1] if path else written))
    if not versions:
        return "…" if path else ""
    return versions.get(language, next(iter(versions.values()))).title


def _ends_early(event: EventDetails) -> bool:
    """Whether the end is the earlier one; an end without the time of day (midnight) means that whole day."""
    if event.ends is None or event.starts is None:
        return False
    if event.ends.time() == time():
        return event.ends.date() < event.starts.date()
    return event.ends < event.starts
