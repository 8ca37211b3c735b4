"""Covers are made small."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from site_builder.finish.covers import shrunk


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_small_copy_of_a_picture(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (3000, 3000), "#0b5563").save(tmp_path / "cover", kind)
    data = shrunk(tmp_path / "cover", 480, 1)
    assert Image.open(BytesIO(data)).size == (480, 480)
    assert Image.open(BytesIO(data)).format == "JPEG"
    assert len(data) < 20_000


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    Image.new("RGB", (100, 100)).save(tmp_path / "cover", "PNG")
    assert Image.open(BytesIO(shrunk(tmp_path / "cover", 480, 1))).size == (100, 100)
