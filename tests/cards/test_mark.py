"""The mark's shapes are drawn as SVG says."""

from __future__ import annotations

import pytest

from site_builder.cards.mark import PATHS, leaf, outline


@pytest.mark.parametrize(
    ("path", "corners"),
    [(PATHS[0], {(31, 60), (4, 22)}), (PATHS[1], {(32, 48), (32, 2)}), (PATHS[2], {(33, 60), (60, 22)})],
)
def test_an_outline_goes_through_its_corners(path: str, corners: set[tuple[float, float]]) -> None:
    points = outline(path)
    assert {(round(x, 6), round(y, 6)) for x, y in points} >= corners
    assert all(0 <= x <= 64 and 0 <= y <= 64 for x, y in points)
    assert (round(points[-1][0], 6), round(points[-1][1], 6)) == points[0], "it is closed"


def test_a_curve_is_a_bezier() -> None:
    points = outline("M0 0C0 8 8 8 8 0z")
    assert points[len(points) // 2] == (4.0, 6.0)


def test_a_leaf_covers_its_inside_smoothly() -> None:
    shape = leaf(PATHS[1], 64)
    assert shape.size == (64, 64)
    assert shape.getpixel((32, 24)) == 255
    assert shape.getpixel((2, 2)) == 0
    assert len(set(shape.tobytes())) > 3
