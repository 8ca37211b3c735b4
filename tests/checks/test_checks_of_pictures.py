"""Heavy pictures are told of, and what has one right answer has a repair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from pictures.photos import exif, noisy, photo, saved

from site_builder.pictures.stripping import stripped
from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.repairs import Renaming, Stripping

PATH = "content/articles/a/foto.jpg"

Judge = Callable[[bytes], list[Problem]]


@pytest.fixture
def judge(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> Judge:
    """The problems of a site in which one picture lies beside an article."""

    def problems(data: bytes) -> list[Problem]:
        header = "---\ntitle: A\ndescription: B\ndate: 2026-05-01\n---\n"
        site = make_site({"content/articles/a/index.cs.md": f"{header}Text.\n"})
        (site / PATH).write_bytes(data)
        return list(prepare(site, "https://web.example/", now).problems)

    return problems


def test_a_clean_photograph_passes(judge: Judge) -> None:
    assert judge(saved("JPEG", exif=exif(6, located=False))) == []


def test_a_photograph_beyond_fifteen_megabytes(judge: Judge) -> None:
    heavy = saved("JPEG") + bytes(15_000_000)
    assert [(problem.code, problem.severity) for problem in judge(heavy)] == [("picture-heavy", "warning")]


def test_a_moving_picture_is_heavy_much_sooner(judge: Judge) -> None:
    moving = saved("GIF", save_all=True, append_images=[photo("L")]) + bytes(2_000_000)
    assert [problem.code for problem in judge(moving)] == ["picture-heavy", "picture-other-format"]


def test_what_is_shown_in_sizes_may_be_heavier(judge: Judge) -> None:
    assert judge(saved("JPEG") + bytes(2_000_000)) == []


def test_the_place_is_taken_out(judge: Judge) -> None:
    (problem,) = judge(saved("JPEG", noisy((40, 30)), exif=exif()))
    assert problem.code == "picture-tells-place"
    assert problem.repair == Stripping(PATH)


@pytest.mark.parametrize("orientation", [1, 6])
def test_what_is_left_has_no_problem(judge: Judge, orientation: int) -> None:
    assert judge(stripped(saved("JPEG", noisy((40, 30)), exif=exif(orientation)))) == []


def test_a_wrong_ending_is_renamed(judge: Judge) -> None:
    (problem,) = judge(saved("PNG"))
    assert problem.repair == Renaming(PATH, "content/articles/a/foto.png")
