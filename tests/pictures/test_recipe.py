"""In which sizes and formats a picture is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from pictures.photos import photo, saved
from site_builder.pictures.facts import PictureFacts
from site_builder.pictures.recipe import recipes, usual


@pytest.fixture
def facts(tmp_path: Path) -> PictureFacts:
    (tmp_path / "a.jpg").write_bytes(saved("JPEG", photo()))
    return PictureFacts("a.jpg", "JPEG", 4000, 3000, 8_000_000, is_plain=True, file=tmp_path / "a.jpg")


def sized(facts: PictureFacts, width: int, height: int, kind: str = "JPEG", **more: bool) -> PictureFacts:
    return PictureFacts(facts.path, kind, width, height, facts.size, facts.is_plain, **more, file=facts.file)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, [240, 480, 800, 1200, 1680]),
        (1680, [240, 480, 800, 1200, 1680]),
        (1250, [240, 480, 800, 1250]),
        (1000, [240, 480, 800, 1000]),
        (481, [240, 481]),
        (240, [240]),
        (100, [100]),
        (1, [1]),
    ],
)
def test_no_size_is_larger_than_the_picture(facts: PictureFacts, width: int, widths: list[int]) -> None:
    made = recipes(sized(facts, width, 100))
    for kind in ("JPEG", "WEBP"):
        assert [recipe.width for recipe in made if recipe.format == kind] == widths


def test_the_proportions_stay(facts: PictureFacts) -> None:
    assert {round(recipe.width / recipe.height, 1) for recipe in recipes(facts)} == {1.3}
    assert all(recipe.height == 1 for recipe in recipes(sized(facts, 1680, 1)))


def test_a_small_place_needs_no_large_size(facts: PictureFacts) -> None:
    assert {recipe.width for recipe in recipes(facts, 480)} == {240, 480}


def test_drawings_and_what_is_transparent_stay_png(facts: PictureFacts) -> None:
    for more in ({"is_clear": True}, {"is_even": True}):
        assert {recipe.format for recipe in recipes(sized(facts, 900, 600, "PNG", **more))} == {"PNG", "WEBP"}
    assert {recipe.format for recipe in recipes(sized(facts, 900, 600, "PNG"))} == {"JPEG", "WEBP"}


def test_what_has_no_choice_of_sizes(facts: PictureFacts) -> None:
    assert recipes(sized(facts, 900, 600, "SVG")) == ()
    for found in (sized(facts, 900, 600, "GIF"), sized(facts, 900, 600, "WEBP", is_moving=True)):
        assert [recipe.format for recipe in recipes(found)] == [""]


def test_other_sites_get_a_size_that_suits_them(facts: PictureFacts) -> None:
    for width, expected in ((4000, 1200), (1000, 1000), (90, 90)):
        shown = usual(recipes(sized(facts, width, 600)))
        assert (shown.width, shown.format) == (expected, "JPEG")


def test_other_bytes_have_other_names(facts: PictureFacts, tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_bytes(saved("JPEG", photo(size=(49, 32))))
    other = PictureFacts("a.jpg", "JPEG", 4000, 3000, 8_000_000, is_plain=True, file=tmp_path / "b.jpg")
    names = [{recipe.name for recipe in recipes(found)} for found in (facts, other)]
    assert not names[0] & names[1]
    assert len(names[0]) == 10
