"""Pages as readers leave them: menu and details open, audio playing or lost, everything under axe again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .axe import judge_state
from .chromium import look, window
from .findings import listed
from .sites import Site

LOOKS = pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])


@pytest.fixture
def page(browser: Browser, real: Site, width: int, scheme: str) -> Iterator[Page]:
    """A window on the real site."""
    with window(browser, real.url) as page:
        look(page, width, scheme)
        yield page


def nothing_is_found(page: Page, state: str) -> None:
    found = list(judge_state(page, state))
    assert not found, listed(found)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark")])
def test_an_open_menu(page: Page) -> None:
    page.goto("")
    page.locator(".menu-button").click()
    expect(page.locator(".menu")).to_be_visible()
    nothing_is_found(page, "menu")


@LOOKS
@pytest.mark.parametrize("kind", ["episode episodes", "show episodes", "document articles", "embed episodes"])
def test_everything_that_unfolds_is_unfolded(page: Page, real: Site, kind: str) -> None:
    page.goto(real.kinds[kind])
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    if page.locator(".follow input").count():
        page.locator(".follow input").uncheck()
    nothing_is_found(page, kind)


@LOOKS
def test_a_player_that_plays(page: Page, real: Site) -> None:
    page.goto(real.kinds["episode episodes"])
    page.locator(".chapters a").nth(1).click()
    page.locator(".follow input").uncheck()
    page.wait_for_function("!document.querySelector('audio').paused")
    expect(page.locator(".chapters [aria-current]")).to_have_count(1)
    expect(page.locator(".turns [aria-current]")).to_have_count(1)
    nothing_is_found(page, "playing")


@LOOKS
def test_a_player_without_its_audio(page: Page, real: Site) -> None:
    page.route("**/*.mp3", lambda route: route.abort())
    page.goto(real.kinds["episode episodes"])
    page.locator(".chapters a").first.click()
    page.locator(".follow input").uncheck()
    expect(page.locator(".player-error button")).to_be_visible()
    nothing_is_found(page, "lost")


@LOOKS
def test_a_chosen_appearance(page: Page) -> None:
    page.goto("")
    page.locator("button.theme").click()
    nothing_is_found(page, "chosen")
