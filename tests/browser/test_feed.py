"""Whoever opens a feed in a browser sees a page in its language; apps read what they always read."""

from __future__ import annotations

import urllib.request

import feedparser
import pytest
from playwright.sync_api import Browser, BrowserContext, Page


def seen(page: Page) -> str:
    """The text that is drawn, generated text with it."""
    return str(
        page.evaluate(
            """() => {
                const isShown = (element) => element.checkVisibility();
                const made = (element) =>
                    ["::before", "::after"].map((part) => getComputedStyle(element, part).content);
                return [...document.querySelectorAll("*")].filter(isShown)
                    .flatMap((one) => [...made(one), one.children.length ? "" : one.textContent]).join("\\n");
            }"""
        )
    )


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("podcast/feed.xml", ("Ministerský jednorožec", "Chcete-li", "Nejnovější díly", "13.\xa0října 2026")),
        ("en/podcast/feed.xml", ("Ministry Unicorn", "To subscribe", "Newest episodes", "13 October 2026")),
    ],
)
def test_a_feed_is_a_page_in_its_language(desktop: BrowserContext, path: str, texts: tuple[str, ...]) -> None:
    page = desktop.new_page()
    page.goto(path)
    text = seen(page)
    for wanted in texts:
        assert wanted in text
    for technical in ("site-builder", "urn:uuid", "audio/mpeg", "Society & Culture", "admonition", "<p>"):
        assert technical not in text


@pytest.mark.parametrize("width", [320, 1280])
def test_it_scrolls_in_one_direction_only(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto("podcast/feed.xml")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_it_is_legible_on_a_phone(browser: Browser, site: str) -> None:
    """XML has no viewport: a phone draws it 980 pixels wide and shrinks it."""
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 800}, is_mobile=True)
    page = context.new_page()
    page.goto("podcast/feed.xml")
    size = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('item > description')).fontSize)"
    )
    assert size * page.evaluate("visualViewport.scale") >= 14
    context.close()


def test_it_follows_the_dark_appearance(browser: Browser, site: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(base_url=site, color_scheme=scheme)
        page = context.new_page()
        page.goto("podcast/feed.xml")
        colours.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        context.close()
    assert colours[0] != colours[1]


def test_its_address_can_be_selected(desktop: BrowserContext, site: str) -> None:
    page = desktop.new_page()
    page.goto("podcast/feed.xml")
    page.keyboard.press("Control+a")
    assert f"{site}podcast/" in page.evaluate("getSelection().toString()")


def test_apps_read_the_same_feed(site: str) -> None:
    with urllib.request.urlopen(f"{site}podcast/feed.xml") as answer:
        feed = feedparser.parse(answer.read())
    assert not feed.bozo
    assert feed.feed.title == "Ministerský jednorožec"
    assert len(feed.entries) == 4
