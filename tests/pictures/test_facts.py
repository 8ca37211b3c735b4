"""What a picture is, is read from its file and not from its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from pictures.photos import exif, noisy, photo, saved
from site_builder.pictures.facts import PictureFacts, read_drawing, read_picture
from site_builder.problems import Problem

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


Read = Callable[[bytes], PictureFacts | Problem]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """What is known of a picture's bytes."""

    def facts(data: bytes) -> PictureFacts | Problem:
        (tmp_path / "a.jpg").write_bytes(data)
        return read_picture(tmp_path, "a.jpg")

    return facts


def facts_of(found: PictureFacts | Problem) -> PictureFacts:
    assert isinstance(found, PictureFacts), found
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_that_lies_on_its_side_is_shown_upright(read: Read, kind: str) -> None:
    turned, upright = (facts_of(read(saved(kind, exif=exif(orientation)))) for orientation in (6, 1))
    assert (turned.width, turned.height) == (32, 48)
    assert (upright.width, upright.height) == (48, 32)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_place_is_seen_in_every_format(read: Read, kind: str) -> None:
    assert facts_of(read(saved(kind, exif=exif()))).tells_place
    assert not facts_of(read(saved(kind, exif=exif(located=False)))).tells_place
    assert not facts_of(read(saved(kind))).tells_place


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_place_is_seen_in_xmp_too(read: Read, kind: str) -> None:
    xmp = '<x exif:GPSLatitude="50,4.53N"/>'
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", xmp)
    assert facts_of(read(saved(kind, xmp=xmp.encode(), pnginfo=text))).tells_place


def test_damage_in_what_a_camera_wrote_harms_no_picture(read: Read) -> None:
    assert facts_of(read(saved("JPEG", exif=b"Exif\0\0nonsense"))).width == 48


def test_a_phone_s_picture_with_another_one_behind_it_is_a_jpeg(read: Read) -> None:
    facts = facts_of(read(saved("MPO", save_all=True, append_images=[photo()], exif=exif(6))))
    assert (facts.format, facts.width, facts.is_moving, facts.is_resized) == ("JPEG", 32, False, True)


def test_what_moves_is_shown_as_it_is(read: Read) -> None:
    for kind in ("GIF", "PNG", "WEBP"):
        other = photo("L").convert("RGB")
        facts = facts_of(read(saved(kind, save_all=True, append_images=[other])))
        assert facts.is_moving
        assert not facts.is_resized


def test_few_colours_and_large_areas_are_told_from_photographs(read: Read) -> None:
    assert facts_of(read(saved("PNG", photo("P")))).is_even
    assert facts_of(read(saved("PNG", Image.new("RGB", (400, 300))))).is_even
    assert not facts_of(read(saved("PNG", noisy((400, 300))))).is_even
    assert not facts_of(read(saved("JPEG", Image.new("RGB", (400, 300))))).is_even


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_without_its_end_is_refused(read: Read, kind: str) -> None:
    whole = saved(kind, noisy((300, 200)), exif=exif())
    for length in (len(whole) - 20, len(whole) // 2):
        found = read(whole[:length])
        assert isinstance(found, Problem)
        assert found.code in {"picture-cut-off", "picture-unreadable"}


def test_the_end_may_lie_far_before_the_file_s(read: Read) -> None:
    assert facts_of(read(saved("JPEG") + bytes(200_000))).width == 48


def test_a_small_copy_within_is_no_end(read: Read) -> None:
    whole = saved("JPEG", noisy((300, 200)))
    within = b"\xff\xe1" + (len(small := saved("JPEG")) + 8).to_bytes(2) + b"Exif\0\0" + small
    found = read(whole[:2] + within + whole[2:-20])
    assert isinstance(found, Problem)
    assert found.code == "picture-cut-off"


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"hevc", b"mif1"])
def test_a_photograph_of_an_iphone_is_known_by_its_brand(read: Read, brand: bytes) -> None:
    found = read((24).to_bytes(4) + b"ftyp" + brand + bytes(4) + b"mif1heic" + bytes(40))
    assert isinstance(found, Problem)
    assert found.code == "picture-heic"


def test_the_digest_is_that_of_the_bytes(read: Read) -> None:
    one, other, same = (facts_of(read(saved("JPEG", quality=quality))).digest for quality in (80, 81, 80))
    assert one == same != other


@given(st.binary(max_size=80), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.integers(0, 500))
def test_nothing_makes_it_raise(noise: bytes, kind: str, place: int) -> None:
    whole = saved(kind, exif=exif()) if kind != "GIF" else saved(kind)
    with TemporaryDirectory() as folder:
        for data in (noise, whole[:place] + noise + whole[place + len(noise) :], whole[:place] + noise):
            (Path(folder) / "a.jpg").write_bytes(data)
            assert read_picture(Path(folder), "a.jpg")
