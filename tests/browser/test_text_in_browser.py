"""What the site's stylesheet has to win from the theme's: the looks of a text as a phone computes them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def sample(browser: Browser, site: str) -> Iterator[Page]:
    """The page of the visual style, which has all that a text can have, on a phone that knows no hovering."""
    page = browser.new_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page.goto(f"{site}styl/")
    yield page
    page.close()


def test_a_column_is_aligned_as_it_is_written(sample: Page) -> None:
    looks = "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
    aligned = sample.eval_on_selector_all("#text :is(th, td):is(:first-child, :last-child)", looks)
    assert aligned == ["left", "right"] * 3


def test_the_way_back_from_a_footnote_is_seen_and_large_enough(sample: Page) -> None:
    link = sample.locator(".footnote-backref")
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
