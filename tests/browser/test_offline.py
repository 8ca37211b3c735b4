"""What was opened can be read again without a connection, and a new version of the site is never mixed with an old."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hosts import hosted
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sites import SITES, copy_site

from site_builder.plugin import build_site

from .conftest import ROOT

MOST_PAGES = 60


@dataclass(frozen=True)
class Site:
    """A little site that can be changed and built anew: it lies at `url`, in `web` of what its host serves."""

    project: Path
    folder: Path
    url: str

    def build(self) -> None:
        assert build_site(self.project, self.folder / "web").project.is_publishable


@pytest.fixture
def little(tmp_path: Path) -> Iterator[Site]:
    """The site, below a path as on a shared host."""
    project = copy_site(SITES / "valid" / "every-kind", tmp_path / "project")
    (project / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project / "overrides")
    with hosted(tmp_path / "www") as url:
        site = Site(project, tmp_path / "www", f"{url}web/")
        settings = project / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").replace("https://web.example/", site.url), "utf-8")
        home = project / "content/index.en.md"
        home.write_text(home.read_text("utf-8").replace("title:", "redirect_from: old\ntitle:", 1), "utf-8")
        site.build()
        yield site


@pytest.fixture
def reader(browser: Browser, little: Site) -> Iterator[BrowserContext]:
    """A reader whose browser has begun to keep what it opens: it has been on the home page."""
    context = browser.new_context(base_url=little.url)
    page = context.new_page()
    page.goto("")
    wait_until_kept(page, "")
    page.close()
    yield context
    context.close()


def kept(page: Page, ending: str = " pages") -> list[str]:
    """The addresses that the cache whose name has `ending` in it holds, the oldest first."""
    return list(
        page.evaluate(
            """async (ending) => {
                const name = (await caches.keys()).find((name) => name.includes(ending));
                const requests = name ? await (await caches.open(name)).keys() : [];
                return requests.map((request) => request.url);
            }""",
            ending,
        )
    )


def wait_until(page: Page, promise: str, *arguments: object) -> None:
    """Wait until what the function `promise` promises is true; Playwright's own waiting takes any promise for it."""
    for _ in range(600):
        if page.evaluate(promise, list(arguments)):
            return
        page.wait_for_timeout(50)
    raise AssertionError(promise)


def wait_until_kept(page: Page, path: str) -> None:
    """Wait until the page at `path` is kept, and what is needed without a connection."""
    has = """async ([url]) => {
        const pages = (await caches.keys()).find((name) => name.includes(" pages"));
        const isKept = pages && Boolean(await (await caches.open(pages)).match(url));
        return isKept && Boolean(await caches.match("/web/offline.html"));
    }"""
    wait_until(page, has, f"/web/{path}")


def test_what_was_opened_is_read_again_without_a_connection(reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto("clanky/nocleh/")
    wait_until_kept(page, "clanky/nocleh/")
    reader.set_offline(True)
    for path in ("clanky/nocleh/", ""):
        page.goto(path)
        expect(page.locator("h1")).not_to_have_text(re.compile("bez připojení"))
        margin = page.evaluate("getComputedStyle(document.querySelector('.site-header')).display")
        assert margin == "flex", "the stylesheet is there too"


def test_what_was_not_opened_leads_to_what_was(reader: BrowserContext) -> None:
    """Not to what only led on to it from an old address, nor to the page that says so."""
    page = reader.new_page()
    page.goto("en/old/")
    page.wait_for_url("**/web/en/")
    for path in ("en/old/", "en/"):
        wait_until_kept(page, path)
    page.goto("offline.html")
    wait_until_kept(page, "offline.html")
    reader.set_offline(True)
    page.goto("lide/jana/")
    expect(page.locator("h1")).to_have_text("Jste bez připojení")
    expect(page.locator("[data-kept=cs] a")).to_have_text(["Vítejte"])
    expect(page.locator("[data-kept=en] a")).to_have_text(["Welcome"])
    page.locator("[data-kept=en] a").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    reader.set_offline(False)
    page.goto("lide/jana/")
    expect(page.locator("h1")).to_have_text("Jana Nováková")


def test_a_new_version_of_the_site_is_seen_at_once(reader: BrowserContext, little: Site) -> None:
    page = reader.new_page()
    page.goto("")
    before = str(page.evaluate("caches.keys().then((all) => all.find((name) => name.includes('offline')))"))
    sheet = little.project / "overrides/assets/site.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nbody { background: rgb(1, 2, 3) !important; }", "utf-8")
    home = little.project / "content/index.cs.md"
    home.write_text(home.read_text("utf-8").replace("title: Vítejte", "title: Nový nadpis"), "utf-8")
    little.build()
    page.goto("")
    expect(page.locator("h1")).to_have_text("Nový nadpis")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(1, 2, 3)"
    only_new = """async ([old]) => {
        const names = (await caches.keys()).filter((name) => name.includes("offline"));
        return names.length === 1 && names[0] !== old;
    }"""
    wait_until(page, only_new, before)
    reader.set_offline(True)
    page.goto("temata/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(1, 2, 3)"


def test_a_script_without_a_digest_is_as_new_as_its_page(reader: BrowserContext, little: Site) -> None:
    script = little.folder / "web/assets/part.js"
    page = reader.new_page()
    for version, is_offline in ((1, False), (2, False), (2, True)):
        page.goto("")
        script.write_text(f"export default {version};", "utf-8")
        # Of so late a date no browser guesses by itself how long the file will stay as it is.
        os.utime(script, (4_000_000_000 + version, 4_000_000_000 + version))
        reader.set_offline(is_offline)
        assert page.evaluate("import('/web/assets/part.js').then((found) => found.default)") == version


def test_audio_and_feeds_are_not_kept(reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto("podcast/prvni-dil/")
    wait_until_kept(page, "podcast/prvni-dil/")
    page.evaluate(
        "Promise.all([fetch('/web/podcast/feed.xml'), fetch('/web/podcast/audio/prvni.cs.mp3'), new Promise((done) => {"
        "const audio = document.querySelector('audio'); audio.muted = true; audio.onplaying = done; audio.play(); })])"
    )
    everything = kept(page) + kept(page, " assets") + kept(page, " offline")
    assert [url for url in everything if re.search(r"\.(xml|mp3|vtt|json)$", url)] == []


def test_the_oldest_pages_make_room(reader: BrowserContext, little: Site) -> None:
    page = reader.new_page()
    source = (little.folder / "web/clanky/nocleh/index.html").read_bytes()
    for n in range(MOST_PAGES + 1):
        (little.folder / f"web/p{n}").mkdir()
        (little.folder / f"web/p{n}/index.html").write_bytes(source)
        page.goto(f"p{n}/", wait_until="commit")
        wait_until_kept(page, f"p{n}/")
    pages = [url.removeprefix(little.url) for url in kept(page)]
    assert pages == [f"p{n}/" for n in range(1, MOST_PAGES + 1)]


def test_the_first_view_costs_no_more(browser: Browser, little: Site) -> None:
    """The worker is asked for only when the page has all that it needs."""
    context = browser.new_context(base_url=little.url)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("clanky/nocleh/", wait_until="load")
    assert [url for url in asked if "sw.js" in url or "offline" in url] == []
    context.close()
