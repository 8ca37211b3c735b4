"""What listeners' apps and links hold on to must be unique: guids of shows and episodes, episode numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import Document, EpisodeDetails
from ..languages import mark
from ..library import Library
from ..problems import Problem, Severity
from ..shows import show_folder


def check_identity(library: Library, now: datetime) -> Iterator[Problem]:
    """Two feeds or episodes with one guid, two episodes with one number, versions of one with different guids."""
    yield from _shows(library)
    guids: dict[str, Document] = {}
    numbers: dict[tuple[str, int | None, int], Document] = {}
    audio: dict[str, Document] = {}
    transcripts: dict[str, Document] = {}
    for document, details in sorted(library.episodes, key=_appearance):
        first = guids.setdefault(details.guid, document)
        if details.guid and first.id != document.id:
            message = "Another episode has the same guid: {other}."
            yield _taken("duplicate-guid", "guid", message, _CHANGE, document, first)
        original = library.original(document).details
        if isinstance(original, EpisodeDetails) and original.guid and details.guid not in ("", original.guid):
            yield _other_guid(document, original.guid)
        if details.audio:
            first = audio.setdefault(details.audio, document)
            if first is not document:
                yield _shared_audio(document, first)
        if details.transcript:
            first = transcripts.setdefault(details.transcript, document)
            if first is not document:
                yield _shared_transcript(document, first)
        if details.number:
            show = show_folder(document.path, library.files)
            first = numbers.setdefault((show, details.season, details.number), document)
            if first.id != document.id:
                message = "Another episode has the same number: {other}."
                yield _taken("duplicate-number", "episode", message, _CHANGE, document, first)


def _appearance(episode: tuple[Document, EpisodeDetails]) -> tuple[str, str, str]:
    """What sorts episodes by their dates: what the first ones have, the later ones may not take.

    Of two with one date the longer name is the copy's: `prvni`, `prvni-kopie`.
    """
    document, _ = episode
    return document.date.isoformat() if document.date else "~", document.name, document.path


def _shows(library: Library) -> Iterator[Problem]:
    """Every feed, each language's too, has a guid of its own (podcast namespace, `guid`)."""
    owners: dict[str, str] = {}
    for show in library.shows.values():
        for code, guid in show.guid.items():
            owner = f"{show.folder} ({code})"
            if owners.setdefault(guid, owner) != owner:
                yield Problem(
                    "duplicate-feed-guid",
                    Severity.ERROR,
                    show.where("guid"),
                    "Another feed has the same guid: {other}.",
                    "Give each language and each show a guid of its own; never change one that is published.",
                    {"other": owners[guid]},
                    "guid",
                )


_CHANGE = mark("Change it in the episode that isn't published yet.")


def _taken(code: str, field: str, message: str, hint: str, document: Document, first: Document) -> Problem:
    """What `document` says in `field` is the `first` one's."""
    return Problem(code, Severity.ERROR, document.where(field), message, hint, {"other": first.path}, field)


def _shared_audio(document: Document, first: Document) -> Problem:
    """Each item of a feed must have an enclosure of its own (PSP-1, `<enclosure>`)."""
    return _taken(
        "shared-audio",
        "audio",
        "Another episode or language has the same audio: {other}.",
        "Name this one's own audio; a language without its own names none and plays the other one's.",
        document,
        first,
    )


def _shared_transcript(document: Document, first: Document) -> Problem:
    """A transcript is published once, in one language and under one title."""
    return _taken(
        "shared-transcript",
        "transcript",
        "Another episode or language has the same transcript: {other}.",
        "Name this one's own transcript; a language that plays the other one's audio needs none and shows that one.",
        document,
        first,
    )


def _other_guid(document: Document, guid: str) -> Problem:
    return Problem(
        "other-guid",
        Severity.ERROR,
        document.where("guid"),
        "The guid differs from the one in the episode's other language.",
        "All languages of an episode have the same guid: {guid}",
        {"guid": guid},
        "guid",
    )
