"""Pictures say their size as they are shown, drawings too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from site_builder.pictures.facts import PictureFacts, read_drawing, read_picture

TAG = '<svg xmlns="http://www.w3.org/2000/svg" {}><path d="M0 0"/></svg>'


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="200" viewBox="0 0 3 2"', (300, 200)),
        ("width='300px' height='199.6px'", (300, 200)),
        ('viewBox="0 0 1200 675"', (1200, 675)),
        ('viewBox="-10,-10,24,12"', (1200, 600)),
        ('width="100%" height="50%" viewBox="0 0 24 24"', (1200, 1200)),
        ('width="10" viewBox="0 0 24 24"', (1200, 1200)),
        ('stroke-width="5" viewBox="0 0 24 24"', (1200, 1200)),
        ('width="100%"', None),
        ('viewBox="0 0 0 24"', None),
        ('viewBox="wide"', None),
        ("", None),
    ],
)
def test_drawings(tmp_path: Path, attributes: str, size: tuple[int, int] | None) -> None:
    (tmp_path / "a.svg").write_text(f"<?xml version='1.0'?>\n{TAG.format(attributes)}", encoding="utf-8")
    facts = read_drawing(tmp_path, "a.svg")
    assert (facts and (facts.width, facts.height)) == size


@pytest.mark.parametrize("text", ["", "<html>", "\x00\xff", "<svg"])
def test_what_is_no_drawing_has_no_size(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    assert read_drawing(tmp_path, "a.svg") is None


def test_a_photograph_that_lies_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    picture = Image.new("RGB", (40, 30))
    turned = picture.getexif()
    turned[ExifTags.Base.Orientation] = 6
    picture.save(tmp_path / "turned.jpg", exif=turned)
    picture.save(tmp_path / "upright.jpg")
    found = [read_picture(tmp_path, name) for name in ("turned.jpg", "upright.jpg")]
    assert [(facts.width, facts.height) for facts in found if isinstance(facts, PictureFacts)] == [
        (30, 40),
        (40, 30),
    ]
