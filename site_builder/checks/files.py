"""Files that front matter names (pictures, slides, transcripts, chapters) must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..chapters import written_chapters
from ..documents import PICTURE_ENDINGS, Document, EpisodeDetails, PresentationDetails
from ..library import Library
from ..problems import Position, Problem, Severity
from ..similar import similar_file


def check_files(library: Library, now: datetime) -> Iterator[Problem]:
    """Missing files, and pictures that are none by their ending; covers have a check of their own."""
    for document in library.documents:
        if document.picture:
            yield from missing_file(library, document.picture.path, document.where("image"), "image")
            if not document.picture.path.lower().endswith(PICTURE_ENDINGS):
                yield not_a_picture(document.picture.path, document.where("image"), "image")
        details = document.details
        if isinstance(details, PresentationDetails) and details.slides:
            yield from missing_file(library, details.slides, document.where("slides"), "slides")
        if isinstance(details, EpisodeDetails):
            yield from _files_of_episode(library, document, details)


def _files_of_episode(library: Library, document: Document, details: EpisodeDetails) -> Iterator[Problem]:
    if details.transcript:
        yield from missing_file(library, details.transcript, document.where("transcript"), "transcript")
    if details.chapters_file:
        yield from missing_file(library, details.chapters_file, document.where("chapters"), "chapters")
    for chapter in written_chapters(library, document):
        if chapter.image:
            yield from missing_file(library, chapter.image, chapter.at, "chapters")
            if not chapter.image.lower().endswith(PICTURE_ENDINGS):
                yield not_a_picture(chapter.image, chapter.at, "chapters")


def missing_file(library: Library, path: str, at: Position, field: str) -> Iterator[Problem]:
    """The problem that the file `path`, which `field` names, isn't there."""
    if path in library.files:
        return
    close = similar_file(path, library.files, at.path)
    yield Problem(
        "missing-file",
        Severity.ERROR,
        at,
        "The file {path} doesn't exist.",
        "Did you mean {close}?"
        if close
        else "Put the file there or correct its name; capital and small letters count as different.",
        {"path": path, "close": close},
        field,
    )


def not_a_picture(path: str, at: Position, field: str | None = None) -> Problem:
    """A picture by its place, but none by its ending."""
    return Problem(
        "not-a-picture",
        Severity.ERROR,
        at,
        "{path} is not a picture that browsers show.",
        "Use one of: {endings}",
        {"path": path, "endings": ", ".join(PICTURE_ENDINGS)},
        field,
    )
