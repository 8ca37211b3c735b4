"""The page that searches: by typing, by its address, by keyboard, without a connection and without scripts."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .shifts import shifted

STAND_IN = Path(__file__).with_name("search_stand_in.js")
SCRIPTS = Path(__file__).parents[2] / "overrides/assets/search"


@pytest.fixture
def desktop(desktop: BrowserContext) -> BrowserContext:
    """A window of a desktop computer, with the stand-in for the engine."""
    desktop.route("**/assets/search/engine.js", lambda route: route.fulfill(path=STAND_IN))
    return desktop


@pytest.fixture
def page(desktop: BrowserContext) -> Iterator[Page]:
    """The page that searches in Czech."""
    page = desktop.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("hledat/")
    yield page
    assert faults == []


def titles(page: Page) -> list[str]:
    return page.locator(".hit h3").all_inner_texts()


def question(page: Page) -> dict[str, str]:
    """What the address asks."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def search(page: Page, query: str, says: str) -> None:
    """Type `query` and wait until the page `says` what it found."""
    page.get_by_role("searchbox").fill(query)
    expect(page.get_by_role("status")).to_have_text(says)


# ---- How it opens ----


def test_no_script_waits_for_another(site: str) -> None:
    """The page names all that its script imports, and what these import: a phone far away asks for all at once."""
    with urllib.request.urlopen(f"{site}hledat/") as answer:
        named = re.findall(r'rel="modulepreload" href="/assets/search/([^"]+)"', answer.read().decode())
    imported: set[str] = set()
    new = {"page.js"}
    while new:
        texts = [(SCRIPTS / name).read_text(encoding="utf-8") for name in new]
        new = {
            name for text in texts for name in re.findall(r'^import .*"\./(.+)";', text, re.MULTILINE)
        } - imported
        imported |= new
    assert sorted(named) == sorted(imported)


# ---- What is found ----


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("jediný", "1 výsledek"),
        ("pár", "2 výsledky"),
        ("bydlení", "17 výsledků"),
        ("bidleni", "Zobrazujeme výsledky pro „bydlení“. 17 výsledků"),
        ("nnic", "Pro „nnic“ jsme nic nenašli."),
    ],
)
def test_what_was_found_is_announced_in_czech(page: Page, query: str, says: str) -> None:
    search(page, query, says)
    assert page.locator(".search").get_by_role("status").count() == 1


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("jediný", "1 result"),
        ("pár", "2 results"),
        ("bidleni", "Showing results for “bydlení”. 17 results"),
        ("nnic", "Nothing was found for “nnic”."),
    ],
)
def test_what_was_found_is_announced_in_english(desktop: BrowserContext, query: str, says: str) -> None:
    page = desktop.new_page()
    page.goto("en/search/")
    search(page, query, says)
    assert page.evaluate("engine.opened") == ["/en/search/index/"]


def test_results_are_grouped_by_kind_under_headings(page: Page) -> None:
    search(page, "bydlení", "17 výsledků")
    assert page.locator(".hits h2").all_inner_texts() == ["Články 12", "Podcast 4", "Lidé 1"]
    assert titles(page) == [
        "Bydlení 1",
        "Bydlení 2",
        "Bydlení 3",
        "Díl 1",
        "Díl 2",
        "Díl 3",
        "Bydlící člověk",
    ]
    assert page.locator(".more").all_inner_texts() == ["Všech 12 článků", "Všechny 4 díly"]


def test_a_result_tells_its_date_and_shows_its_passage_with_the_match_marked(page: Page) -> None:
    search(page, "pár", "2 výsledky")
    first = page.locator(".hit").first
    assert first.locator("time").get_attribute("datetime") == "2025-03-01"
    assert first.locator("time").inner_text() == "1. března 2025"
    assert first.locator(".hit-passage").inner_text() == "Jediný pár slov"
    assert first.locator("mark").all_inner_texts() == ["pár"]


def test_a_result_in_a_recording_says_when_and_opens_there(page: Page) -> None:
    search(page, "mluvíme", "4 výsledky")
    third = page.locator(".hit").nth(2)
    assert "v\xa0nahrávce v\xa0čase 3:03" in third.inner_text()
    third.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/podcast/co-je-kompetencni-centrum/#t=183$"))
    page.wait_for_function("document.querySelector('audio').currentTime > 180")


def test_text_of_a_page_is_never_markup(page: Page) -> None:
    search(page, "<img src=x onerror=alert(1)>", "Pro „<img src=x onerror=alert(1)>“ jsme nic nenašli.")
    assert page.locator(".search img").count() == 0


def test_all_of_a_kind_narrow_to_it_and_more_of_them_take_the_focus(page: Page) -> None:
    search(page, "bydlení", "17 výsledků")
    page.get_by_role("link", name="Všech 12 článků").click()
    expect(page.get_by_role("status")).to_have_text("12 výsledků")
    assert question(page) == {"q": "bydlení", "kind": "articles"}
    assert page.locator("#search-kind").input_value() == "articles"
    expect(page.locator(".hits h2")).to_be_focused()
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Zobrazit 2 další výsledky").click()
    expect(page.get_by_role("link", name="Bydlení 11")).to_be_focused()
    assert titles(page) == [f"Bydlení {n}" for n in range(1, 13)]
    assert page.locator("[data-act=more]").count() == 0


def test_filters_alone_find_what_passes_them(page: Page) -> None:
    page.locator("#search-year").select_option("2026")
    expect(page.get_by_role("status")).to_have_text("14 výsledků")
    page.locator("#search-topic").select_option("housing")
    expect(page.get_by_role("status")).to_have_text("9 výsledků")
    assert question(page) == {"year": "2026", "topic": "housing"}


def test_where_nothing_is_found_the_reader_is_led_on(page: Page) -> None:
    page.goto("hledat/?q=nnic&year=2026")
    expect(page.get_by_role("status")).to_have_text("Pro „nnic“ jsme nic nenašli.")
    assert page.locator(".topic:visible").count() >= 5
    page.get_by_role("button", name="Hledat bez filtrů").click()
    expect(page.locator("[data-act=unfilter]")).to_have_count(0)
    assert question(page) == {"q": "nnic"}
    page.get_by_role("link", name="bydlení", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("17 výsledků")
    assert question(page) == {"q": "bydlení"}


# ---- The address and the history ----


def test_an_address_can_be_shared(page: Page) -> None:
    page.goto(f"hledat/?q={quote('bydlení')}&kind=articles&topic=housing&year=2026")
    expect(page.get_by_role("status")).to_have_text("5 výsledků")
    values = {name: page.locator(f"[name={name}]").input_value() for name in ("q", "kind", "topic", "year")}
    assert values == {"q": "bydlení", "kind": "articles", "topic": "housing", "year": "2026"}
    assert page.title().startswith("bydlení – Hledat – ")


def test_typing_adds_nothing_to_the_history(page: Page) -> None:
    before = page.evaluate("history.length")
    search(page, "pár", "2 výsledky")
    search(page, "jediný", "1 výsledek")
    assert question(page) == {"q": "jediný"}
    assert page.evaluate("history.length") == before


def test_back_leads_to_the_earlier_questions(page: Page) -> None:
    search(page, "pár", "2 výsledky")
    page.keyboard.press("Enter")
    search(page, "bydlení", "17 výsledků")
    page.keyboard.press("Enter")
    page.locator("#search-kind").select_option("episodes")
    expect(page.get_by_role("status")).to_have_text("4 výsledky")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("17 výsledků")
    assert page.locator("#search-kind").input_value() == ""
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 výsledky")
    expect(page.get_by_role("searchbox")).to_have_value("pár")
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text("17 výsledků")


def test_back_from_a_result_leads_to_the_results(page: Page) -> None:
    search(page, "pár", "2 výsledky")
    page.locator(".hit a").first.click()
    expect(page).to_have_url(re.compile("/clanky/tri-linie/"))
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 výsledky")
    assert question(page) == {"q": "pár"}


# ---- Requests and answers ----


def test_fast_typing_asks_once(page: Page) -> None:
    page.get_by_role("searchbox").evaluate(
        """field => {
            for (const letter of "bydlení") {
                field.value += letter;
                field.dispatchEvent(new Event("input", { bubbles: true }));
            }
        }"""
    )
    expect(page.get_by_role("status")).to_have_text("17 výsledků")
    assert page.evaluate("engine.asked") == ["bydlení"]


def test_a_late_answer_to_an_older_question_is_dropped(page: Page) -> None:
    page.evaluate("engine.hold('pár')")
    page.get_by_role("searchbox").fill("pár")
    page.wait_for_function("engine.asked.includes('pár')")
    search(page, "jediný", "1 výsledek")
    page.evaluate("engine.release('pár')")
    page.wait_for_function("engine.answered.includes('pár')")
    expect(page.get_by_role("status")).to_have_text("1 výsledek")
    assert titles(page) == ["Bydlení 1"]


def test_results_stay_until_the_next_ones_are_there(page: Page) -> None:
    search(page, "bydlení", "17 výsledků")
    page.evaluate("engine.hold('pár')")
    page.get_by_role("searchbox").fill("pár")
    page.wait_for_function("engine.asked.includes('pár')")
    assert len(titles(page)) == 7
    page.evaluate("engine.release('pár')")
    expect(page.get_by_role("status")).to_have_text("2 výsledky")


def test_an_emptied_field_shows_nothing(page: Page) -> None:
    search(page, "bydlení", "17 výsledků")
    search(page, "", "")
    assert titles(page) == []
    assert question(page) == {}


def test_without_a_connection_it_says_so_and_tries_again(page: Page) -> None:
    page.evaluate("engine.fails = true")
    search(page, "pár", "Hledání se nepodařilo načíst. Zkontrolujte připojení a zkuste to znovu.")
    page.evaluate("engine.fails = false")
    page.get_by_role("button", name="Zkusit znovu").click()
    expect(page.get_by_role("status")).to_have_text("2 výsledky")
    expect(page.get_by_role("searchbox")).to_be_focused()


# ---- Keyboard, small screens ----


def test_arrows_lead_from_the_field_through_the_results_and_back(page: Page) -> None:
    search(page, "pár", "2 výsledky")
    page.get_by_role("searchbox").focus()
    places = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        places.append(page.evaluate("document.activeElement.textContent || document.activeElement.name"))
    assert places == ["Bydlení 1", "Bydlení 2", "Bydlení 2", "Bydlení 1", "q"]


def test_tab_reaches_the_form_and_every_result(page: Page) -> None:
    search(page, "pár", "2 výsledky")
    page.get_by_role("searchbox").focus()
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert stops == ["Hledat", "kind", "topic", "year", "Bydlení 1", "Bydlení 2"]


@pytest.mark.parametrize("path", ["hledat/", "hledat/?q=bidleni", "hledat/?q=nnic&year=2026", "404.html"])
def test_a_phone_of_320_pixels_shows_it_whole_in_sizes_that_fingers_hit(
    desktop: BrowserContext, path: str
) -> None:
    page = desktop.new_page()
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(path)
    expect(page.get_by_role("searchbox").first).to_be_visible()
    if "?" in path:
        expect(page.get_by_role("status")).not_to_have_text("")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for target in page.locator("main :is(a, button, input, select, summary):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, target.inner_text()


# ---- Without scripts ----


def test_without_scripts_it_offers_topics_years_and_all_titles(
    without_scripts: BrowserContext, site: str, every_page: list[str]
) -> None:
    page = without_scripts.new_page()
    page.goto("hledat/")
    expect(page.get_by_text("Živé hledání potřebuje skripty")).to_be_visible()
    expect(page.locator("form[role=search]")).to_be_hidden()
    assert page.locator(".topic:visible").count() >= 5
    years = page.locator(".browse-all details summary").all_inner_texts()
    dated = [int(year.split()[0]) for year in years if year[:1].isdigit()]
    assert dated == sorted(dated, reverse=True)
    assert [year for year in years if year.startswith(("Lidé", "Ostatní stránky"))] == years[len(dated) :]
    linked = page.locator(".browse-all a").evaluate_all("links => links.map((link) => link.href)")
    assert len(linked) == len(set(linked))
    assert set(linked) == documents(site, every_page)


def test_without_scripts_a_title_is_two_steps_away(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto("clanky/")
    page.locator(".search-link").click()
    year = page.locator(".browse-all > details").filter(has_text="2026")
    if year.get_attribute("open") is None:
        year.locator("summary").click()
    year.get_by_role("link", name="Tři linie jedné práce").click()
    expect(page).to_have_url(re.compile("/clanky/tri-linie/$"))


def test_with_scripts_the_titles_are_folded_away(page: Page) -> None:
    expect(page.get_by_text("Živé hledání potřebuje skripty")).to_have_count(0)
    expect(page.locator(".browse-all a").first).to_be_hidden()
    page.locator(".browse-all > summary").click()
    expect(page.locator(".browse-all a").first).to_be_visible()


def test_nothing_moves_while_the_page_loads(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("hledat/", wait_until="networkidle")
    assert shifted(page) == 0


# ---- Search engines ----


def test_search_engines_are_not_led_to_it(page: Page, every_page: list[str]) -> None:
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert not [url for url in every_page if "hledat" in url]


def documents(site: str, every_page: list[str]) -> set[str]:
    """The URLs of the Czech pages that are no lists (a podcast's is more): those of the sitemap but its listings."""
    listings = re.compile(
        r"(en/.*|temata/.*|\w+/strana/.*|(clanky|rozhovory|priklady|akce|prezentace|lide)/)"
    )
    return {url for url in every_page if not listings.fullmatch(url.removeprefix(site))}
