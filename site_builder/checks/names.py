"""People, topics, series and projects that are named by their id must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from ..documents import PEOPLE_FIELDS, Document
from ..languages import mark, slugify
from ..library import Library, is_published
from ..problems import Problem, Severity
from ..repairs import Replacement
from ..schema.reading import replaced
from ..shows import Show
from ..similar import folded, similar_name

_DID_YOU_MEAN = mark("Did you mean “{close}”?")

Called = Mapping[str, Collection[str]]
"""What people call something, in all languages, by its id."""


def check_names(library: Library, now: datetime) -> Iterator[Problem]:
    """Unknown ids of people, topics, series and projects, each where it is named."""
    topics = {id_: topic.labels.values() for id_, topic in library.topics.items()}
    series = {id_: one.labels.values() for id_, one in library.series.items()}
    projects = {id_: project.name.values() for id_, project in library.settings.projects.items()}
    for document in library.documents:
        own_series = (document.series,) if document.series else ()
        yield from _unknown("topics", document.topics, document, topics)
        yield from _unknown("project", document.project, document, projects)
        yield from _unknown("series", own_series, document, series)
        yield from _check_people(document, library, now)
    for show in library.shows.values():
        for field, names in (("hosts", show.hosts), ("credits", [credit.person for credit in show.credits])):
            for name in names:
                if name not in library.people:
                    yield _unknown_person(name, field, show, library)


def _check_people(document: Document, library: Library, now: datetime) -> Iterator[Problem]:
    for field in PEOPLE_FIELDS:
        for name in document.named(field):
            versions = library.people.get(name, {}).values()
            if not versions:
                yield _unknown_person(name, field, document, library)
            elif is_published(document, now) and not any(is_published(version, now) for version in versions):
                yield _unpublished_person(name, document, field)


def _meant(written: str, known: Called) -> tuple[str, bool]:
    """The id that `written` is most like or is called, empty for none, and whether it can be no other one."""
    names = [(name, id_) for id_, called in known.items() for name in (id_, *called)]
    same = {id_ for name, id_ in names if folded(name) == folded(written)}
    if len(same) == 1:
        return same.pop(), True
    return dict(reversed(names)).get(similar_name(written, [name for name, _ in names]), ""), False


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


def _unknown(field: str, names: Iterable[str], document: Document, known: Called) -> Iterator[Problem]:
    code, message, hint = _UNKNOWN[field]
    for name in names:
        if name not in known:
            close, is_certain = _meant(name, known)
            values = {"name": name, "close": close, "known": ", ".join(known)}
            repair = _repair(document, field, name, close) if is_certain else None
            at = document.where(field, name)
            said = _DID_YOU_MEAN if close else hint
            yield Problem(code, Severity.ERROR, at, message, said, values, field, repair)


def _unknown_person(name: str, field: str, place: Document | Show, library: Library) -> Problem:
    """Nobody is called `name`, whom `field` of a document or a show names."""
    known = {id_: [page.title for page in versions.values()] for id_, versions in library.people.items()}
    close, is_certain = _meant(name, known)
    file = slugify(name) or name
    language = library.settings.first
    return Problem(
        "unknown-person",
        Severity.ERROR,
        place.where(field, name),
        "There is no page of the person “{name}”.",
        _DID_YOU_MEAN
        if close
        else "Add the page content/people/{file}.{language}.md, and write its name here: {file}",
        {"name": name, "close": close, "file": file, "language": language},
        field,
        _repair(place, field, name, close) if is_certain else None,
    )


def _repair(place: Document | Show, field: str, name: str, right: str) -> Replacement | None:
    found = place.written.get((field, name))
    return replaced(found, right) if found else None


def _unpublished_person(name: str, document: Document, field: str) -> Problem:
    return Problem(
        "unpublished-person",
        Severity.ERROR,
        document.where(field, name),
        "The page of the person “{name}” isn't published, so this page would not name them.",
        "Publish that page first (see its field draft), or take the name out.",
        {"name": name},
        field,
    )
