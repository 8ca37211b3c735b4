"""The player in a frame of another site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import hosted
from playwright.sync_api import BrowserContext, FrameLocator, Page, Route, expect

EPISODE = "podcast/co-je-kompetencni-centrum/"


@pytest.fixture
def other_site(desktop: BrowserContext, tmp_path: Path) -> Iterator[str]:
    """The URL of another origin, whose page has the code that the episode offers."""
    episode = desktop.new_page()
    episode.goto(EPISODE)
    code = episode.locator("#embed-code").input_value()
    episode.close()
    html = f"<!DOCTYPE html><html lang='cs'><title>Jiný web</title><h1>Jiný web</h1>{code}</html>"
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    with hosted(tmp_path) as url:
        yield url.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(desktop: BrowserContext, other_site: str) -> Page:
    page = desktop.new_page()
    page.goto(other_site)
    return page


@pytest.fixture
def player(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def test_it_plays_there(page: Page, player: FrameLocator) -> None:
    audio = player.locator("audio")
    audio.evaluate("audio => { audio.muted = true; }")
    player.locator("summary").click()
    player.locator(".chapters a").nth(2).click()
    expect(player.locator(".chapters [aria-current]")).to_contain_text("Čtrnáct rozhovorů")
    frame = page.frames[1]
    frame.wait_for_function("document.querySelector('audio').currentTime > 74")
    assert not audio.evaluate("audio => audio.paused")


def test_it_leads_to_the_episode_in_a_window_of_its_own(site: str, player: FrameLocator) -> None:
    link = player.get_by_role("heading").get_by_role("link")
    expect(link).to_have_attribute("href", f"{site}{EPISODE}")
    expect(link).to_have_attribute("target", "_blank")


def test_it_fits_its_frame(page: Page, player: FrameLocator) -> None:
    for width in (320, 480, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        fits = "root => [root.scrollWidth <= root.clientWidth, root.scrollHeight <= root.clientHeight + 1]"
        assert player.locator("html").evaluate(fits) == [True, True], width


@pytest.mark.parametrize("path", [EPISODE, "en/podcast/help-for-debtors/"])
def test_its_last_line_holds_together(desktop: BrowserContext, path: str) -> None:
    """The emblem keeps away from the buttons above, and what unfolds the chapters is one line beside it."""
    page = desktop.new_page()
    page.goto(f"{path}embed/")
    for width in (300, 400, 500, 700):
        page.set_viewport_size({"width": width, "height": 220})
        above, words, beside = (
            page.locator(selector).evaluate("part => part.getBoundingClientRect().toJSON()")
            for selector in (".player-tools", "summary", ".publicity")
        )
        assert beside["top"] >= above["bottom"] + 4, width
        assert words["height"] < 30, width
        assert words["right"] <= beside["left"], width


def test_it_asks_nobody_else(desktop: BrowserContext, other_site: str, site: str) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(other_site, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((site, other_site))] == []


def test_it_keeps_nothing_on_the_device(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto(f"{EPISODE}embed/")
    page.evaluate("document.querySelector('audio').muted = true")
    page.locator("[data-speed]").select_option("1.5")
    page.locator("summary").click()
    page.locator(".chapters a").nth(2).click()
    page.wait_for_function("document.querySelector('audio').currentTime > 75")
    page.evaluate("document.querySelector('audio').pause()")
    assert page.evaluate("localStorage.length") == 0
    assert desktop.cookies() == []


def test_it_works_under_a_strict_policy(desktop: BrowserContext, site: str) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    )
    policy += "font-src 'self'"
    page = desktop.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    address = f"{site}{EPISODE}embed/"

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route(address, with_policy)
    page.goto(address)
    expect(page.locator(".ready [data-act=back]")).to_be_visible()
    assert said == []
