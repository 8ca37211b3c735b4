"""Every kind of page by keyboard alone, on a wide screen and at 400 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .chromium import look, window
from .findings import listed
from .keyboard import judge_keyboard, judge_kinds, judge_path
from .sites import Site


@pytest.fixture
def page(browser: Browser, real: Site) -> Iterator[Page]:
    """A narrow window on the real site."""
    with window(browser, real.url) as page:
        look(page, 320, "light")
        yield page


def test_every_kind_of_page(browser: Browser, real: Site) -> None:
    found = list(judge_kinds(browser, real))
    assert not found, listed(found)


@pytest.mark.parametrize("path", ["clanky/vsechno/", "clanky/strana/2/"])
def test_what_only_the_generated_site_has(browser: Browser, generated: Site, path: str) -> None:
    found = list(judge_path(browser, generated, path, 320, "light"))
    assert not found, listed(found)


@pytest.mark.parametrize("kind", ["home home", "document articles", "episode episodes", "embed episodes"])
def test_forced_colours(browser: Browser, real: Site, kind: str) -> None:
    found = list(judge_path(browser, real, real.kinds[kind], 320, "dark", forced=True))
    assert not found, listed(found)


def test_the_skip_link_skips(page: Page) -> None:
    page.goto("clanky/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_is_walked_and_closes(page: Page) -> None:
    page.goto("")
    page.locator(".menu-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu")).to_be_visible()
    links = page.locator(".menu a").count()
    seen = set()
    for _ in range(links + 1):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("document.activeElement.closest('.menu') && document.activeElement.textContent")
        )
    assert None not in seen
    assert len(seen) == links + 1
    page.keyboard.press("Escape")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator(".menu-button")).to_be_focused()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_menu_hides_nothing_from_whoever_leaves_it(page: Page, key: str) -> None:
    """WCAG 2.2, 2.4.11: it lies over the top of the page, where the keyboard goes on."""
    page.goto("clanky/")
    page.locator(".menu-button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if key == "Tab":
        page.locator(".menu a").last.focus()
    page.keyboard.press(key)
    expect(page.locator(".menu")).to_be_hidden()
    assert page.evaluate(
        "!document.activeElement.closest('.menu') && document.activeElement !== document.body"
    )


def test_appearance_and_language_answer_to_keys(page: Page) -> None:
    page.goto("priklady/papillon/")
    page.locator(".theme").focus()
    page.keyboard.press("Space")
    expect(page.locator(".theme")).to_have_attribute("aria-pressed", "true")
    page.locator(".languages a[hreflang=en]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/examples/papillon/")


def test_player_and_details_answer_to_keys(page: Page, real: Site) -> None:
    page.goto(real.kinds["episode episodes"])
    page.locator(".chapters a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('audio').paused")
    page.locator("[data-act=back]").focus()
    page.keyboard.press("k")
    page.wait_for_function("document.querySelector('audio').paused")
    summary = page.locator(".player summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("summary => summary.parentNode.open")


BROKEN = {
    "no-ring": "<a href='#a' style='outline: none'>a</a>",
    "ring-of-contrast-1.0": "<a href='#a' style='outline: 3px solid #fff'>a</a>",
    "unseen-stop": "<a href='#a' style='position: absolute; left: -999px'>a</a>",
    "unreached": "<a href='#a' onfocus='this.blur(); b.focus()'>a</a><a id='b' href='#b'>b</a>",
    "out-of-order": "<a href='#a' tabindex='2'>a</a><a href='#b' tabindex='1'>b</a>",
    "no-skip-link": "<nav><a href='#a'>a</a></nav>",
}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_judge_finds_what_is_broken(page: Page, rule: str) -> None:
    page.set_content(f"<!DOCTYPE html><title>x</title><body style='background: #fff'>{BROKEN[rule]}")
    assert rule in {finding.rule for finding in judge_keyboard(page, "x")}


def test_the_judge_finds_a_trap(page: Page) -> None:
    page.set_content(
        "<!DOCTYPE html><title>x</title><a href='#a'>a</a>"
        "<button onkeydown='event.preventDefault()'>trap</button><a href='#b'>b</a>"
    )
    assert "unreached" in {finding.rule for finding in judge_keyboard(page, "x")}
