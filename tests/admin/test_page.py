"""The editor's page: what it may load, whom it may ask, and that readers don't come across it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hosts import hosted
from playwright.sync_api import Browser

from site_builder.plugin import build_site

MakeSite = Callable[[Mapping[str, str]], Path]
GITHUB = "admin: {backend: github, repo: office/web}"


@pytest.fixture
def of(make_site: MakeSite, every_kind: Path, tmp_path: Path) -> Path:
    """The folder of a site whose files are at GitHub."""
    settings = (every_kind / "content/site.yml").read_text("utf-8")
    return build_site(make_site({"content/site.yml": f"{settings}\n{GITHUB}\n"}), tmp_path / "of").folder


def policy(page: str) -> dict[str, list[str]]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    rules = (rule.split() for rule in unescape(found[1]).split(";"))
    return {name: sources for name, *sources in rules}


def test_it_may_load_the_sites_own_files_and_ask_the_git_host_alone(of: Path) -> None:
    rules = policy((of / "admin/index.html").read_text("utf-8"))
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert rules["connect-src"] == ["'self'", "blob:", "data:", "https://api.github.com"]
    others = {source for name, sources in rules.items() if name != "connect-src" for source in sources}
    assert others == {"'none'", "'self'", "'wasm-unsafe-eval'", "'unsafe-inline'", "blob:", "data:"}
    assert [name for name, sources in rules.items() if "'unsafe-inline'" in sources] == ["style-src"]


def test_without_a_repository_it_may_ask_nobody(built: Path) -> None:
    rules = policy((built / "admin/index.html").read_text("utf-8"))
    assert rules["connect-src"] == ["'self'", "blob:", "data:"]


def test_neither_menus_nor_searches_nor_search_engines_lead_to_it(of: Path) -> None:
    for page in of.rglob("*.html"):
        if page.parent.name != "admin":
            assert "admin/" not in page.read_text("utf-8"), page
    assert "/admin/" not in (of / "sitemap.xml").read_text("utf-8")
    for page in (of / "admin/index.html", of / "en/admin/index.html"):
        assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")
        assert '<meta name="referrer" content="no-referrer">' in page.read_text("utf-8")


def test_somebody_without_scripts_is_told(built: Path) -> None:
    assert "<noscript>" in (built / "admin/index.html").read_text("utf-8")


def test_signing_in_asks_the_git_host_and_nobody_else(of: Path, browser: Browser) -> None:
    context = browser.new_context()
    asked: list[str] = []
    with hosted(of) as url:
        page = context.new_page()
        page.add_init_script(
            "window.violations = 0; addEventListener('securitypolicyviolation', () => { violations += 1 })"
        )
        page.route(
            "https://api.github.com/**",
            lambda route: route.fulfill(status=401, json={"message": "Bad credentials"}),
        )
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{url}admin/")
        page.locator("button", has_text="token").last.click()
        page.locator("dialog input").fill("secret")
        with page.expect_request("https://api.github.com/**"):
            page.locator("dialog button.primary").click()
        page.get_by_role("alert").first.wait_for()
        assert {
            request
            for request in asked
            if not request.startswith((url, "data:", "blob:", "https://api.github.com/"))
        } == set()
        assert page.evaluate("violations") == 0
    context.close()


def test_a_public_site_without_a_repository_says_so(built: Path, browser: Browser) -> None:
    """The editor itself isn't even begun: there is nothing that one could sign in to."""
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "https://web.example/**",
        lambda route: route.fulfill(path=built / urlsplit(route.request.url).path[1:]),
    )
    page.goto("https://web.example/admin/index.html")
    page.locator("#no-repository").wait_for()
    assert page.locator("button").count() == 0
    context.close()


def test_the_copies_for_offline_readers_hold_nothing_of_it(built: Path, browser: Browser) -> None:
    context = browser.new_context()
    with hosted(built) as url:
        page = context.new_page()
        page.goto(url)
        page.wait_for_function("navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready")
        page.reload()
        page.goto(f"{url}admin/")
        page.locator("button").first.wait_for()
        page.goto(url)
        kept = page.evaluate(
            "(async () => { const urls = []; for (const name of await caches.keys())"
            " for (const { url } of await (await caches.open(name)).keys()) urls.push(url); return urls })()"
        )
        assert kept
        assert [address for address in kept if "admin/" in address] == []
    context.close()
