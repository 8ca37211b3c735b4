"""No cookie, no foreign request, no consent to ask for; on the device stays only what the privacy page tells."""

from __future__ import annotations

from playwright.sync_api import BrowserContext

EPISODE = "podcast/co-je-kompetencni-centrum/"
EVERY_KIND = (
    *("", "clanky/", "clanky/co-brzdi-inovace/", "rozhovory/", "priklady/papillon/", "akce/", "prezentace/"),
    *("podcast/", EPISODE, f"{EPISODE}embed/", "lide/", "temata/", "pristupnost/", "soukromi/", "404.html"),
)
REMEMBERED = {"theme", "language", "speed", "follow"}
"""Beside these the player keeps the place in an episode, under the episode's own key."""


def test_no_page_sets_a_cookie_or_asks_another_host(desktop: BrowserContext, site: str) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in EVERY_KIND:
        page.goto(path)
        assert page.evaluate("[document.cookie, sessionStorage.length]") == ["", 0]
    assert desktop.cookies() == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []


def test_nothing_is_kept_of_a_visit_itself(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    for path in EVERY_KIND:
        page.goto(path)
    assert page.evaluate("localStorage.length") == 0


def test_choices_are_kept_under_the_documented_keys_alone(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("clanky/")
    page.locator("button.theme").click()
    page.locator(".languages a[hreflang=en]").click()
    page.goto(EPISODE)
    page.locator("[data-speed]").select_option("1.5")
    page.locator(".follow input").uncheck()
    page.evaluate("document.querySelector('audio').muted = true")
    page.locator(".chapters a").nth(1).click()
    page.wait_for_function("document.querySelector('audio').currentTime > 20")
    page.evaluate("document.querySelector('audio').pause()")
    key = page.locator("[data-key]").get_attribute("data-key") or "?"
    page.wait_for_function("key => Object.keys(localStorage).some((name) => name.includes(key))", arg=key)
    kept = set(page.evaluate("Object.keys(localStorage)"))
    assert kept >= REMEMBERED
    assert [name for name in kept - REMEMBERED if key not in name] == []
    assert desktop.cookies() == []


def test_nobody_is_asked_for_consent(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("")
    assert page.locator("dialog[open], [role=dialog], [aria-modal=true]").count() == 0
