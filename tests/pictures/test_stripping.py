"""Nothing that a camera wrote stays in a picture; its pixels do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageChops, ImageOps, PngImagePlugin

from pictures.photos import exif, opened, photo, saved
from site_builder.pictures.stripping import stripped

HOME = b"50.0755"
FORMATS = ["JPEG", "PNG", "WEBP"]


def told(data: bytes) -> dict[str, Any]:
    """What the picture says beside its pixels."""
    return {
        key: value for key, value in opened(data).info.items() if key in {"exif", "xmp", "comment", "Author"}
    }


@pytest.mark.parametrize("kind", FORMATS)
def test_what_a_camera_wrote_goes_and_the_pixels_stay(kind: str) -> None:
    picture = saved(kind, exif=exif(), xmp=b"<x:xmpmeta>" + HOME)
    assert told(picture)
    clean = stripped(picture)
    assert not told(clean)
    assert HOME not in clean
    assert opened(clean).tobytes() == opened(picture).tobytes()


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_that_lies_on_its_side_stands_upright(kind: str, orientation: int) -> None:
    picture = saved(kind, exif=exif(orientation))
    shown = ImageOps.exif_transpose(opened(picture))
    clean = opened(stripped(picture))
    assert clean.size == shown.size
    assert not clean.getexif()
    difference = ImageChops.difference(clean.convert("RGB"), shown.convert("RGB"))
    assert max(high for _, high in difference.getextrema()) <= (24 if kind == "JPEG" else 0)  # type: ignore[misc]


def test_texts_of_other_programs_go() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Jana")
    texts.add_itxt("XML:com.adobe.xmp", "<x/>")
    assert b"Jana" not in stripped(saved("PNG", pnginfo=texts))
    commented = saved("JPEG", comment=b"Jana")
    assert b"Jana" in commented
    assert b"Jana" not in stripped(commented)


def test_iptc_and_the_pictures_within_go() -> None:
    picture = saved("JPEG")
    iptc = b"\xff\xed\x00\x16Photoshop 3.0\x008BIM\x04\x04"
    assert stripped(picture[:20] + iptc + picture[20:]) == stripped(picture)
    assert stripped(picture + saved("JPEG", exif=exif()) + b"film") == stripped(picture)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_colours_keep_their_profile(kind: str) -> None:
    from PIL import ImageCms  # noqa: PLC0415 - the only test of profiles

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for orientation in (1, 6):
        picture = saved(kind, exif=exif(orientation), icc_profile=profile)
        assert opened(stripped(picture)).info["icc_profile"] == profile


def test_colours_for_printing_stay_as_they_are() -> None:
    picture = saved("JPEG", photo("CMYK"), exif=exif())
    assert opened(stripped(picture)).tobytes() == opened(picture).tobytes()
    assert opened(stripped(saved("JPEG", photo("CMYK"), exif=exif(6)))).mode == "CMYK"


def test_transparency_and_movement_stay() -> None:
    clear = photo("RGBA")
    clear.putalpha(photo("L"))
    for kind in ("PNG", "WEBP"):
        for orientation in (1, 6):
            assert opened(stripped(saved(kind, clear, lossless=True, exif=exif(orientation)))).mode == "RGBA"
        moving = saved(
            kind, save_all=True, append_images=[photo("L").convert("RGB")], duration=80, exif=exif(6)
        )
        assert getattr(opened(stripped(moving)), "n_frames", 1) == 2
        assert not told(stripped(moving))


@pytest.mark.parametrize("kind", [*FORMATS, "GIF"])
@pytest.mark.parametrize("options", [{}, {"progressive": True, "quality": 95}])
def test_a_clean_picture_stays_bit_for_bit(kind: str, options: dict[str, Any]) -> None:
    picture = saved(kind, **options)
    assert stripped(picture) == picture


@given(
    kind=st.sampled_from(FORMATS),
    orientation=st.integers(0, 9),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    mode=st.sampled_from(["RGB", "L"]),
)
def test_twice_is_once(kind: str, orientation: int, size: tuple[int, int], mode: str) -> None:
    once = stripped(saved(kind, photo(mode, size), exif=exif(orientation)))
    assert stripped(once) == once


@given(st.binary(max_size=64), st.sampled_from(FORMATS), st.integers(0, 900), st.booleans())
def test_what_is_damaged_never_raises(noise: bytes, kind: str, place: int, is_cut: bool) -> None:
    picture = saved(kind, exif=exif(3))
    damaged = picture[:place] + noise + (b"" if is_cut else picture[place:])
    for data in (noise, damaged):
        once = stripped(data)
        assert stripped(once) == once
