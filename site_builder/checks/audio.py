"""An episode must have audio in some language, called as addresses are, and a show to belong to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from posixpath import basename, dirname, join

from ..audio.facts import AudioFacts
from ..audio.names import is_web_name, web_name
from ..documents import Document, EpisodeDetails
from ..library import Library
from ..problems import Problem, Severity
from ..repairs import Renaming
from ..settings import settings_missing
from ..shows import SHOW_FILE, show_folder


def check_audio(library: Library, now: datetime) -> Iterator[Problem]:
    """Episodes without audio or without a show, and audio whose name makes an ugly address."""
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
    for document, details in library.episodes:
        audio = library.audio.get(details.audio)
        if audio and not audio.url and not is_web_name(basename(audio.path)):
            yield _odd_name(document, audio)


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


def _odd_name(document: Document, audio: AudioFacts) -> Problem:
    """Its address is in feeds and apps for good, and not every program writes such an address in the same way."""
    name = basename(audio.path)
    right = web_name(name)
    return Problem(
        "audio-name",
        Severity.WARNING,
        document.where("audio"),
        "The name of the audio {name} is part of its address in feeds; there may be only letters without diacritics, "
        "digits, hyphens and dots in it, and small letters in its ending.",
        "Rename the file to {right}, and here too; site-builder fix --write does both.",
        {"name": name, "right": right},
        "audio",
        Renaming(audio.path, join(dirname(audio.path), right)),
    )
