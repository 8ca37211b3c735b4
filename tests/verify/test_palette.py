"""Colours that are too alike are told where they are set."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.palette import contrast
from site_builder.problems import Problem
from site_builder.report import editor_language, rows
from site_builder.verify.palette import verify_palette


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A site's folder with the real stylesheets, to be changed."""
    shutil.copytree(root / "overrides/assets", tmp_path / "assets")
    return tmp_path


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "assets" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def pointed_at(folder: Path, problem: Problem) -> str:
    """What stands where the problem points to."""
    path = folder / problem.at.path.removeprefix("overrides/")
    return path.read_text(encoding="utf-8").splitlines()[problem.at.line - 1][problem.at.column - 1 :]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#ffffff", 21), ("#fff", "#fff", 1), ("#777777", "#fff", 4.48), ("#767676", "#fff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


def test_the_real_colours_are_readable(folder: Path) -> None:
    assert list(verify_palette(folder)) == []


def test_a_light_colour_is_told_in_the_light_stylesheet(folder: Path) -> None:
    change(folder, "site.css", "--muted: #4b556b", "--muted: #8b95ab")
    found = list(verify_palette(folder))
    assert {problem.values["back"] for problem in found} == {"paper", "sheet", "sand"}
    assert {problem.values["front"] for problem in found} == {"muted"}
    assert {problem.code for problem in found} == {"palette-contrast"}
    assert {problem.at.path for problem in found} == {"overrides/assets/site.css"}
    assert all(pointed_at(folder, problem).startswith("--muted: #8b95ab;") for problem in found)


def test_a_dark_colour_is_told_in_the_dark_stylesheet(folder: Path) -> None:
    change(folder, "dark.css", "--focus: #ffd27d", "--focus: #2a3442")
    found = list(verify_palette(folder))
    assert {problem.at.path for problem in found} == {"overrides/assets/dark.css"}
    assert {problem.values["wanted"] for problem in found} == {"3"}


def test_a_colour_that_cannot_be_judged_is_told_once(folder: Path) -> None:
    change(folder, "site.css", "--night: #14213d", "--night: midnightblue")
    assert [problem.code for problem in verify_palette(folder)] == ["palette-colour"]


def test_the_messages_are_whole(folder: Path) -> None:
    change(folder, "site.css", "--muted: #4b556b", "--muted: #8b95ab")
    change(folder, "site.css", "--night: #14213d", "--night: midnightblue")
    problems = tuple(verify_palette(folder))
    for language in ("cs", "en"):
        for row in rows(problems, editor_language(language)):
            assert row.message
            assert row.hint
            assert "{" not in row.message + row.hint


def test_paper_is_judged_by_its_own_colour_and_not_by_that_of_print(folder: Path) -> None:
    change(folder, "site.css", "--paper: #fffdf8", "--paper: #777777")
    assert "paper" in {problem.values["back"] for problem in verify_palette(folder)}
