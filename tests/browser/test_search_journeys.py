"""Readers find the real content: page, engine and index together."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .listening import play_slowly


@pytest.fixture
def page(desktop: BrowserContext) -> Page:
    """A page of a reader."""
    return desktop.new_page()


def count(page: Page) -> int:
    """How many results the page says that there are, once it says so."""
    said = page.get_by_role("status")
    expect(said).to_have_text(re.compile(r"\d"))
    return int(said.inner_text().split()[-2])


def test_words_without_diacritics_find_the_same(page: Page) -> None:
    found = []
    for query in ("oddlužení", "oddluzeni"):
        page.goto(f"hledat/?q={query}")
        found.append((count(page), page.locator(".hit h3").all_inner_texts()))
    assert found[0] == found[1]
    assert "Co mě v oddlužení čeká? Pomoc lidem na začátku cesty" in found[0][1]


def test_a_mistyped_word_is_corrected_in_words(page: Page) -> None:
    page.goto("hledat/?q=odluzeni")
    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"^Zobrazujeme výsledky pro „oddlužení“\. \d+ ")
    )
    expect(page.locator(".hit mark").first).to_have_text(re.compile("oddlužení", re.IGNORECASE))


def test_english_finds_english_pages(page: Page) -> None:
    page.goto("en/search/?q=debts")
    assert count(page) > 0
    links = page.locator(".hit a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert all(link.startswith("/en/") for link in links)


def test_what_is_said_in_an_episode_plays_from_there(page: Page) -> None:
    page.goto("hledat/?q=zproštěn&kind=episodes")
    hit = page.locator(".hit").first
    expect(hit).to_contain_text("v nahrávce v čase")
    second = int((hit.locator("a").get_attribute("href") or "").partition("#t=")[2])
    hit.locator("a").click()
    page.wait_for_url("**/podcast/**")
    play_slowly(page)
    page.locator("audio").focus()
    page.keyboard.press("k")
    page.wait_for_function(
        """second => {
            const audio = document.querySelector("audio");
            return !audio.paused && audio.currentTime > second - 0.1 && audio.currentTime < second + 2;
        }""",
        arg=second,
    )


@pytest.mark.parametrize("path", ["hledat/", "en/search/"])
def test_every_choice_of_a_filter_finds_something(page: Page, path: str) -> None:
    page.goto(path)
    for name in ("kind", "topic", "year"):
        options = page.locator(f"#search-{name} option").evaluate_all(
            "options => options.map((one) => one.value)"
        )
        for value in options[1:]:
            page.goto(f"{path}?{name}={value}")
            assert count(page) > 0, value


def test_a_year_finds_the_pages_that_are_listed_under_it(page: Page) -> None:
    page.goto("hledat/")
    years = page.locator("#search-year option").evaluate_all("options => options.map((one) => one.value)")[1:]
    for year in years:
        page.goto(f"hledat/?year={year}")
        listed = page.locator(".browse-all > details").filter(has=page.locator("summary", has_text=year))
        assert count(page) == listed.locator("a").count(), year


def test_from_an_article_over_the_dialog_to_another_page(page: Page) -> None:
    page.goto("clanky/tri-linie/")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("papillonu")
    expect(page.locator(".hit a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("papillon"))
