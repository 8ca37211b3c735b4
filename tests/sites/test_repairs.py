"""The repairs that problems bring: each replaces what really stands there, and leaves nothing to repair in the end."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.reading.source import read_source
from site_builder.repairs import Renaming, Replacement
from sites import SITES, cases, copy_site

URL = "https://web.example/"


def problems_of(site: Path, now: datetime) -> tuple[Problem, ...]:
    return prepare(site, URL, now).problems


def offset(text: str, repair: Replacement) -> int:
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: repair.at.line - 1])) + repair.at.column - 1


def replacements(problems: tuple[Problem, ...]) -> list[Replacement]:
    return [problem.repair for problem in problems if isinstance(problem.repair, Replacement)]


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
def test_a_replacement_is_of_what_stands_there(case: Path, tmp_path: Path, now: datetime) -> None:
    site = copy_site(case, tmp_path / "site")
    for repair in replacements(problems_of(site, now)):
        text = read_source(site, repair.at.path)[0].text
        assert text.startswith(repair.old, offset(text, repair)), repair
        assert repair.new != repair.old


@pytest.mark.parametrize(
    "name",
    [
        "audio-other-case",
        "audio-other-ending",
        "audio-with-backslash",
        "choice-in-czech",
        "date-czech",
        "date-czech-in-words",
        "date-without-zeros",
        "field-in-capitals",
        "field-in-czech",
        "field-in-czech-episode",
        "field-in-czech-settings",
        "field-misspelt",
        "flag-in-czech",
        "picture-in-capitals",
    ],
)
def test_what_has_one_right_answer_is_clean_in_the_end(name: str, tmp_path: Path, now: datetime) -> None:
    site = copy_site(SITES / "invalid" / name, tmp_path / "site")
    for _ in range(3):
        problems = problems_of(site, now)
        places: dict[str, list[Replacement]] = {}
        for repair in replacements(problems):
            places.setdefault(repair.at.path, []).append(repair)
        for path, repairs in places.items():
            text = read_source(site, path)[0].text
            for repair in sorted(repairs, key=lambda repair: repair.at, reverse=True):
                start = offset(text, repair)
                text = text[:start] + repair.new + text[start + len(repair.old) :]
            (site / path).write_text(text, encoding="utf-8")
    assert [problem for problem in problems_of(site, now) if problem.is_error or problem.repair] == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("audio-ending-in-capitals", "druha.cs.MP3", "druha.cs.mp3"),
        ("audio-name-of-words", "Druhý díl (finální).mp3", "druhy-dil-finalni.mp3"),
        ("audio-other-format", "druha.cs.m4a", "druha.cs.mp3"),
    ],
)
def test_a_file_is_renamed(name: str, old: str, new: str, tmp_path: Path, now: datetime) -> None:
    (problem,) = problems_of(copy_site(SITES / "invalid" / name, tmp_path / "site"), now)
    assert problem.repair == Renaming(f"podcast/{old}", f"podcast/{new}")


@pytest.mark.parametrize(
    "name",
    [
        "audio-misspelt",
        "audio-on-the-web",
        "date-not-in-calendar",
        "date-skipped-hour",
        "date-words",
        "date-year-mistyped",
        "field-by-two-names",
        "field-with-two-meanings",
        "number-taken",
        "person-with-namesake",
        "title-nothing",
    ],
)
def test_what_has_more_than_one_answer_is_left_to_people(name: str, tmp_path: Path, now: datetime) -> None:
    problems = problems_of(copy_site(SITES / "invalid" / name, tmp_path / "site"), now)
    assert problems
    assert [problem.repair for problem in problems if problem.repair] == []
