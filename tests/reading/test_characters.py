"""Sets of characters: each is written once, and none is in two of them."""

from __future__ import annotations

import unicodedata

import pytest

from site_builder.reading.characters import (
    DOUBLE,
    INVISIBLE,
    NO_WIDTH,
    ODD_SPACES,
    PAIRS,
    SINGLE,
    SMART,
    plain,
    trimmed,
)


@pytest.mark.parametrize(
    ("characters", "categories"),
    [(ODD_SPACES, {"Zs"}), (NO_WIDTH, {"Cf"}), (DOUBLE, {"Pi", "Pf", "Ps"}), (SINGLE, {"Pi", "Pf", "Ps"})],
)
def test_all_of_a_set_are_of_its_kind(characters: str, categories: set[str]) -> None:
    assert {unicodedata.category(character) for character in characters} <= categories
    assert len(set(characters)) == len(characters)


def test_pairs_are_of_quotes_of_the_same_size() -> None:
    assert all(set(pair) <= set(DOUBLE) or set(pair) <= set(SINGLE) for pair in PAIRS)
    assert not set(DOUBLE) & set(SINGLE)
    assert set(SMART) == set(DOUBLE) | set(SINGLE)


def test_what_nobody_sees_goes_and_spaces_become_plain() -> None:
    odd = "".join(f"a{character}" for character in ODD_SPACES + NO_WIDTH)
    assert plain(odd) == "a " * len(ODD_SPACES) + "a" * len(NO_WIDTH)
    assert trimmed(f" {ODD_SPACES}a b{NO_WIDTH}\n") == "a b"
    assert len(INVISIBLE.findall(odd)) == len(ODD_SPACES + NO_WIDTH)
