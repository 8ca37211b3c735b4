"""The audio that episodes name, and the part of it that somebody asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..documents import Document, EpisodeDetails, Kind
from ..problems import Position


def named_audio(
    documents: Iterable[Document], words: Collection[str] = ()
) -> tuple[dict[str, Position], frozenset[str]]:
    """Where each audio of `documents` (its path) is named first, drafts included, and the `words` that mean none.

    A word is the name of an episode, its file or its audio; no words mean everything.
    """
    found: dict[str, Position] = {}
    unknown = set(words)
    for document in documents:
        if document.kind is Kind.EPISODE:
            audio = dict(_audio(document))
            called = {document.name, document.path}
            unknown -= called | audio.keys()
            for path, at in audio.items():
                if not words or not {path, *called}.isdisjoint(words):
                    found.setdefault(path, at)
    return found, frozenset(unknown)


def _audio(document: Document) -> Iterator[tuple[str, Position]]:
    assert isinstance(document.details, EpisodeDetails)
    if document.details.audio:
        yield document.details.audio, document.where("audio")
    for other in document.details.alternate_audio:
        yield other.path, other.at
