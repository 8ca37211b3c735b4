"""People and topics that are named by their id must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from ..documents import PEOPLE_FIELDS, Document
from ..library import Library
from ..problems import Position, Problem, Severity
from ..settings import SHOW
from ..similar import similar_name


def check_names(library: Library, now: datetime) -> Iterator[Problem]:
    """Unknown ids of people and topics, each at its field."""
    for document in library.documents:
        for name in document.topics:
            if name not in library.topics:
                yield _unknown_topic(name, document, library.topics)
        for field in PEOPLE_FIELDS:
            for name in document.named(field):
                if name not in library.people:
                    yield _unknown_person(name, document.where(field), field, library)
    if library.show:
        at = library.show.positions.get("hosts", Position(SHOW))
        for name in library.show.hosts:
            if name not in library.people:
                yield _unknown_person(name, at, "hosts", library)


def _unknown_topic(name: str, document: Document, known: Collection[str]) -> Problem:
    close = similar_name(name, known)
    return Problem(
        "unknown-topic",
        Severity.ERROR,
        document.where("topics"),
        "There is no topic “{name}”.",
        "Did you mean “{close}”?" if close else "Add it to content/topics.yml, or use one of: {known}",
        {"name": name, "close": close, "known": ", ".join(known)},
        "topics",
    )


def _unknown_person(name: str, at: Position, field: str, library: Library) -> Problem:
    close = similar_name(name, library.people)
    language = library.settings.first
    return Problem(
        "unknown-person",
        Severity.ERROR,
        at,
        "There is no page of the person “{name}”.",
        "Did you mean “{close}”?" if close else "Add the page content/people/{name}.{language}.md.",
        {"name": name, "close": close, "language": language},
        field,
    )
