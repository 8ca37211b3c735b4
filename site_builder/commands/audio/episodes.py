"""Which episodes and which of their audio somebody means: by name, by name and language, by the file."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import normpath

import click

from ...documents import Document
from ...library import Library
from ...media.named import named_audio
from ...problems import Position
from ...refusals import RefusalError
from ...similar import similar_name

episodes_or_files = click.argument("words", metavar="[EPISODE_OR_FILE]...", nargs=-1)
"""Episodes by their names or files, audio by its path; none of them means everything."""


def choose(library: Library, words: tuple[str, ...]) -> Mapping[str, Position]:
    """The audio that `words` mean, and where it is named."""
    named = named_audio(library.documents)
    if not words:
        return named
    meant = {normpath(word): called(library, word) for word in words}
    unknown = [word for word, episodes in meant.items() if not episodes and word not in named]
    if unknown:
        message = "There is no episode and no audio of an episode called {words}."
        raise RefusalError(message, words=", ".join(sorted(unknown)))
    chosen = named_audio(episode for episodes in meant.values() for episode in episodes)
    return {path: at for path, at in named.items() if path in chosen or path in meant}


def find_episode(library: Library, word: str) -> Document:
    """The version of the episode that is meant: where no language is, that in the site's first one."""
    found = called(library, word)
    if found:
        return found[0] if len(found) == 1 else library.original(found[0])
    close = _similar(library, word)
    hint = "Did you mean “{close}”?" if close else ""
    raise RefusalError("There is no episode called {words}.", hint, words=word, close=close)


def called(library: Library, word: str) -> tuple[Document, ...]:
    """The language versions that `word` means: `papillon` all, `papillon.en` one, as does `podcast/papillon.en.md`."""
    written = normpath(word)
    return tuple(document for document, _ in library.episodes if written in _names(document))


def _similar(library: Library, word: str) -> str:
    """The name of an episode that is most like `word`; empty where none is."""
    is_file = word.endswith(".md")
    names = (document.path if is_file else document.name for document, _ in library.episodes)
    return similar_name(word, sorted(set(names)))


def _names(document: Document) -> tuple[str, ...]:
    file = document.path.removesuffix(".md")
    return document.name, f"{document.name}.{document.language}", document.path, file
