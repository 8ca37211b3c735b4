"""An episode must have audio in some language, and its chapters must lie within it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from ..documents import Chapter, Document, EpisodeDetails, Kind
from ..library import Library
from ..problems import Problem, Severity
from ..settings import settings_missing
from ..shows import SHOW_FILE, show_folder


def check_audio(library: Library, now: datetime) -> Iterator[Problem]:
    """Episodes without audio, without a show, and chapters in a wrong order or past the end."""
    episodes = [document for document in library.documents if document.kind is Kind.EPISODE]
    missing = {
        f"{show_folder(document.path, library.files)}/{SHOW_FILE}" for document in episodes
    } - library.files
    yield from map(settings_missing, sorted(missing))
    for document in episodes:
        details = document.details
        assert isinstance(details, EpisodeDetails)
        names_audio = any(
            (isinstance(version.details, EpisodeDetails) and version.details.audio)
            or "audio" in version.refused
            for version in library.versions[document.id].values()
        )
        if not names_audio and document is library.original(document):
            yield _no_audio(document)
        if details.audio and not details.transcript and "transcript" not in document.refused:
            yield _no_transcript(document)
        audio = library.audio_of(document)
        yield from _chapters(details.chapters, audio[1].seconds if audio else float("inf"))


def _chapters(chapters: tuple[Chapter, ...], seconds: float) -> Iterator[Problem]:
    for earlier, later in pairwise(chapters):
        if later.start <= earlier.start:
            yield _chapter(
                "chapter-order", later, "The chapter “{title}” doesn't begin after the one before it."
            )
    for chapter in chapters:
        if chapter.start >= seconds:
            yield _chapter(
                "chapter-past-end", chapter, "The chapter “{title}” begins after the end of the audio."
            )


def _chapter(code: str, chapter: Chapter, message: str) -> Problem:
    hint = "Correct its start: minutes and seconds from the beginning of the audio."
    return Problem(code, Severity.ERROR, chapter.at, message, hint, {"title": chapter.title}, "chapters")


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


def _no_transcript(document: Document) -> Problem:
    return Problem(
        "no-transcript",
        Severity.WARNING,
        document.where("audio"),
        "The episode has no transcript; people who can't hear can't follow it.",
        "Put a WebVTT file beside it and name it: transcript: {name}.{language}.vtt",
        {"name": document.name, "language": document.language},
        "transcript",
    )
