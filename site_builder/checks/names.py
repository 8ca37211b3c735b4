"""People and topics that are named by their id must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from ..documents import PEOPLE_FIELDS, Document
from ..languages import slugify
from ..library import Library, is_published
from ..problems import Position, Problem, Severity
from ..similar import similar_name


def check_names(library: Library, now: datetime) -> Iterator[Problem]:
    """Unknown ids of people and topics, each at its field."""
    for document in library.documents:
        for name in document.topics:
            if name not in library.topics:
                yield _unknown_topic(name, document, library.topics)
        yield from _check_people(document, library, now)
    for show in library.shows.values():
        for field, names in (("hosts", show.hosts), ("credits", [credit.person for credit in show.credits])):
            for name in names:
                if name not in library.people:
                    yield _unknown_person(name, show.where(field), field, library)


def _check_people(document: Document, library: Library, now: datetime) -> Iterator[Problem]:
    for field in PEOPLE_FIELDS:
        for name in document.named(field):
            versions = library.people.get(name, {}).values()
            if not versions:
                yield _unknown_person(name, document.where(field), field, library)
            elif is_published(document, now) and not any(is_published(version, now) for version in versions):
                yield _unpublished_person(name, document, field)


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
    file = slugify(name) or name
    close = similar_name(file, library.people)
    language = library.settings.first
    return Problem(
        "unknown-person",
        Severity.ERROR,
        at,
        "There is no page of the person “{name}”.",
        "Did you mean “{close}”?"
        if close
        else "Add the page content/people/{file}.{language}.md, and write its name here: {file}",
        {"name": name, "close": close, "file": file, "language": language},
        field,
    )


def _unpublished_person(name: str, document: Document, field: str) -> Problem:
    return Problem(
        "unpublished-person",
        Severity.ERROR,
        document.where(field),
        "The page of the person “{name}” isn't published, so this page would not name them.",
        "Publish that page first (see its field draft), or take the name out.",
        {"name": name},
        field,
    )
