"""Readers whose browser prefers the other language are told of it, and nobody is sent anywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .shifts import shifted

TRANSLATED, CZECH_ONLY = "priklady/papillon/", "clanky/slovnik-inovaci/"
HINT = ".language-hint:not([hidden])"


@pytest.fixture
def english(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A reader with a browser in English."""
    context = browser.new_context(base_url=site, locale="en-GB", viewport={"width": 390, "height": 800})
    yield context
    context.close()


@pytest.fixture
def czech(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A reader with a browser in Czech."""
    context = browser.new_context(base_url=site, locale="cs-CZ")
    yield context
    context.close()


def opened(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path)
    return page


def test_a_translation_is_offered_in_the_readers_language(english: BrowserContext, site: str) -> None:
    page = opened(english, TRANSLATED)
    expect(page).to_have_url(site + TRANSLATED)
    hint = page.locator(HINT)
    expect(hint).to_have_attribute("lang", "en")
    link = hint.get_by_role("link", name="This page is also in English")
    expect(link).to_have_attribute("hreflang", "en")
    assert page.get_by_role("complementary", name="English").count() == 1
    link.click()
    expect(page).to_have_url(f"{site}en/examples/papillon/")
    expect(page.locator(HINT)).to_have_count(0)


def test_a_czech_reader_of_an_english_page_is_told_in_czech(czech: BrowserContext) -> None:
    assert opened(czech, "en/").locator(HINT).get_attribute("lang") == "cs"


def test_there_is_no_hint_without_a_translation_or_a_wish(
    english: BrowserContext, czech: BrowserContext
) -> None:
    assert opened(english, CZECH_ONLY).locator(".language-hint").count() == 0
    assert opened(english, "en/").locator(HINT).count() == 0
    assert opened(czech, TRANSLATED).locator(HINT).count() == 0


def test_declining_it_by_keyboard_is_remembered(english: BrowserContext) -> None:
    page = opened(english, TRANSLATED)
    button = page.locator(HINT).get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(HINT)).to_have_count(0)
    assert page.evaluate("document.activeElement.id") == "content"  # not lost with the button
    page.goto("")
    expect(page.locator(HINT)).to_have_count(0)
    assert page.evaluate("Object.entries(localStorage)") == [["language", "chosen"]]


def test_whoever_came_by_the_switcher_has_chosen(english: BrowserContext) -> None:
    page = opened(english, "en/examples/papillon/")
    page.locator(".languages a[hreflang=cs]").click()
    page.wait_for_url(f"**/{TRANSLATED}")
    expect(page.locator(HINT)).to_have_count(0)


def test_it_moves_nothing(english: BrowserContext) -> None:
    page = opened(english, TRANSLATED)
    expect(page.locator(HINT)).to_be_visible()
    assert shifted(page) < 0.001


def test_without_scripts_there_is_the_switcher_alone(without_scripts: BrowserContext) -> None:
    page = opened(without_scripts, TRANSLATED)
    expect(page.locator(".language-hint")).to_be_hidden()
    expect(page.locator(".languages a[hreflang=en]")).to_be_visible()


@pytest.mark.parametrize(("address", "first"), [("en/nothing/here/", "en"), ("nic/tu/neni/", "cs")])
def test_the_missing_page_begins_with_the_language_of_the_address(
    desktop: BrowserContext, site: str, address: str, first: str
) -> None:
    page = desktop.new_page()
    answer = page.request.get(f"{site}404.html").body()
    page.route(
        f"{site}{address}", lambda route: route.fulfill(status=404, body=answer, content_type="text/html")
    )
    page.goto(address)
    assert page.locator(".missing").first.get_attribute("lang") == first
    assert page.locator(".missing").count() == 2
    assert page.locator("h1").inner_text().split("\n") == ["Stránka nenalezena", "Page not found"]
    expect(page.locator(".emblem").first).to_be_visible()
    assert page.locator(".emblem").first.evaluate("flag => flag.naturalWidth") > 0
    page.locator(f".missing[lang={first}] a.button").click()
    page.wait_for_url(f"{site}{'en/' if first == 'en' else ''}")
