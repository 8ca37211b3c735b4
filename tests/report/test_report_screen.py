"""Problems on a terminal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Position, Problem, Severity
from site_builder.repairs import Replacement
from site_builder.report import Screen, as_screen, editor_language
from site_builder.report.excerpt import excerpt

ENGLISH, CZECH = editor_language("en"), editor_language("cs")
PATH = "content/a.md"
TOPIC = Problem(
    "unknown-topic",
    Severity.ERROR,
    Position(PATH, 2, 10),
    "There is no topic “{name}”.",
    "Did you mean “{close}”?",
    {"name": "hosing", "close": "housing"},
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / PATH).write_text("---\ntopics: [hosing]\n---\n", encoding="utf-8")
    return tmp_path


def test_the_line_stands_below_with_a_mark_under_the_place(root: Path) -> None:
    block = [
        "content/a.md:2:10: Error: There is no topic “hosing”. [unknown-topic]",
        "    2 │ topics: [hosing]",
        "      │          ^~~~~~",
        "    Did you mean “housing”?",
    ]
    assert as_screen([TOPIC, TOPIC], ENGLISH, root, Screen()).splitlines() == [*block, "", *block]


def test_it_is_in_the_language_of_the_editor(root: Path) -> None:
    assert ": Chyba: " in as_screen([TOPIC], CZECH, root, Screen())


def test_colours_change_nothing_but_colours(root: Path) -> None:
    coloured = as_screen([TOPIC], ENGLISH, root, Screen(80, has_colours=True))
    assert "\x1b[1;31mError\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == as_screen([TOPIC], ENGLISH, root, Screen())


@pytest.mark.parametrize(
    "problem", [replace(TOPIC, at=Position(PATH)), replace(TOPIC, at=Position("content/b.mp3"))]
)
def test_what_has_no_line_worth_showing_shows_none(root: Path, problem: Problem) -> None:
    assert "│" not in as_screen([problem], ENGLISH, root, Screen())


@pytest.mark.parametrize(
    ("line", "column", "mark"),
    [
        ("date: 1. 3. 2026", 7, "^~~~~~~~~~"),
        ("autor: Jana", 1, "^~~~~"),
        ("Viz [text](nikam.md) a dál", 5, "^" + "~" * 15),
        ("<script src=x>", 1, "^" + "~" * 13),
        ("slug: Můj článek  # proč", 7, "^" + "~" * 9),
        ("Viz: [text](nikam.md) a dál", 6, "^" + "~" * 15),
        ("a — b", 3, "^"),
        ("krátký", 40, "^"),
    ],
)
def test_the_mark_covers_what_is_to_blame(root: Path, line: str, column: int, mark: str) -> None:
    (root / PATH).write_text(line, encoding="utf-8")
    at = Position(PATH, 1, column)
    repair = Replacement(at, "1. 3. 2026", "2026-03-01") if "2026" in line else None
    shown = as_screen([replace(TOPIC, at=at, repair=repair)], ENGLISH, root, Screen()).splitlines()[2]
    assert shown.split("│ ")[1].strip() == mark


def test_columns_are_those_of_the_text_as_it_was_read(root: Path) -> None:
    (root / PATH).write_bytes(unicodedata.normalize("NFD", "\ufeffpříliš: hosing\r\nb").encode())
    shown = as_screen([replace(TOPIC, at=Position(PATH, 1, 9))], ENGLISH, root, Screen()).splitlines()
    assert shown[1:3] == ["    1 │ příliš: hosing", "      │         ^~~~~~"]


@pytest.mark.parametrize(
    ("line", "start", "below"),
    [
        ("\ta\tXY", 3, " " * 9 + "^~"),
        ("漢字 XY", 3, " " * 5 + "^~"),
        ("👍XY", 1, "  ^~"),
        ("x̌x̌XY", 4, "  ^~"),
    ],
)
def test_the_mark_stands_under_its_place_whatever_comes_before(line: str, start: int, below: str) -> None:
    found = excerpt(line, start, 2, 60)
    assert found.indent + found.mark == below


@given(st.text(max_size=300), st.data(), st.integers(20, 80))
def test_an_excerpt_always_fits_and_shows_the_place(line: str, data: st.DataObject, columns: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    length = data.draw(st.integers(1, 400))
    found = excerpt(line, start, length, columns)
    assert width(found.text) <= columns
    assert width(found.indent + found.mark) <= columns
    assert found.text.isprintable() or not line.isprintable()


def test_a_line_of_megabytes_is_cut_around_the_place() -> None:
    line = "a" * 1_000_000 + "HERE" + "b" * 1_000_000
    found = excerpt(line, 1_000_000, 4, 40)
    assert re.fullmatch("…a{17}HEREb{17}…", found.text)
    assert found.text.index("HERE") == len(found.indent)


def width(text: str) -> int:
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf") or unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
