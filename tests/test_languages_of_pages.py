"""A language writes durations and times as its readers expect them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from site_builder.languages import NO_CATALOGUE, Language


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "5 s"), (0.2, "0 s"), (60, "1 min"), (252.4, "4 min 12 s"), (3599.7, "1 h"), (11_405, "3 h 10 min")],
)
def test_a_duration_has_two_units_at_most(seconds: float, words: str) -> None:
    assert Language("en", "English", "", NO_CATALOGUE).duration(seconds) == words


@pytest.mark.parametrize(
    ("code", "words"), [("cs", "13. října 2026, 6:05"), ("en", "13 October 2026, 06:05")]
)
def test_a_comma_parts_the_day_from_the_hour(code: str, words: str) -> None:
    moment = datetime(2026, 10, 13, 6, 5, tzinfo=UTC)
    assert Language(code, code, "", NO_CATALOGUE).time(moment) == words
