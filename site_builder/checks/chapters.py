"""The chapters of an episode must ascend and lie within its audio, whoever says them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from ..chapters import NEARLY_ZERO, recorded_chapters, written_chapters
from ..documents import Chapter
from ..library import Library
from ..problems import Problem, Severity
from ..seconds import clock


def check_chapters(library: Library, now: datetime) -> Iterator[Problem]:
    """Chapters in a wrong order, past the end of the audio, or with nothing before the first."""
    for document, _ in library.episodes:
        played = library.audio_of(document)
        written = written_chapters(library, document)
        hint = (
            "Correct when it begins, counted from the beginning of the audio."
            if written
            else "It is in the audio file itself: correct it there, or write the chapters into the field chapters."
        )
        for chapter in written or recorded_chapters(library, document):
            if played and chapter.start >= played.audio.seconds:
                message = "The chapter “{title}” begins after the end of the audio."
                yield _problem("chapter-past-end", chapter, message, hint)
        for earlier, later in pairwise(written):
            if later.start <= earlier.start:
                message = "The chapter “{title}” doesn't begin after the one before it."
                yield _problem("chapter-order", later, message, hint)
        yield from _late_start(written)


def _late_start(chapters: tuple[Chapter, ...]) -> Iterator[Problem]:
    """The first chapter begins at 00:00:00 (Apple, "Chapters on Apple Podcasts")."""
    first = min(chapters, key=lambda chapter: chapter.start, default=None)
    if first and first.start >= NEARLY_ZERO:
        yield Problem(
            "chapter-late-start",
            Severity.WARNING,
            first.at,
            "The first chapter, “{title}”, begins at {time}; before it there is none.",
            "Add one that begins at 00:00. Until then one with the episode's title stands there.",
            {"title": first.title, "time": clock(first.start)},
            "chapters",
        )


def _problem(code: str, chapter: Chapter, message: str, hint: str) -> Problem:
    return Problem(code, Severity.ERROR, chapter.at, message, hint, {"title": chapter.title}, "chapters")
