"""Audio that isn't stored elsewhere lies in Git for good, and Git hosts refuse more than so much of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..audio.facts import AudioFacts
from ..library import Library
from ..media.named import named_audio
from ..problems import Position, Problem, Severity
from ..settings import SITE, Settings

LARGEST_FILE = 20_000_000
LARGEST_SUM = 300_000_000
"""Bytes. Git hosts refuse files over 100 MB and sites over 1 GB, old versions and all."""


def check_git(library: Library, now: datetime) -> Iterator[Problem]:
    """Audio that is too large to lie in Git, and too much of it."""
    in_git = [audio for audio in library.audio.values() if not audio.url]
    places = named_audio(library.documents)
    for audio in in_git:
        if audio.size > LARGEST_FILE:
            yield _too_large(audio, places[audio.path], library.settings)
    total = sum(audio.size for audio in in_git)
    if total > LARGEST_SUM:
        yield _too_much(total, library.settings)


def _too_large(audio: AudioFacts, at: Position, settings: Settings) -> Problem:
    return _problem(
        "audio-too-large-for-git",
        at,
        "The audio {path} has {size} MB; Git may hold {limit} MB a file.",
        settings,
        path=audio.path,
        size=_megabytes(audio.size),
        limit=_megabytes(LARGEST_FILE),
    )


def _too_much(total: int, settings: Settings) -> Problem:
    return _problem(
        "audio-too-much-for-git",
        Position(SITE),
        "There are {size} MB of audio in Git, which may hold {limit} MB of it.",
        settings,
        size=_megabytes(total),
        limit=_megabytes(LARGEST_SUM),
    )


def _problem(code: str, at: Position, message: str, settings: Settings, **values: str) -> Problem:
    hint = (
        "Run “site-builder audio push”: it stores audio outside of Git."
        if settings.storage
        else "Ask whoever looks after the site to name a storage in content/site.yml; docs/podcast.md says how."
    )
    return Problem(code, Severity.ERROR, at, message, hint, values, field="audio")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f}"
