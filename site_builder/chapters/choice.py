"""Which chapters an episode has, where several places may tell them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..documents import Chapter, Document, EpisodeDetails
from ..library import Library

NEARLY_ZERO = 1.0
"""Seconds: the first chapter of an encoder seldom begins before the first frame or a pause is over."""


def chapters_of(library: Library, document: Document) -> tuple[Chapter, ...]:
    """The chapters of the audio that the page of `document` plays, ascending, the first at 0.

    Those that are written in its language count first, then those in the language of the audio, then the audio's
    own.
    """
    found, told = written_chapters(library, document), document
    played = library.audio_of(document)
    if not found and played:
        told = played.version
        found = written_chapters(library, told) or recorded_chapters(library, told)
    return from_zero(found, told.title)


def from_zero(chapters: Iterable[Chapter], title: str) -> tuple[Chapter, ...]:
    """`chapters` ascending; where the first begins later than at 0, one with the episode's `title` before it.

    Apps show chapters only from 0 on (Apple, "Chapters on Apple Podcasts"; it also wants three at least, but fewer
    do no harm).
    """
    ordered = sorted(chapters, key=lambda chapter: chapter.start)
    if not ordered:
        return ()
    first, *others = ordered
    if first.start < NEARLY_ZERO:
        return replace(first, start=0.0), *others
    return Chapter(0.0, title, first.at), *ordered


def written_chapters(library: Library, document: Document) -> tuple[Chapter, ...]:
    """The chapters that an editor wrote: in front matter, else in the file that it names, else in the notes."""
    details = document.details
    if not isinstance(details, EpisodeDetails):
        return ()
    in_file = library.chapters.get(details.chapters_file, ())
    return details.chapters or in_file or library.chapters.get(document.path, ())


def recorded_chapters(library: Library, document: Document) -> tuple[Chapter, ...]:
    """The chapters in the episode's own audio file; they stand where front matter names it."""
    details = document.details
    if not isinstance(details, EpisodeDetails) or details.audio not in library.audio:
        return ()
    at = document.where("audio")
    recorded = library.audio[details.audio].chapters
    return tuple(
        Chapter(chapter.start, chapter.title, at, chapter.url) for chapter in recorded if chapter.title
    )
