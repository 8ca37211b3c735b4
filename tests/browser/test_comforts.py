"""Comforts of reading on the real site: parts of a series, hearing and reading, sharing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

PART = "clanky/co-brzdi-inovace/"
SMALLEST = 24
"""CSS pixels of a target's side (WCAG 2.2, 2.5.8)."""


def test_one_reads_a_series_through(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto(PART)
    page.locator("a[rel=prev]").click()
    expect(page).to_have_url(re.compile("/clanky/jak-centrum-zacalo/$"))
    for ending in ("co-brzdi-inovace", "tri-linie", "co-nas-naucilo-14-rozhovoru"):
        page.locator(".series a[rel=next]").click()
        expect(page).to_have_url(re.compile(f"/{ending}/$"))
    assert page.locator(".series a[rel=next]").count() == 0
    page.locator(".series summary").click()
    expect(page.locator(".series ol a")).to_have_count(4)
    expect(page.locator(".series ol a[aria-current=page]")).to_have_count(1)


def test_one_goes_from_reading_to_listening_and_back(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto("priklady/papillon/")
    listen = page.locator(".companions a")
    expect(listen).to_have_text(re.compile(r"Papillon a\sCokido \(\d\smin\s\d+\ss\)"))
    listen.click()
    expect(page).to_have_url(re.compile("/podcast/papillon-a-cokido/$"))
    expect(page.locator(".companions a")).to_have_count(2)
    page.locator(".companions a").first.click()
    expect(page).to_have_url(re.compile("/priklady/papillon/$"))


def test_an_episode_that_is_only_czech_is_marked_on_the_english_page(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto("en/presentations/whom-to-involve-in-a-housing-plan/")
    link = page.locator(".companions a")
    expect(link).to_have_attribute("lang", "cs")
    expect(link).to_have_attribute("hreflang", "cs")


def test_without_scripts_sharing_is_plain_links(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto(PART)
    expect(page.locator(".share a")).to_have_count(5)
    assert page.locator(".share button:visible").count() == 0


def test_the_sheet_of_the_device_is_offered_where_there_is_one(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    context.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    page = context.new_page()
    page.goto(PART)
    page.locator("[data-share]").click()
    assert page.evaluate("window.shared") == {
        "url": site + PART,
        "title": page.locator("h1").inner_text().replace("\n", " "),
    }
    context.close()


def test_the_address_can_be_copied(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script("delete Navigator.prototype.share;")
    page = context.new_page()
    page.goto(PART)
    expect(page.locator("[data-share]")).to_be_hidden()
    page.locator(".share [data-copy]").click()
    expect(page.locator(".share [role=status]")).to_have_text("Zkopírováno")
    assert page.evaluate("navigator.clipboard.readText()") == site + PART
    context.close()


@pytest.mark.parametrize("path", [PART, "podcast/papillon-a-cokido/", "", "styl/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(browser: Browser, site: str, path: str, width: int) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(path)
    small = page.evaluate(
        """([targets, smallest]) => [...document.querySelectorAll(targets)].filter((target) => {
            const { width, height } = target.getBoundingClientRect();
            return target.checkVisibility() && (width < smallest || height < smallest);
        }).map((target) => target.outerHTML)""",
        [".share a, .share button, .series a, .series summary, .companions a, .topic", SMALLEST],
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
