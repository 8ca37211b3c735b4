"""One truth from four places: front matter, a JSON file, a list in the notes, the audio."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from site_builder.audio.facts import AudioChapter, AudioFacts
from site_builder.chapters import chapters_of, listed_chapters
from site_builder.checks.chapters import check_chapters
from site_builder.documents import Chapter, Document, EpisodeDetails, Kind
from site_builder.languages import Catalogue, Language
from site_builder.library import Library
from site_builder.problems import Position
from site_builder.settings import LanguageSettings, Settings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
AUDIO, FILE = "podcast/dil.cs.mp3", "podcast/dil.json"
RECORDED = (
    AudioChapter(0.0, "Nahraná"),
    AudioChapter(30, ""),
    AudioChapter(60, "Druhá", "https://web.example/"),
)


def chapter(title: str, start: float = 0.0, line: int = 9) -> Chapter:
    return Chapter(start, title, Position("podcast/dil.cs.md", line))


def episode(language: str, **details: Any) -> Document:
    path = f"podcast/dil.{language}.md"
    return Document(
        Kind.EPISODE,
        "dil",
        language,
        path,
        f"Díl {language}",
        details=EpisodeDetails(**details),
        positions={"audio": Position(path, 4)},
    )


def library(
    *documents: Document,
    recorded: tuple[AudioChapter, ...] = RECORDED,
    chapters: dict[str, tuple[Chapter, ...]] | None = None,
) -> Library:
    nothing = Catalogue({}, int)
    languages = {code: LanguageSettings(Language(code, code, "", nothing), "Web") for code in ("cs", "en")}
    facts = {AUDIO: AudioFacts(AUDIO, 1, 600.0, "audio/mpeg", recorded)}
    settings = Settings(languages, ZoneInfo("UTC"), {})
    return Library(settings, {}, {}, documents, {}, facts, {}, {}, chapters or {}, frozenset())


WRITTEN = {"podcast/dil.cs.md": (chapter("V poznámkách"),), FILE: (chapter("V souboru"),)}


@pytest.mark.parametrize(
    ("details", "listed", "titles"),
    [
        ({"chapters": (chapter("V hlavičce"),), "chapters_file": FILE}, WRITTEN, ["V hlavičce"]),
        ({"chapters_file": FILE}, WRITTEN, ["V souboru"]),
        ({}, WRITTEN, ["V poznámkách"]),
        ({}, {}, ["Nahraná", "Druhá"]),
    ],
)
def test_the_first_place_that_tells_chapters_counts(
    details: dict[str, Any], listed: dict[str, tuple[Chapter, ...]], titles: list[str]
) -> None:
    czech, english = episode("cs", audio=AUDIO, **details), episode("en")
    found = library(czech, english, chapters=listed)
    for document in (czech, english):
        assert [chapter.title for chapter in chapters_of(found, document)] == titles


def test_a_language_has_its_own_titles() -> None:
    czech = episode("cs", audio=AUDIO, chapters=(chapter("Úvod"),))
    english = episode("en", chapters=(chapter("Beginning"),))
    assert [chapter.title for chapter in chapters_of(library(czech, english), english)] == ["Beginning"]


def test_a_chapter_before_borrowed_ones_is_in_their_language() -> None:
    czech, english = episode("cs", audio=AUDIO, chapters=(chapter("Úvod", 60),)), episode("en")
    assert [chapter.title for chapter in chapters_of(library(czech, english), english)] == ["Díl cs", "Úvod"]


def test_the_audios_own_chapters_stand_where_it_is_named() -> None:
    czech = episode("cs", audio=AUDIO)
    assert chapters_of(library(czech), czech)[1] == Chapter(
        60, "Druhá", Position("podcast/dil.cs.md", 4), "https://web.example/"
    )


@pytest.mark.parametrize(
    ("starts", "found"),
    [
        ([0, 60], [("A", 0), ("B", 60)]),
        ([60, 0], [("B", 0), ("A", 60)]),
        ([0.4, 60], [("A", 0), ("B", 60)]),
        ([1, 60], [("Díl cs", 0), ("A", 1), ("B", 60)]),
        ([60], [("Díl cs", 0), ("A", 60)]),
        ([], []),
    ],
)
def test_chapters_ascend_from_zero(starts: list[float], found: list[tuple[str, float]]) -> None:
    chapters = tuple(chapter(title, start) for title, start in zip("AB", starts, strict=False))
    document = episode("cs", audio=AUDIO, chapters=chapters)
    chosen = chapters_of(library(document, recorded=()), document)
    assert [(chapter.title, chapter.start) for chapter in chosen] == found


def test_an_episode_without_audio_or_chapters_has_none() -> None:
    assert chapters_of(library(episode("cs")), episode("cs")) == ()


def test_notes_list_chapters() -> None:
    notes = "Text.\n\n- 00:00 Úvod\n- 1:02 Dál\n"
    assert listed_chapters(notes, Position("podcast/dil.cs.md", 7)) == (
        chapter("Úvod", 0, 9),
        chapter("Dál", 62, 10),
    )


def problems(document: Document, **fields: Any) -> list[tuple[str, int]]:
    return [(problem.code, problem.at.line) for problem in check_chapters(library(document, **fields), NOW)]


@pytest.mark.parametrize(
    ("starts", "found"),
    [
        ([0, 60, 599], []),
        ([0.5], []),
        ([60, 0, 600], [("chapter-past-end", 3), ("chapter-order", 2)]),
        ([60, 60], [("chapter-order", 2), ("chapter-late-start", 1)]),
    ],
)
@pytest.mark.parametrize("place", ["front matter", "file", "notes"])
def test_chapters_are_checked_wherever_they_are_written(
    place: str, starts: list[float], found: list[tuple[str, int]]
) -> None:
    written = tuple(chapter("A", start, line) for line, start in enumerate(starts, start=1))
    details: dict[str, Any] = {"front matter": {"chapters": written}, "file": {"chapters_file": FILE}}.get(
        place, {}
    )
    document = episode("cs", audio=AUDIO, **details)
    listed = {"file": {FILE: written}, "notes": {document.path: written}}.get(place, {})
    assert problems(document, chapters=listed) == found


def test_recorded_chapters_past_the_end_are_told_at_the_audio() -> None:
    late = (AudioChapter(5, "A"), AudioChapter(600, "B"), AudioChapter(1, "C"))
    assert problems(episode("cs", audio=AUDIO), recorded=late) == [("chapter-past-end", 4)]
    assert problems(episode("cs", audio=AUDIO, chapters=(chapter("A"),)), recorded=late) == []
