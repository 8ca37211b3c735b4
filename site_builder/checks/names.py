"""People, topics, series and projects that are named by their id must exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from ..documents import PEOPLE_FIELDS, Document
from ..languages import mark, slugify
from ..library import Library, has_expired, is_published
from ..problems import Problem, Severity
from ..repairs import Replacement
from ..schema.reading import replaced
from ..shows import Show
from ..similar import folded, similar_name

_DID_YOU_MEAN = mark("Did you mean “{close}”?")
_HERE_ALREADY = mark("“{close}” is here already: delete one of them.")

_ADD_PERSON = mark("Add the page content/people/{file}.{language}.md, and write its name here: {file}")

_BY_PATH = re.compile(r"(?:.*/)?(?!index\b)([\w-]+)(?:/index)?(?:(?:\.[a-z]{2,3})?\.md|/)?")
"""A page by its file, its folder or its address: `people/jana`, `jana.cs.md`, `/lide/jana/`."""

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
            taken = set(names)
            for name in names:
                if name not in library.people:
                    yield _unknown_person(name, field, show, library, taken)


def _check_people(document: Document, library: Library, now: datetime) -> Iterator[Problem]:
    for field in PEOPLE_FIELDS:
        taken = set(document.named(field))
        for name in document.named(field):
            versions = library.people.get(name, {}).values()
            if not versions:
                yield _unknown_person(name, field, document, library, taken)
            elif is_published(document, now) and not any(is_published(version, now) for version in versions):
                is_over = any(has_expired(version, now) for version in versions)
                yield _unpublished_person(name, document, field, is_over=is_over)


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
        mark("Add it to content/topics.yml; there is no topic yet."),
    ),
    "project": (
        "unknown-project",
        mark("There is no project “{name}”."),
        mark("Add it to the field projects in content/site.yml, or use one of: {known}"),
        mark("Add it to the field projects in content/site.yml; there is no project yet."),
    ),
    "series": (
        "unknown-series",
        mark("There is no series “{name}”."),
        *(mark("Add a line for it to content/series.yml, as topics.yml has them."),) * 2,
    ),
}
"""What is said of ids in these fields that are declared nowhere: code, message, hint, and the hint where none is."""


def _unknown(field: str, names: Collection[str], document: Document, known: Called) -> Iterator[Problem]:
    code, message, hint, hint_without = _UNKNOWN[field]
    taken = set(names)
    for name in names:
        if name not in known:
            close, is_certain = _meant(name, known)
            said = _said(close, taken) or (hint if known else hint_without)
            values = {"name": name, "close": close, "known": ", ".join(known)}
            repair = _repair(document, field, name, close, taken) if is_certain else None
            yield Problem(
                code, Severity.ERROR, document.where(field, name), message, said, values, field, repair
            )


def _unknown_person(
    name: str, field: str, place: Document | Show, library: Library, taken: set[str]
) -> Problem:
    """Nobody is called `name`, whom `field` of a document or a show names beside those that are `taken`."""
    known = {id_: [page.title for page in versions.values()] for id_, versions in library.people.items()}
    by_path = _BY_PATH.fullmatch(name)
    called = by_path[1] if by_path else name
    close, is_certain = _meant(called, known)
    file = slugify(called) or called
    language = library.settings.first
    return Problem(
        "unknown-person",
        Severity.ERROR,
        place.where(field, name),
        "There is no page of the person “{name}”.",
        _said(close, taken) or _ADD_PERSON,
        {"name": name, "close": close, "file": file, "language": language},
        field,
        _repair(place, field, name, close, taken) if is_certain else None,
    )


def _said(close: str, taken: Collection[str]) -> str:
    """The hint that `close` is meant; empty where nothing is."""
    return (_HERE_ALREADY if close in taken else _DID_YOU_MEAN) if close else ""


def _repair(place: Document | Show, field: str, name: str, right: str, taken: set[str]) -> Replacement | None:
    """`right` in place of `name`, unless the field has it already: nothing stands in a list twice by a repair."""
    found = place.written.get((field, name))
    if not found or right in taken:
        return None
    taken.add(right)
    return replaced(found, right)


def _unpublished_person(name: str, document: Document, field: str, *, is_over: bool) -> Problem:
    """The page of the person isn't there; that it `is_over` since some day must not stop what else is published."""
    return Problem(
        "unpublished-person",
        Severity.WARNING if is_over else Severity.ERROR,
        document.where(field, name),
        "The page of the person “{name}” isn't published, so this page would not name them.",
        "Publish that page first (see its field draft), or take the name out.",
        {"name": name},
        field,
    )
