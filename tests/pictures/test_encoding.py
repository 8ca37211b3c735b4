"""The sizes of a picture look as it does, and tell nothing that it tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps

from pictures.photos import exif, noisy, opened, photo, saved
from site_builder.pictures.encoding import encoded
from site_builder.pictures.facts import PictureFacts, read_picture
from site_builder.pictures.recipe import Recipe, recipes

SIZE = (640, 480)


def made(folder: Path, data: bytes) -> dict[Recipe, Image.Image]:
    return {recipe: opened(coded) for recipe, coded in coded_of(folder, data).items()}


def coded_of(folder: Path, data: bytes) -> dict[Recipe, bytes]:
    (folder / "a.jpg").write_bytes(data)
    facts = read_picture(folder, "a.jpg")
    assert isinstance(facts, PictureFacts)
    return dict(encoded(folder / "a.jpg", recipes(facts)))


def corner(picture: Image.Image) -> tuple[int, int, int]:
    """The colour near the upper left corner."""
    colour = picture.convert("RGB").getpixel((picture.width // 20, picture.height // 20))
    assert isinstance(colour, tuple)
    return colour[0], colour[1], colour[2]


def is_near(one: tuple[int, int, int], other: tuple[int, int, int], most: int = 12) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= most


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_every_size_is_what_it_says(tmp_path: Path, kind: str) -> None:
    original = noisy(SIZE)
    for recipe, picture in made(tmp_path, saved(kind, original)).items():
        assert (picture.format, *picture.size) == (recipe.format, recipe.width, recipe.height)
        assert is_near(corner(picture.resize((60, 45))), corner(original.resize((60, 45))), 20)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_told_of_camera_and_place(tmp_path: Path, kind: str) -> None:
    options: dict[str, Any] = {"comment": b"Jana"} if kind == "JPEG" else {}
    found = coded_of(tmp_path, saved(kind, noisy(SIZE), exif=exif(), xmp=b"<x/>", dpi=(300, 300), **options))
    for data in found.values():
        assert not opened(data).getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & opened(data).info.keys()
        assert b"Camera" not in data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_that_lies_on_its_side_stands_upright(tmp_path: Path, orientation: int) -> None:
    data = saved("JPEG", photo(size=SIZE), exif=exif(orientation))
    upright = ImageOps.exif_transpose(opened(data))
    for recipe, picture in made(tmp_path, data).items():
        assert (recipe.width > recipe.height) is (upright.width > upright.height)
        assert is_near(corner(picture), corner(upright))


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr", "RGB"])
def test_all_colours_become_those_of_screens(tmp_path: Path, mode: str) -> None:
    original = photo(mode, SIZE)
    kind = "JPEG" if mode in {"CMYK", "YCbCr"} else "PNG"
    for picture in made(tmp_path, saved(kind, original)).values():
        assert picture.mode == "RGB"
        assert is_near(corner(picture.resize((40, 30))), corner(original.convert("RGB").resize((40, 30))), 24)


def test_a_profile_is_applied_and_then_gone(tmp_path: Path) -> None:
    """In the profile of wide colours the same numbers mean stronger ones."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = made(tmp_path, saved("PNG", noisy(SIZE)))
    same = made(tmp_path, saved("PNG", noisy(SIZE), icc_profile=lab))
    assert [p.size for p in plain.values()] == [p.size for p in same.values()]
    for picture in same.values():
        assert "icc_profile" not in picture.info


@pytest.mark.parametrize("profile", [b"damaged", b"\0" * 200])
def test_a_damaged_profile_does_no_harm(tmp_path: Path, profile: bytes) -> None:
    assert len(made(tmp_path, saved("JPEG", noisy(SIZE), icc_profile=profile))) == 6


def test_grey_of_sixteen_bits_is_not_burnt_out(tmp_path: Path) -> None:
    data = saved("PNG", Image.new("I;16", (100, 100), 40_000))
    assert {corner(picture) for picture in made(tmp_path, data).values()} == {(156, 156, 156)}


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_stays_so(tmp_path: Path, kind: str) -> None:
    clear = photo("RGBA", SIZE)
    clear.putalpha(photo("L", SIZE))
    found = made(tmp_path, saved(kind, clear))
    assert {recipe.format for recipe in found} == {"PNG", "WEBP"}
    assert {picture.mode for picture in found.values()} == {"RGBA"}


def test_a_transparent_colour_of_a_palette_stays_so(tmp_path: Path) -> None:
    picture = Image.new("P", (300, 300))
    picture.putpalette([255, 255, 255, 11, 85, 99])
    picture.paste(1, (0, 0, 150, 300))
    for found in made(tmp_path, saved("PNG", picture, transparency=0)).values():
        assert found.mode == "RGBA"
        assert found.getpixel((found.width - 5, 5))[3] == 0  # type: ignore[index]
        assert found.getpixel((5, 5))[:3] == (11, 85, 99)  # type: ignore[index]


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    data = saved("JPEG", noisy(SIZE))
    assert coded_of(tmp_path, data) == coded_of(tmp_path, data)


def test_a_size_is_much_lighter_than_what_a_camera_took(tmp_path: Path) -> None:
    data = saved("JPEG", noisy((1600, 1200)), quality=95)
    for recipe, coded in coded_of(tmp_path, data).items():
        if recipe.width <= 480:
            assert len(coded) < len(data) / 8, recipe.name


def test_a_damaged_picture_raises(tmp_path: Path) -> None:
    data = saved("PNG", noisy(SIZE))
    with pytest.raises((OSError, SyntaxError, ValueError)):
        coded_of(tmp_path, data[:40_000] + b"\xff" * 2000 + data[42_000:])
