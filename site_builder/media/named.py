"""The audio that episodes name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..documents import Document, EpisodeDetails
from ..problems import Position
from ..reading.front_matter import Scalar


def named_audio(documents: Iterable[Document]) -> dict[str, Position]:
    """Where each audio of `documents` (its path) is named first, drafts included."""
    found: dict[str, Position] = {}
    for document in documents:
        for path, at in _audio(document):
            found.setdefault(path, at)
    return found


def written_audio(documents: Iterable[Document]) -> dict[str, Scalar]:
    """How each audio of `documents` (its path) is written in the front matter that names it first."""
    found: dict[str, Scalar] = {}
    for document in documents:
        value = document.value("audio")
        if value and isinstance(document.details, EpisodeDetails):
            found.setdefault(document.details.audio, value)
    return found


def _audio(document: Document) -> Iterator[tuple[str, Position]]:
    if isinstance(document.details, EpisodeDetails):
        if document.details.audio:
            yield document.details.audio, document.where("audio")
        for other in document.details.alternate_audio:
            yield other.path, other.at
