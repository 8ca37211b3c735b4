"""Passages that front matter offers for sharing must be in the audio (podcast namespace, `docs/tags/soundbite.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..library import Library
from ..podcasting import Soundbite
from ..problems import Problem, Severity

SHORTEST, LONGEST = 15, 120
"""Seconds that the namespace recommends for a soundbite."""


def check_soundbites(library: Library, now: datetime) -> Iterator[Problem]:
    """Soundbites that are too short or too long, or that go on after the audio."""
    for document, details in library.episodes:
        played = library.audio_of(document)
        seconds = played.audio.seconds if played else float("inf")
        for soundbite in details.soundbites:
            yield from _problems(soundbite, seconds)


def _problems(soundbite: Soundbite, seconds: float) -> Iterator[Problem]:
    if soundbite.start + soundbite.duration > seconds:
        yield Problem(
            "soundbite-past-end",
            Severity.ERROR,
            soundbite.at,
            "The soundbite goes on after the end of the audio.",
            "Correct its start or its duration.",
            field="soundbites",
        )
    if not SHORTEST <= soundbite.duration <= LONGEST:
        yield Problem(
            "soundbite-length",
            Severity.WARNING,
            soundbite.at,
            "The soundbite takes {seconds} seconds; it should take {shortest} to {longest}.",
            "Choose a passage that can be heard by itself and isn't longer.",
            {"seconds": f"{soundbite.duration:g}", "shortest": str(SHORTEST), "longest": str(LONGEST)},
            "soundbites",
        )
