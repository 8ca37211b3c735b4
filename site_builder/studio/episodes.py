"""Which episodes somebody means: by name, by name and language, or by the file."""

from __future__ import annotations

from posixpath import normpath

from ..documents import Document, Kind
from ..library import Library
from ..similar import similar_name


def called(library: Library, word: str) -> tuple[Document, ...]:
    """The language versions that `word` means: `papillon` all, `papillon.en` one, as does `podcast/papillon.en.md`."""
    written = normpath(word)
    return tuple(document for document in _episodes(library) if written in _names(document))


def similar_episode(library: Library, word: str) -> str:
    """The name of an episode that is most like `word`; empty where none is."""
    ending = word if word.endswith(".md") else ""
    names = (document.path if ending else document.name for document in _episodes(library))
    return similar_name(word, sorted(set(names)))


def _episodes(library: Library) -> tuple[Document, ...]:
    return tuple(document for document in library.documents if document.kind is Kind.EPISODE)


def _names(document: Document) -> tuple[str, ...]:
    file = document.path.removesuffix(".md")
    return document.name, f"{document.name}.{document.language}", document.path, file
