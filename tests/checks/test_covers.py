"""Covers are judged by what they are, not by what they are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from site_builder.project import prepare

EPISODE = """---
title: Druhý díl
description: O čem je druhý díl.
date: 2026-05-25 06:00
guid: urn:uuid:00000000-0000-4000-8000-000000000002
audio: druha.cs.mp3
transcript: druha.cs.vtt
cover: {cover}
---
Poznámky.
"""


@pytest.fixture
def codes(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> Callable[..., list[str]]:
    """The codes of a site's problems in which an episode's cover is the given picture."""

    def judge(name: str, picture: Image.Image, **options: object) -> list[str]:
        site = make_site({"podcast/druha.cs.md": EPISODE.format(cover=name)})
        for ending in ("mp3", "vtt"):
            (site / f"podcast/druha.cs.{ending}").write_bytes(
                (site / f"podcast/prvni.cs.{ending}").read_bytes()
            )
        with (site / "podcast" / name).open("wb") as file:
            picture.save(file, **options)
        return [problem.code for problem in prepare(site, "https://web.example/", now).problems]

    return judge


def plain(width: int = 1400, height: int = 1400, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height))


@pytest.mark.parametrize("side", [1400, 2000, 3000])
@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("A.PNG", "PNG"), ("a.png", "PNG")]
)
def test_square_plain_pictures_pass(codes: Callable[..., list[str]], name: str, kind: str, side: int) -> None:
    assert codes(name, plain(side, side), format=kind) == []


@pytest.mark.parametrize("size", [(1399, 1399), (3001, 3001), (1400, 1500), (1, 1), (2500, 1400)])
def test_others_are_too_small_too_large_or_not_square(
    codes: Callable[..., list[str]], size: tuple[int, int]
) -> None:
    assert codes("a.png", plain(*size), format="PNG") == ["cover-size"]


@pytest.mark.parametrize(
    ("mode", "kind", "name"),
    [("RGBA", "PNG", "a.png"), ("LA", "PNG", "a.png"), ("CMYK", "JPEG", "a.jpg")],
)
def test_transparency_and_colours_for_printing_are_refused(
    codes: Callable[..., list[str]], mode: str, kind: str, name: str
) -> None:
    assert codes(name, plain(mode=mode), format=kind) == ["cover-colours"]


def test_a_palette_with_a_transparent_colour_is_refused(codes: Callable[..., list[str]]) -> None:
    assert codes("a.png", plain(mode="P"), format="PNG", transparency=0) == ["cover-colours"]


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "PNG"), ("a.png", "JPEG")])
def test_the_ending_must_be_the_real_type(codes: Callable[..., list[str]], name: str, kind: str) -> None:
    assert codes(name, plain(), format=kind) == ["cover-ending"]


@pytest.mark.parametrize("kind", ["WEBP", "GIF"])
def test_other_formats_are_no_covers(codes: Callable[..., list[str]], kind: str) -> None:
    assert codes("a.jpg", plain(), format=kind) == ["not-a-cover"]


def test_what_is_wrong_with_the_file_itself_is_told_once(codes: Callable[..., list[str]]) -> None:
    assert codes("a.jpg", plain(), format="BMP") == ["picture-unreadable"]


def test_a_heavy_cover_is_a_warning(codes: Callable[..., list[str]]) -> None:
    noise = Image.effect_noise((1400, 1400), 100).convert("RGB")
    assert codes("a.jpg", noise, format="JPEG", quality=90) == ["cover-heavy"]


def test_a_picture_that_claims_to_be_huge_costs_nothing(
    codes: Callable[..., list[str]], tmp_path: Path
) -> None:
    assert codes("a.png", plain(20_000, 20_000, "1"), format="PNG") == ["picture-too-many-pixels"]
