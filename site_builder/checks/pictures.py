"""Files that front matter names (pictures, slides, transcripts) must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import PICTURE_ENDINGS, EpisodeDetails, PresentationDetails
from ..library import Library
from ..problems import Position, Problem, Severity
from ..similar import similar_file

COVER_ENDINGS = (".jpg", ".jpeg", ".png")
"""What podcast apps show (Apple, Podcaster's Guide to RSS: "JPEG or PNG")."""


def check_pictures(library: Library, now: datetime) -> Iterator[Problem]:
    """Missing files, and pictures that are none by their ending."""
    for document in library.documents:
        if document.picture:
            yield from missing_file(library, document.picture.path, document.where("image"), "image")
            if not document.picture.path.lower().endswith(PICTURE_ENDINGS):
                yield not_a_picture(document.picture.path, document.where("image"), "image")
        details = document.details
        if isinstance(details, PresentationDetails) and details.slides:
            yield from missing_file(library, details.slides, document.where("slides"), "slides")
        if isinstance(details, EpisodeDetails) and details.transcript:
            yield from missing_file(library, details.transcript, document.where("transcript"), "transcript")


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


def not_a_cover(path: str, at: Position, field: str) -> Problem:
    """A cover by its place, but no JPEG or PNG."""
    return Problem(
        "not-a-cover",
        Severity.ERROR,
        at,
        "{path} is not a cover that podcast apps show.",
        "Save it as a square JPEG or PNG picture of 1400 to 3000 pixels.",
        {"path": path},
        field,
    )
