"""Soundbites lie in the audio and take 15 to 120 seconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from site_builder.checks.soundbites import check_soundbites
from site_builder.documents import Document
from site_builder.library import Library
from site_builder.podcasting import Soundbite
from site_builder.problems import Position, Severity

AT = Position("podcast/dil.cs.md", 7, 5)


@pytest.mark.parametrize(
    ("start", "duration", "title", "code"),
    [
        (0, 15, "", ""),
        (480, 120, "a" * 128, ""),
        (480.5, 120, "", "soundbite-past-end"),
        (700, 30, "", "soundbite-past-end"),
        (0, 14.9, "", "soundbite-length"),
        (0, 120.1, "", "soundbite-length"),
    ],
)
@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_soundbite(
    episode: Callable[..., Document],
    library_of: Callable[..., Library],
    now: datetime,
    language: str,
    start: float,
    duration: float,
    title: str,
    code: str,
) -> None:
    soundbites = {language: (Soundbite(start, duration, title, AT),)}
    versions = [episode(code, soundbites=soundbites.get(code, ())) for code in ("cs", "en")]
    problems = list(check_soundbites(library_of(*versions), now))
    assert [(problem.code, problem.at) for problem in problems] == ([(code, AT)] if code else [])
    for problem in problems:
        assert (problem.severity is Severity.ERROR) == (problem.code == "soundbite-past-end")
        problem.message.format(**problem.values)


def test_a_soundbite_of_an_episode_without_audio_is_within_it(
    episode: Callable[..., Document], library_of: Callable[..., Library], now: datetime
) -> None:
    alone = episode(audio="", soundbites=(Soundbite(9000, 30, "", AT),))
    assert not list(check_soundbites(library_of(alone), now))
