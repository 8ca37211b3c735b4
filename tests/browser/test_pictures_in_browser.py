"""Photographs of twelve megapixels as readers load them: the size that fits, nothing that moves, no script needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hosts import hosted
from judges.weight import SCROLL, SHIFTS
from pictures.photos import exif, noisy
from playwright.sync_api import Browser, BrowserContext
from sites import copy_site

from site_builder.plugin import build_site

LEAD = """---
title: Snímky
description: O čem je článek.
date: 2026-05-01
image: lead.jpg
image_alt: Přechod barev
image_credit: Jana Nováková
---
"""
TEXT = """
Odstavec.

![Snímek na výšku](tall.jpg "Foto: Jana Nováková")

Ve větě ![malý](small.png "Foto: Jana Nováková") a dál.
"""

PICTURES = """
    [...document.querySelectorAll("main img")].map(({ currentSrc, width, height, loading, complete }) =>
        ({ name: currentSrc.split("/").pop(), width, height, loading, complete }))
"""


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a site with large photographs."""
    site = copy_site(None, tmp_path_factory.mktemp("photos") / "site")
    for name, lead in (("s-uvodni", LEAD), ("bez-uvodni", LEAD.partition("image")[0] + "---\n")):
        folder = site / "content/articles" / name
        folder.mkdir(parents=True)
        photo = noisy((4000, 3000))
        photo.save(folder / "lead.jpg", quality=90)
        photo.save(folder / "tall.jpg", quality=90, exif=exif(6, located=False))
        photo.resize((300, 200)).save(folder / "small.png")
        (folder / "index.cs.md").write_text(lead + TEXT, encoding="utf-8")
    folder = site.parent / "built"
    with hosted(folder) as url:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", url)
            patch.setenv("SOURCE_DATE_EPOCH", "1780315200")
            assert build_site(site, folder).project.is_publishable
        yield url


def context(browser: Browser, url: str, width: int, sharpness: float = 1, **options: Any) -> BrowserContext:
    return browser.new_context(
        base_url=url, viewport={"width": width, "height": 800}, device_scale_factor=sharpness, **options
    )


def sizes(shown: list[dict[str, Any]]) -> list[str]:
    """The ends of the names: width and format."""
    return [picture["name"].rpartition("-")[2] for picture in shown]


@pytest.mark.parametrize(
    ("width", "sharpness", "expected"),
    [
        (320, 1, ["480.webp", "480.webp", "300.webp"]),
        (390, 2, ["800.webp", "800.webp", "300.webp"]),
        (1280, 1, ["1200.webp", "800.webp", "300.webp"]),
        (1280, 2, ["1680.webp", "1680.webp", "300.webp"]),
    ],
)
def test_each_screen_loads_the_size_that_fits_and_nothing_moves(
    browser: Browser, photos: str, width: int, sharpness: float, expected: list[str]
) -> None:
    with context(browser, photos, width, sharpness) as window:
        page = window.new_page()
        page.add_init_script(SHIFTS)
        page.goto("clanky/s-uvodni/", wait_until="load")
        page.evaluate(SCROLL)
        shown = page.evaluate(PICTURES)
        assert sizes(shown) == expected
        assert [picture["loading"] for picture in shown] == ["auto", "lazy", "lazy"]
        assert page.evaluate("shifts") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        lead, tall, small = shown
        assert lead["width"] / lead["height"] == pytest.approx(4 / 3, abs=0.02)
        assert tall["width"] / tall["height"] == pytest.approx(3 / 4, abs=0.02)
        assert small["width"] <= 300


def test_without_a_picture_above_it_the_first_of_the_text_is_loaded_at_once(
    browser: Browser, photos: str
) -> None:
    with context(browser, photos, 390, 2) as window:
        page = window.new_page()
        page.goto("clanky/bez-uvodni/", wait_until="load")
        assert [picture["loading"] for picture in page.evaluate(PICTURES)] == ["auto", "lazy"]


def test_everything_is_there_without_scripts(browser: Browser, photos: str) -> None:
    with context(browser, photos, 390, java_script_enabled=False) as window:
        page = window.new_page()
        page.goto("clanky/s-uvodni/", wait_until="load")
        captions = page.locator("main figcaption").all_inner_texts()
        assert captions == ["Zdroj: Jana Nováková", "Foto: Jana Nováková"]
        assert page.locator("main .credit").inner_text() == "Foto: Jana Nováková"
        assert page.locator("main picture > img").count() == 3


def test_a_first_view_of_a_photograph_is_light(browser: Browser, photos: str, tmp_path: Path) -> None:
    with context(browser, photos, 390, 2) as window:
        page = window.new_page()
        loaded: dict[str, int] = {}
        page.on(
            "response", lambda r: loaded.update({r.url: len(r.body())}) if "/pictures/" in r.url else None
        )
        page.goto("clanky/s-uvodni/", wait_until="networkidle")
        assert sum(loaded.values()) < 400_000, loaded


@pytest.mark.parametrize("width", [320, 1280])
def test_the_place_of_a_picture_is_as_large_before_it_is_there(
    browser: Browser, photos: str, width: int
) -> None:
    boxes = "[...document.querySelectorAll('main img')].map(e => [e.offsetWidth, e.offsetHeight])"
    measured = []
    for is_loading in (False, True):
        window = context(browser, photos, width)
        if not is_loading:
            window.route("**/media/**", lambda route: None)  # it never answers
        page = window.new_page()
        page.goto("clanky/bez-uvodni/", wait_until="domcontentloaded")
        if is_loading:
            page.evaluate(SCROLL)
            page.wait_for_function("[...document.querySelectorAll('main img')].every(e => e.complete)")
        measured.append(page.evaluate(boxes))
        window.close()
    before, after = measured
    assert [
        [abs(one - other) <= 2 for one, other in zip(*pair, strict=True)]
        for pair in zip(before, after, strict=True)
    ] == [[True, True]] * len(after), measured
