"""Dates must follow each other, and lie in a time that somebody can have meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ..documents import Document, EpisodeDetails, EventDetails, PresentationDetails
from ..library import Library
from ..problems import Problem, Severity

EARLIEST = 1990
"""The year of the first web site: what is older was not published here."""

YEARS_AHEAD = 5
"""Nothing is planned for a later year; who writes one has mistyped it."""

_CLOCKS = timedelta(hours=1)
"""How much clocks may differ."""


def check_dates(library: Library, now: datetime) -> Iterator[Problem]:
    """Pages that expire before they appear or are updated before that, and years that are mistyped."""
    latest = now.year + YEARS_AHEAD
    for document in library.documents:
        for field, found in _dates(document):
            if not EARLIEST <= found.year <= latest:
                yield _unlikely(document, field, found)
        if document.date is None:
            continue
        if document.expires and document.expires <= document.date:
            yield _expires_early(document)
        if document.updated and document.updated.date() < document.date.date():
            yield _updated_early(document)
        if isinstance(document.details, EpisodeDetails) and (changed := document.details.audio_changed):
            yield from _changed_later(document, changed, now)


def _dates(document: Document) -> Iterator[tuple[str, date]]:
    """The dates that lie near the present; a page may expire whenever it likes."""
    if document.date:
        yield "date", document.date
    if document.updated:
        yield "updated", document.updated
    details = document.details
    if isinstance(details, EventDetails):
        if details.starts:
            yield "starts", details.starts
        if details.ends:
            yield "ends", details.ends
    elif isinstance(details, PresentationDetails) and details.held:
        yield "held", details.held


def _unlikely(document: Document, field: str, found: date) -> Problem:
    return Problem(
        "unlikely-year",
        Severity.WARNING,
        document.where(field),
        "The year {year} is hardly meant.",
        "Check the field {field}; the year is its first number.",
        {"year": f"{found.year:04}", "field": field},
        field,
    )


def _expires_early(document: Document) -> Problem:
    return Problem(
        "expires-early",
        Severity.ERROR,
        document.where("expires"),
        "The page expires before it appears, so nobody will ever see it.",
        "Correct the field expires or date.",
        field="expires",
    )


def _changed_later(document: Document, changed: datetime, now: datetime) -> Iterator[Problem]:
    """No later change could be announced by a later word."""
    if changed > now + _CLOCKS:
        yield Problem(
            "audio-changed-later",
            Severity.ERROR,
            document.where("audio_changed"),
            "Other audio can't have taken its place at a time that is yet to come.",
            "Write the day on which it was exchanged, with the time of day if it was today.",
            field="audio_changed",
        )


def _updated_early(document: Document) -> Problem:
    return Problem(
        "updated-early",
        Severity.WARNING,
        document.where("updated"),
        "The page was updated before it appeared.",
        "Correct the field updated or date.",
        field="updated",
    )
