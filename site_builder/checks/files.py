"""Files that front matter names (pictures, slides, transcripts, chapters) must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import unquote

from ..chapters import written_chapters
from ..documents import PICTURE_ENDINGS, Document, EpisodeDetails, PresentationDetails
from ..library import Library
from ..markdown.saying_nothing import alt_is_mute
from ..markdown.wording import alt_says_nothing
from ..problems import Position, Problem, Severity
from ..similar import similar_file

# fmt: off
_OFFICE = (
    ".doc", ".docx", ".docm", ".dot", ".dotx", ".rtf", ".odt", ".ott", ".fodt", ".pages", ".wpd", ".xls", ".xlsx",
    ".xlsm", ".ods", ".numbers", ".ppt", ".pptx", ".odp", ".key", ".one", ".msg", ".eml",
)
# fmt: on


def check_files(library: Library, now: datetime) -> Iterator[Problem]:
    """Missing and stray files, and pictures that are none by their ending; covers have a check of their own."""
    yield from _stray_documents(library)
    for document in library.documents:
        if document.picture:
            yield from missing_file(library, document.picture.path, document.where("image"), "image")
            if not document.picture.path.lower().endswith(PICTURE_ENDINGS):
                yield not_a_picture(document.picture.path, document.where("image"), "image")
            if alt_is_mute(document.picture.alt):
                yield alt_says_nothing(document.where("image_alt"), document.picture.alt, "image_alt")
        details = document.details
        if isinstance(details, PresentationDetails) and details.slides:
            yield from missing_file(library, details.slides, document.where("slides"), "slides")
        if isinstance(details, EpisodeDetails):
            yield from _files_of_episode(library, document, details)


def _stray_documents(library: Library) -> Iterator[Problem]:
    """Documents of Word and the like that nothing names: somebody takes them for pages."""
    for path in sorted(p for p in library.files if p.startswith("content/") and p.lower().endswith(_OFFICE)):
        name = path.rpartition("/")[2]
        if path not in _named(library) and not any(name in target for target in _targets(library)):
            yield Problem(
                "stray-document",
                Severity.WARNING,
                Position(path),
                "Nothing links to “{name}”; a document of an office program is no page of the site.",
                "Copy its text into a page (.md), or link to it from one; delete it if it is only a draft, "
                "because it is published with the site.",
                {"name": name},
            )


def _named(library: Library) -> Iterator[str]:
    """The pictures and slides that front matter names."""
    for document in library.documents:
        if document.picture:
            yield document.picture.path
        if isinstance(document.details, PresentationDetails):
            yield document.details.slides


def _targets(library: Library) -> Iterator[str]:
    """All addresses in the texts."""
    return (unquote(found.target) for text in library.texts.values() for found in text.references)


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
