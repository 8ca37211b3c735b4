"""Second languages that nobody wrote: the files that web editors leave behind for them are no pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..reading.front_matter import Field, Mapping, RawDocument, Scalar, Sequence, Value, parse_document
from ..reading.source import read_source
from ..reading.tree import Place
from ..schema.validate import is_empty

_FOR_READERS = ("title", "description")
"""Fields that a page in its language has; the others are copied by web editors from the original."""


def is_blank(raw: RawDocument) -> bool:
    """Whether a file holds nothing that readers could read in its language."""
    return (not raw.body or raw.body.isspace()) and all(
        name not in raw.fields or is_empty(raw.fields[name]) for name in _FOR_READERS
    )


def leftovers(root: Path, blank: Iterable[Place], places: Iterable[Place]) -> frozenset[str]:
    """The paths of those `blank` places that say nothing beyond what another language of the page says.

    `places` are all of the project at `root`. A page that is blank in every language isn't left over.
    """
    blank = tuple(blank)
    if not blank:
        return frozenset()
    written = [place for place in places if place not in blank]
    return frozenset(
        place.path
        for place in blank
        for other in written
        if (other.kind, other.name) == (place.kind, place.name) and _adds_nothing(root, place, other)
    )


def _adds_nothing(root: Path, place: Place, other: Place) -> bool:
    own, others = (_fields(root, path) for path in (place.path, other.path))
    return all(
        is_empty(found) or (name in others and _said(found.value) == _said(others[name].value))
        for name, found in own.items()
    )


def _fields(root: Path, path: str) -> dict[str, Field]:
    source, _ = read_source(root, path)
    return parse_document(source)[0].fields


def _said(value: Value) -> object:
    """What a value says, wherever it stands."""
    match value:
        case Scalar(text):
            return text
        case Sequence(items):
            return [_said(item) for item in items]
        case Mapping(fields):
            return {name: _said(found.value) for name, found in fields.items()}
