"""Search from any page: a plain link that scripts turn into a dialog, whose bytes come only then."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

STAND_IN = Path(__file__).with_name("search_stand_in.js")
ARTICLE = "clanky/tri-linie/"
FOCUSED = "(it => it.matches('body') ? '' : it.name || it.innerText)(document.activeElement)"


@pytest.fixture
def desktop(desktop: BrowserContext) -> BrowserContext:
    """A window of a desktop computer, with the stand-in for the engine."""
    desktop.route("**/assets/search/engine.js", lambda route: route.fulfill(path=STAND_IN))
    return desktop


@pytest.fixture
def page(desktop: BrowserContext) -> Page:
    """An article."""
    page = desktop.new_page()
    page.goto(ARTICLE)
    return page


def opened(page: Page) -> Page:
    """The page with its dialog open."""
    page.locator(".search-link").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def type_in(page: Page, query: str, says: str) -> None:
    """Type `query` where the focus is and wait until the dialog `says` what it found."""
    page.keyboard.type(query)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(says)


def test_a_first_view_costs_nothing_of_it(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ARTICLE, wait_until="networkidle")
    assert [url for url in asked if "search" in url or "hledat" in url] == []
    opened(page)
    names = {url.rpartition("/")[2] for url in asked if "search" in url or "hledat" in url}
    assert names >= {"dialog.txt", "search.css", "dialog.js", "live.js", "results.js", "engine.js"}


def test_by_keyboard_alone_from_an_article_to_a_result_and_back(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator(".search-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    type_in(page, "pár", "2 výsledky")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".search-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    type_in(page, "jediný", "1 výsledek")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "Bydlení 1"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/clanky/tri-linie/\?1$"))


def test_the_keyboard_shortcut_opens_it_and_gives_the_focus_back(page: Page) -> None:
    link = page.locator("main a").first
    link.focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_function("link => document.activeElement === link", arg=link.element_handle())


def test_a_shortcut_in_the_open_dialog_does_not_bring_it_back(page: Page) -> None:
    """The shortcut and Escape at once: what the first of them asked for must not come after the second."""
    opened(page)
    page.evaluate("""async () => {
        const press = init => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
        press({ key: "k", ctrlKey: true });
        press({ key: "Escape" });
        await new Promise(resolve => setTimeout(resolve, 100));
    }""")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".search-link")).to_be_focused()


def test_focus_stays_in_the_dialog_and_nothing_of_it_stays_behind(page: Page) -> None:
    before = stops(page)
    opened(page)
    type_in(page, "pár", "2 výsledky")
    inside = "document.activeElement.closest('dialog') || document.activeElement === document.body"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    assert stops(page) == before


@pytest.mark.parametrize("name", ["Zavřít hledání", "backdrop"])
def test_it_closes_by_its_button_and_beside_it(page: Page, name: str) -> None:
    opened(page)
    if name == "backdrop":
        page.mouse.click(10, 800)
    else:
        page.get_by_role("button", name=name).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".search-link")).to_be_focused()


def test_enter_goes_on_to_the_page_that_searches(page: Page) -> None:
    opened(page)
    page.keyboard.type("bydlení")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/hledat/\?q=bydlen%C3%AD$"))
    expect(page.get_by_role("status")).to_have_text("17 výsledků")


def test_all_of_a_kind_are_on_the_page_that_searches(page: Page) -> None:
    opened(page)
    type_in(page, "bydlení", "17 výsledků")
    page.get_by_role("link", name="Všech 12 článků").click()
    expect(page).to_have_url(re.compile(r"/hledat/\?q=bydlen%C3%AD&kind=articles$"))


def test_a_result_on_the_same_page_closes_it(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("podcast/co-je-kompetencni-centrum/")
    opened(page)
    type_in(page, "mluvíme", "4 výsledky")
    page.get_by_role("dialog").get_by_role("link", name="Díl 3").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_function("document.querySelector('audio').currentTime > 180")


def test_where_nothing_is_found_it_offers_topics_and_the_corrected_query(page: Page) -> None:
    opened(page)
    type_in(page, "nnic", "Pro „nnic“ jsme nic nenašli.")
    dialog = page.get_by_role("dialog")
    assert dialog.locator(".topic").count() >= 5
    dialog.get_by_role("link", name="bydlení", exact=True).click()
    expect(page).to_have_url(re.compile(r"/hledat/\?q=bydlen%C3%AD$"))


@pytest.mark.parametrize("modifier", ["Control", "Shift"])
def test_the_link_stays_a_link(page: Page, modifier: Literal["Control", "Shift"]) -> None:
    with page.context.expect_page() as other:
        page.locator(".search-link").click(modifiers=[modifier])
    expect(other.value).to_have_url(re.compile("/hledat/$"))
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_middle_button_opens_the_page_too(page: Page) -> None:
    with page.context.expect_page() as other:
        page.locator(".search-link").click(button="middle")
    expect(other.value).to_have_url(re.compile("/hledat/$"))


def test_where_the_dialog_cannot_be_loaded_the_page_opens(page: Page) -> None:
    page.route("**/dialog.txt", lambda route: route.abort())
    page.locator(".search-link").click()
    expect(page).to_have_url(re.compile("/hledat/$"))


def test_on_the_page_that_searches_the_link_leads_to_the_field(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("hledat/")
    page.locator(".search-link").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.locator("h1").click()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("path", "name"), [("", "Hledat"), ("en/articles/", "Search"), ("404.html", "Hledat")]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_the_link_is_reached_by_tab_and_large_enough_on_any_screen(
    desktop: BrowserContext, path: str, name: str, width: int
) -> None:
    page = desktop.new_page()
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(path)
    link = page.get_by_role("link", name=name, exact=True)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_dialog_fits_a_screen_of_320_by_256_pixels(desktop: BrowserContext) -> None:
    """What 1280 by 1024 pixels are at 400 %."""
    page = desktop.new_page()
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(ARTICLE)
    opened(page)
    type_in(page, "bydlení", "17 výsledků")
    last = page.locator(".hit a").last
    last.focus()
    box = last.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 256
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 320


@pytest.mark.parametrize(("number", "path"), [(0, "/hledat/"), (1, "/en/search/")])
def test_the_missing_page_searches_in_both_languages(desktop: BrowserContext, number: int, path: str) -> None:
    page = desktop.new_page()
    page.goto("404.html")
    box = page.get_by_role("searchbox").nth(number)
    box.fill("jediný")
    box.press("Enter")
    expect(page).to_have_url(re.compile(rf"{path}\?q=jedin%C3%BD$"))
    expect(page.get_by_role("status")).to_have_text(re.compile("^1 "))


def test_every_page_leads_to_it_without_scripts(
    without_scripts: BrowserContext, site: str, every_page: list[str]
) -> None:
    page = without_scripts.new_page()
    for url in every_page[::9]:
        page.goto(url)
        wanted = "/en/search/" if url.startswith(f"{site}en/") else "/hledat/"
        assert page.locator(".search-link").get_attribute("href") == wanted, url


def stops(page: Page) -> list[str]:
    """What Tab reaches from the end of the page on: the dialog stands behind it."""
    page.locator(".site-footer a").last.focus()
    found = []
    for _ in range(5):
        page.keyboard.press("Tab")
        found.append(str(page.evaluate(FOCUSED)))
    return found
