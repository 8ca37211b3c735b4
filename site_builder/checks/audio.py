"""An episode must have audio in some language, and a show to belong to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import Document, EpisodeDetails
from ..library import Library
from ..problems import Problem, Severity
from ..settings import settings_missing
from ..shows import SHOW_FILE, show_folder


def check_audio(library: Library, now: datetime) -> Iterator[Problem]:
    """Episodes without audio or without a show."""
    episodes = [document for document, _ in library.episodes]
    missing = {
        f"{show_folder(document.path, library.files)}/{SHOW_FILE}" for document in episodes
    } - library.files
    yield from map(settings_missing, sorted(missing))
    for document in episodes:
        names_audio = any(
            (isinstance(version.details, EpisodeDetails) and version.details.audio)
            or "audio" in version.refused
            for version in library.versions[document.id].values()
        )
        if not names_audio and document is library.original(document):
            yield _no_audio(document)


def _no_audio(document: Document) -> Problem:
    return Problem(
        "no-audio",
        Severity.ERROR,
        document.where("title"),
        "The episode has no audio in any language.",
        "Put the file beside this one and name it: audio: {name}.{language}.mp3",
        {"name": document.name, "language": document.language},
        "audio",
    )
