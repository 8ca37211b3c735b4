"""The site as its readers meet it: in a browser, on a phone, without scripts, by keyboard."""

from __future__ import annotations

import re
import urllib.request
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .listening import play_slowly

EPISODE = "podcast/co-je-kompetencni-centrum/"


@dataclass
class Visits:
    """What every page of the site did in a desktop computer's browser, which went through all of them once."""

    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    pages: dict[str, tuple[str, int]] = field(default_factory=dict)
    """URL → its language and how many headings of the first level it has."""


@pytest.fixture(scope="module")
def visits(browser: Browser, every_page: list[str]) -> Visits:
    visits = Visits()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: visits.asked.append(request.url))
    page.on("response", lambda answer: visits.failed.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: visits.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visits.said.append(str(error)))
    for url in every_page:
        page.goto(url)
        facts = "[document.documentElement.lang, document.querySelectorAll('h1').length]"
        visits.pages[url] = tuple(page.evaluate(facts))
    page.close()
    return visits


def test_no_page_asks_another_host_for_anything_or_misses_a_file(site: str, visits: Visits) -> None:
    assert len(visits.pages) > 70
    assert [url for url in visits.asked if not url.startswith((site, "data:"))] == []
    assert visits.failed == []
    assert visits.said == []


def test_every_page_says_its_language_and_has_one_heading(site: str, visits: Visits) -> None:
    wanted = {url: ("en" if url.startswith(f"{site}en/") else "cs", 1) for url in visits.pages}
    assert visits.pages == wanted


@pytest.mark.parametrize("path", ["clanky/", "en/articles/"])
def test_nothing_in_the_header_stands_alone_in_a_row(desktop: BrowserContext, path: str) -> None:
    """The languages have the menu beside them, and all is one row with the name where the menu is spread out."""
    page = desktop.new_page()
    page.goto(path)
    middles = """names => names.map(name => {
        const { top, bottom } = document.querySelector(name).getBoundingClientRect();
        return (top + bottom) / 2;
    })"""
    for width in (390, 480, 600, 640, 700, 768, 900, 959):
        page.set_viewport_size({"width": width, "height": 800})
        languages, menu = page.evaluate(middles, [".languages", ".menu-button"])
        assert languages == pytest.approx(menu, abs=6), width
    for width in (960, 1024, 1088, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        languages, name = page.evaluate(middles, [".languages", ".brand"])
        assert languages == pytest.approx(name, abs=6), width


def test_the_switcher_leads_to_the_same_page_and_back(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto("priklady/papillon/")
    page.locator("nav a[hreflang=en]").first.click()
    expect(page).to_have_url(ending_in("/en/examples/papillon/"))
    page.locator("nav a[hreflang=cs]").first.click()
    expect(page).to_have_url(ending_in("/priklady/papillon/"))


def test_an_untranslated_page_says_so_and_leads_to_the_section(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto("clanky/slovnik-inovaci/")
    link = page.locator("nav a[hreflang=en]").first
    assert len(link.inner_text()) > len("English")
    link.click()
    expect(page).to_have_url(ending_in("/en/articles/"))


def test_listening_needs_no_scripts(without_scripts: BrowserContext, site: str) -> None:
    page = without_scripts.new_page()
    page.goto(EPISODE)
    audio = page.locator("audio[controls]")
    expect(audio).to_be_visible()
    source = page.locator("audio source, audio[src]").first.get_attribute("src") or ""
    with urllib.request.urlopen(urllib.request.Request(site.rstrip("/") + source, method="HEAD")) as answer:
        assert answer.headers["Content-Type"] in {"audio/mpeg", "audio/x-m4a", "audio/mp4"}
    assert page.locator("text=Moderátorka").count() > 3


def test_a_chapter_jumps_to_its_place(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto(EPISODE)
    play_slowly(page)
    chapters = page.locator(".chapters a")
    assert chapters.count() >= 4
    wanted = page.evaluate("document.querySelectorAll('.chapters a')[2].href.split('t=')[1]")
    chapters.nth(2).click()
    page.wait_for_function(
        "t => Math.abs(document.querySelector('audio').currentTime - t) < 3", arg=float(wanted)
    )


@pytest.mark.parametrize(
    "path", ["", "clanky/", "priklady/papillon/", EPISODE, "podcast/", "lide/", "temata/"]
)
def test_a_phone_of_320_pixels_scrolls_in_one_direction_only(browser: Browser, site: str, path: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 320, "height": 600})
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_first_tab_stop_skips_to_the_text(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("clanky/")
    page.keyboard.press("Tab")
    assert focused(page).startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_missing_page_speaks_both_languages(desktop: BrowserContext, site: str) -> None:
    page = desktop.new_page()
    page.goto(f"{site}404.html")
    assert page.locator("[lang=cs]").count() >= 1
    assert page.locator("[lang=en]").count() >= 1


def test_dark_appearance_can_be_set_and_is_remembered(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("clanky/")
    light = background(page)
    page.locator("button.theme").click()
    assert background(page) != light
    page.reload()
    assert background(page) != light


def focused(page: Page) -> str:
    """Where the focused link leads."""
    return str(page.evaluate("document.activeElement.getAttribute('href') || ''"))


def background(page: Page) -> str:
    """The colour behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def ending_in(ending: str) -> re.Pattern[str]:
    """A pattern for a URL that ends in `ending`."""

    return re.compile(re.escape(ending) + "$")
