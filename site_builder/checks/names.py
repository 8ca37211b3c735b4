"""People, topics, series and projects that are named by their id must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from ..documents import PEOPLE_FIELDS, Document
from ..languages import mark, slugify
from ..library import Library, is_published
from ..problems import Position, Problem, Severity
from ..similar import similar_name

_DID_YOU_MEAN = mark("Did you mean “{close}”?")


def check_names(library: Library, now: datetime) -> Iterator[Problem]:
    """Unknown ids of people, topics, series and projects, each at its field."""
    for document in library.documents:
        series = (document.series,) if document.series else ()
        yield from _unknown("topics", document.topics, document, library.topics)
        yield from _unknown("project", document.project, document, library.settings.projects)
        yield from _unknown("series", series, document, library.series)
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


_UNKNOWN = {
    "topics": (
        "unknown-topic",
        mark("There is no topic “{name}”."),
        mark("Add it to content/topics.yml, or use one of: {known}"),
    ),
    "project": (
        "unknown-project",
        mark("There is no project “{name}”."),
        mark("Add it to the field projects in content/site.yml, or use one of: {known}"),
    ),
    "series": (
        "unknown-series",
        mark("There is no series “{name}”."),
        mark("Add a line for it to content/series.yml, as topics.yml has them."),
    ),
}
"""What is said of ids in these fields that are declared nowhere: code, message, hint."""


def _unknown(
    field: str, names: Iterable[str], document: Document, known: Collection[str]
) -> Iterator[Problem]:
    code, message, hint = _UNKNOWN[field]
    for name in names:
        if name not in known:
            close = similar_name(name, known)
            values = {"name": name, "close": close, "known": ", ".join(known)}
            at = document.where(field)
            yield Problem(code, Severity.ERROR, at, message, _DID_YOU_MEAN if close else hint, values, field)


def _unknown_person(name: str, at: Position, field: str, library: Library) -> Problem:
    file = slugify(name) or name
    close = similar_name(file, library.people)
    language = library.settings.first
    return Problem(
        "unknown-person",
        Severity.ERROR,
        at,
        "There is no page of the person “{name}”.",
        _DID_YOU_MEAN
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
