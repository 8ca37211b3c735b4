"""The repairs that problems bring: each replaces what really stands there, and there is none where nobody can tell."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from repaired import repaired

from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.reading.source import read_source
from site_builder.repairs import Renaming, Replacement
from sites import SITES, cases, copy_site

URL = "https://web.example/"


def problems_of(site: Path, now: datetime) -> tuple[Problem, ...]:
    return prepare(site, URL, now).problems


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
def test_a_replacement_is_of_what_stands_there(case: Path, tmp_path: Path, now: datetime) -> None:
    site = copy_site(case, tmp_path / "site")
    for problem in problems_of(site, now):
        if isinstance(problem.repair, Replacement):
            text = read_source(site, problem.repair.at.path)[0].text
            assert repaired(text, [problem]) != text


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
