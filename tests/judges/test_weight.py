"""A cheap phone on a slow connection: little to load, and nothing moves while it loads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from .sites import Site
from .weight import View, first_view

MOST_BYTES, MOST_REQUESTS = 60_000, 10


@pytest.fixture(scope="module")
def views(browser: Browser, real: Site) -> dict[str, View]:
    """The first view of each kind of page on a phone."""
    return {kind: first_view(browser, real.url, path, 390) for kind, path in real.kinds.items()}


def test_a_first_view_of_an_article_is_light(views: dict[str, View]) -> None:
    view = views["document articles"]
    assert 5_000 < view.bytes <= MOST_BYTES
    assert view.requests <= MOST_REQUESTS


def test_no_page_is_much_heavier(views: dict[str, View]) -> None:
    assert {kind: view.bytes for kind, view in views.items() if view.bytes > MOST_BYTES} == {}


def test_nothing_moves_on_a_phone(views: dict[str, View]) -> None:
    assert {kind: view.shift for kind, view in views.items() if view.shift} == {}


def test_nothing_moves_on_a_wide_screen(browser: Browser, real: Site) -> None:
    shifts = {path: first_view(browser, real.url, path, 1280).shift for path in real.kinds.values()}
    assert {path: shift for path, shift in shifts.items() if shift} == {}


def test_every_picture_of_the_content_says_its_size(real: Site) -> None:
    for path in real.pages:
        file = real.folder / path
        html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
        for picture in re.findall(r"<img [^>]*>", html):
            assert re.search(r' width="[1-9]\d*" height="[1-9]\d*"', picture), f"{path}: {picture}"
