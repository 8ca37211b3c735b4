"""Files that front matter names (pictures, slides, transcripts, chapters) must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from unicodedata import normalize

from ..chapters import written_chapters
from ..documents import PICTURE_ENDINGS, Document, EpisodeDetails, PresentationDetails
from ..languages import mark
from ..library import Library
from ..markdown.saying_nothing import alt_is_mute
from ..markdown.wording import alt_says_nothing
from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar
from ..references import ToFile, follow
from ..repairs import Renaming
from ..schema.reading import replaced
from ..similar import same_file, similar_file

_NOT_THERE = mark("Put the file there or correct its name; capital and small letters count as different.")
_NOT_READY = mark(
    "If it isn't ready, delete this line for now: the transcript may follow within two weeks. Otherwise put the file "
    "there."
)

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
            yield from _missing(library, document, document.picture.path, "image")
            if not document.picture.path.lower().endswith(PICTURE_ENDINGS):
                yield not_a_picture(document.picture.path, document.where("image"), "image")
            if alt_is_mute(document.picture.alt):
                yield alt_says_nothing(document.where("image_alt"), document.picture.alt, "image_alt")
        details = document.details
        if isinstance(details, PresentationDetails) and details.slides:
            yield from _missing(library, document, details.slides, "slides")
        if isinstance(details, EpisodeDetails):
            yield from _files_of_episode(library, document, details)


def _stray_documents(library: Library) -> Iterator[Problem]:
    """Documents of Word and the like that nothing names: somebody takes them for pages."""
    stray = {path for path in library.files if path.startswith("content/") and path.lower().endswith(_OFFICE)}
    if stray:
        stray.difference_update(_named(library), _linked(library))
    for path in sorted(stray):
        yield Problem(
            "stray-document",
            Severity.WARNING,
            Position(path),
            "Nothing links to “{name}”; a document of an office program is no page of the site.",
            "Copy its text into a page (.md), or link to it from one; delete it if it is only a draft, "
            "because it is published with the site.",
            {"name": path.rpartition("/")[2]},
        )


def _named(library: Library) -> Iterator[str]:
    """The pictures and slides that front matter names."""
    for document in library.documents:
        if document.picture:
            yield document.picture.path
        if isinstance(document.details, PresentationDetails):
            yield document.details.slides


def _linked(library: Library) -> Iterator[str]:
    """The files that texts link to."""
    for document in library.documents:
        for reference in library.texts[document.path].references:
            if isinstance(target := follow(reference.target, document, library), ToFile):
                yield target.path


def _files_of_episode(library: Library, document: Document, details: EpisodeDetails) -> Iterator[Problem]:
    if details.transcript:
        yield from _missing(library, document, details.transcript, "transcript")
    if details.chapters_file:
        yield from _missing(library, document, details.chapters_file, "chapters")
    for chapter in written_chapters(library, document):
        if chapter.image:
            yield from missing_file(library, chapter.image, chapter.at, "chapters")
            if not chapter.image.lower().endswith(PICTURE_ENDINGS):
                yield not_a_picture(chapter.image, chapter.at, "chapters")


def _missing(library: Library, document: Document, path: str, field: str) -> Iterator[Problem]:
    return missing_file(library, path, document.where(field), field, document.value(field))


def missing_file(
    library: Library, path: str, at: Position, field: str, written: Scalar | None = None
) -> Iterator[Problem]:
    """The problem that the file `path`, which `field` names as `written`, isn't there."""
    if path in library.files:
        return
    apart = next((file for file in library.files if normalize("NFC", file) == path), None)
    if apart:
        yield _name_apart(apart, path, at, field)
        return
    free = library.files - _of_other_episodes(library, at.path)
    right = same_file(path, free, at.path)
    close = right or similar_file(path, free, at.path)
    yield Problem(
        "missing-file",
        Severity.ERROR,
        at,
        "The file {path} doesn't exist.",
        "Did you mean “{close}”?" if close else _NOT_READY if field == "transcript" else _NOT_THERE,
        {"path": path, "close": close},
        field,
        replaced(written, right) if written and right else None,
    )


def _of_other_episodes(library: Library, path: str) -> frozenset[str]:
    """The files that episodes name, but for the one whose text is the file `path`, in all its languages."""
    own = library.by_path.get(path)
    return frozenset(
        file
        for document, details in library.episodes
        if own is None or document.id != own.id
        for file in (details.audio, details.transcript, details.chapters_file)
    )


def _name_apart(file: str, path: str, at: Position, field: str) -> Problem:
    """The file is there, but as Macs write its name: the same for people, another one for the system."""
    return Problem(
        "missing-file",
        Severity.ERROR,
        at,
        "The file {path} is there, but its name is stored otherwise: each diacritic apart from its letter (NFD).",
        "Rename the file, best to a name without diacritics, and write that name here.",
        {"path": path},
        field,
        Renaming(file, path),
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
