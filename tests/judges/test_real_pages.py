"""Every page of the real site, as it looks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .chromium import look, window
from .findings import listed
from .layout import judge_layout
from .looks import judge_every_page
from .sites import Site


def test_nothing_is_found_on_any_page(browser: Browser, real: Site) -> None:
    found = list(judge_every_page(browser, real))
    assert not found, listed(found)


BROKEN = {
    "scrolls-sideways": "<p style='width: 500px'>wide</p>",
    "clipped": "<p style='height: 1em; overflow: hidden'>one<br>two</p>",
    "overlaps": "<p>one</p><p style='margin-top: -2.5em'>two</p>",
    "moves": "<p style='transition: color 1s'>slow</p>",
}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_rules_of_layout_find_what_is_broken(browser: Browser, real: Site, rule: str) -> None:
    with window(browser, real.url) as page:
        look(page, 320, "light")
        page.set_content(f"<!DOCTYPE html><title>x</title>{BROKEN[rule]}")
        assert rule in {finding.rule for finding in judge_layout(page, "x")}
