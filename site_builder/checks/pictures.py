"""Files that front matter names (pictures, slides, transcripts, the cover) must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from difflib import get_close_matches

from ..documents import EpisodeDetails, PresentationDetails
from ..library import Library
from ..problems import Position, Problem, Severity
from ..settings import SHOW

ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")


def check_pictures(library: Library, now: datetime) -> Iterator[Problem]:
    """Missing files, and pictures that are none by their ending."""
    for document in library.documents:
        if document.picture:
            yield from _file(library, document.picture.path, document.where("image"), "image")
            if not document.picture.path.lower().endswith(ENDINGS):
                yield _not_a_picture(document.picture.path, document.where("image"))
        details = document.details
        if isinstance(details, PresentationDetails) and details.slides:
            yield from _file(library, details.slides, document.where("slides"), "slides")
        if isinstance(details, EpisodeDetails) and details.transcript:
            yield from _file(library, details.transcript, document.where("transcript"), "transcript")
    if library.show:
        yield from _file(
            library, library.show.image, library.show.positions.get("image", Position(SHOW)), "image"
        )


def _file(library: Library, path: str, at: Position, field: str) -> Iterator[Problem]:
    if path in library.files:
        return
    close = get_close_matches(path, library.files, 1, 0.75)
    yield Problem(
        "missing-file",
        Severity.ERROR,
        at,
        "The file {path} doesn't exist.",
        "Did you mean {close}?"
        if close
        else "Put the file there or correct its name; capital and small letters count as different.",
        {"path": path, "close": close[0] if close else ""},
        field,
    )


def _not_a_picture(path: str, at: Position) -> Problem:
    return Problem(
        "not-a-picture",
        Severity.ERROR,
        at,
        "{path} is not a picture that browsers show.",
        "Use one of: {endings}",
        {"path": path, "endings": ", ".join(ENDINGS)},
        "image",
    )
