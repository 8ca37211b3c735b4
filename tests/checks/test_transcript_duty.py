"""When an episode without transcript is a problem, and when its transcript is another recording's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from site_builder.checks.transcripts import TIME_TO_WRITE, check_transcripts
from site_builder.documents import Document
from site_builder.library import Library
from site_builder.problems import Position, Severity
from site_builder.transcripts import Cue

EpisodeOf = Callable[..., Document]
LibraryOf = Callable[..., Library]
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("age", "severity"),
    [
        (-TIME_TO_WRITE, Severity.WARNING),
        (TIME_TO_WRITE, Severity.WARNING),
        (TIME_TO_WRITE + SECOND, Severity.ERROR),
    ],
)
def test_there_is_time_to_write_a_transcript(
    episode: EpisodeOf, library_of: LibraryOf, now: datetime, age: timedelta, severity: Severity
) -> None:
    (problem,) = check_transcripts(library_of(episode(date=now - age)), now)
    assert (problem.code, problem.severity) == ("no-transcript", severity)
    assert problem.at == Position("podcast/dil.cs.md", 3)
    if severity is Severity.WARNING:
        assert (now - age + TIME_TO_WRITE).date().isoformat() in problem.hint.format(**problem.values)


def test_a_reason_overrules_the_duty(episode: EpisodeOf, library_of: LibraryOf, now: datetime) -> None:
    old = episode(date=now - TIME_TO_WRITE * 2, no_transcript="V dílu zní jen hudba.")
    assert not list(check_transcripts(library_of(old), now))


@pytest.mark.parametrize("reason", ["nemáme", "není  čas"])
def test_a_word_is_no_reason(episode: EpisodeOf, library_of: LibraryOf, now: datetime, reason: str) -> None:
    old = episode(date=now - TIME_TO_WRITE * 2, no_transcript=reason)
    (problem,) = check_transcripts(library_of(old), now)
    assert (problem.severity, problem.field) == (Severity.ERROR, "no_transcript")
    assert problem.at == Position("podcast/dil.cs.md", 4)


@pytest.mark.parametrize("field", ["transcript", "no_transcript"])
def test_a_refused_field_is_told_once(
    episode: EpisodeOf, library_of: LibraryOf, now: datetime, field: str
) -> None:
    assert not list(check_transcripts(library_of(episode(refused=(field,))), now))


def test_a_language_that_borrows_its_audio_owes_none(
    episode: EpisodeOf, library_of: LibraryOf, now: datetime
) -> None:
    czech, english = episode(transcript="podcast/dil.cs.vtt"), episode("en")
    assert not list(check_transcripts(library_of(czech, english), now))


@pytest.mark.parametrize(
    ("cues", "line"),
    [
        ([(0, 599), (599, 600)], 0),
        ([(0, 599), (599, 601)], 0),
        ([(0, 599), (599, 601.1)], 7),
        ([(0, 599), (600, 600.5), (601, 602)], 7),
        ([(700, 701), (702, 703)], 3),
    ],
)
@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_transcript_ends_with_the_audio_that_is_played(
    episode: EpisodeOf,
    library_of: LibraryOf,
    now: datetime,
    language: str,
    cues: list[tuple[float, float]],
    line: int,
) -> None:
    path = f"podcast/dil.{language}.vtt"
    spoken = tuple(Cue(*times, "", "Text.", 3 + 4 * index) for index, times in enumerate(cues))
    versions = [
        episode(code, no_transcript="Přepis je jen anglicky.", transcript=path if code == language else "")
        for code in ("cs", "en")
    ]
    library = library_of(*versions, transcripts={path: spoken})
    problems = list(check_transcripts(library, now))
    assert [(problem.code, problem.at) for problem in problems] == (
        [("transcript-past-end", Position(path, line))] if line else []
    )
