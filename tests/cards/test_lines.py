"""Titles are broken into lines as Czech and English want it, and equally long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cards.lines import balanced, shortened


def letters(text: str) -> float:
    return float(len(text) * 10)


def lines(title: str, width: int, most: int = 9) -> tuple[str, ...]:
    """On lines of `width` letters."""
    return balanced(title, letters, width * 10, most)


def test_a_short_title_is_one_line() -> None:
    assert lines("Tři linie", 20) == ("Tři linie",)


def test_lines_are_about_equally_long() -> None:
    assert lines("Koho zapojit do koncepce bydlení a koho ne", 36) == (
        "Koho zapojit do koncepce",
        "bydlení a koho ne",
    )


@pytest.mark.parametrize(
    ("title", "width", "wanted"),
    [
        ("Cesta k bydlení", 7, ("Cesta", "k bydlení")),
        ("Pomoc v nouzi", 8, ("Pomoc", "v nouzi")),
        ("Co řeklo 14 rozhovorů", 12, ("Co řeklo", "14 rozhovorů")),
        ("Konec od 1. března", 12, ("Konec od", "1. března")),
        ("Město – a co dál", 9, ("Město –", "a co dál")),
        ("Řekl: „V nouzi“", 10, ("Řekl:", "„V nouzi“")),
        ("Whom to invite to a town’s housing plan", 14, ("Whom to invite", "to a town’s", "housing plan")),
        ("A day with a view", 9, ("A day", "with", "a view")),
    ],
)
def test_lines_end_where_they_may(title: str, width: int, wanted: tuple[str, ...]) -> None:
    assert lines(title, max(width, *map(len, wanted))) == wanted


def test_a_title_with_spaces_that_may_not_break_keeps_them() -> None:
    assert lines("Praha\u00a0sever nebo Brno", 12) == ("Praha\u00a0sever", "nebo Brno")


def test_what_has_no_room_has_no_lines() -> None:
    assert lines("Nejneobhospodařovávatelnější", 10) == ()
    assert lines("jedna dvě tři čtyři", 5, most=3) == ()


@given(st.text("ab čk", min_size=1).map(lambda text: " ".join(text.split())).filter(bool), st.integers(1, 30))
def test_no_line_is_too_long_and_nothing_is_lost(title: str, width: int) -> None:
    found = lines(title, width)
    assert not found or " ".join(found) == title
    assert all(len(line) <= width for line in found)


def test_the_beginning_of_a_long_title_is_kept() -> None:
    assert shortened("Jedna, dvě, tři, čtyři", letters, 100, 1) == ("Jedna…",)
    assert shortened("Nejneobhospodařovávatelnější", letters, 100, 1) == ("Nejneobho…",)
    assert shortened("Nej", letters, 5, 1) == ("…",)
