"""Under the headers that `_headers` asks for, everything works that worked without them, and others frame nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from host_headers import StaticHost
from hosts import hosted
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, expect

from .conftest import ROOT

EPISODE = "podcast/co-je-kompetencni-centrum/"
LAYOUTS = {
    "home": "",
    "index": "temata/",
    "section": "clanky/",
    "document": "priklady/papillon/",
    "episode": EPISODE,
    "embed": f"{EPISODE}embed/",
    "show": "en/podcast/",
    "person": "lide/tym-podporujeme-inovace/",
    "search": "hledat/?q=bydlení",
    "statement": "pristupnost/",
    "style": "styl/",
}
OTHERS = (
    *("clanky/co-brzdi-inovace/", "akce/", "soukromi/", "pruvodce/", "offline.html"),
    *("podcast/feed.xml", "en/podcast/feed.xml", "atom.xml", "sitemap.xml", "podcast/audio/cover.jpg"),
    *(
        "podcast/audio/co-je-kompetencni-centrum.cs.mp3",
        "podcast/transcripts/co-je-kompetencni-centrum.cs.html",
    ),
    *("podcast/transcripts/co-je-kompetencni-centrum.cs.vtt", "media/uvod.svg"),
)
REPORT = (
    "addEventListener('securitypolicyviolation', (e) => told(`${e.effectiveDirective} ${e.blockedURI}`));"
)


@dataclass
class Visit:
    """A reader, and what the browser said of errors and of what it wouldn't do."""

    context: BrowserContext
    told: list[str] = field(default_factory=list)

    def tell(self, text: str) -> None:
        self.told.append(text)

    def hear(self, message: ConsoleMessage) -> None:
        is_of_the_browser = message.location["url"].endswith(
            "/favicon.ico"
        )  # asked for beside what is no page
        if message.type == "error" and not is_of_the_browser:
            self.tell(message.text)


@pytest.fixture(scope="module")
def strict(site: str, site_folder: Path) -> Iterator[str]:
    """The URL of the real site at a host that reads its `_headers`."""
    with hosted(site_folder, StaticHost) as url:
        yield url


@pytest.fixture
def visit(browser: Browser, strict: str) -> Iterator[Visit]:
    context = browser.new_context(base_url=strict, viewport={"width": 1280, "height": 900})
    visit = Visit(context)
    context.expose_function("told", visit.tell)
    context.add_init_script(REPORT)
    context.on("console", visit.hear)
    context.on("weberror", lambda error: visit.tell(str(error.error)))
    yield visit
    context.close()


def test_every_layout_is_visited() -> None:
    assert LAYOUTS.keys() == {path.stem for path in (ROOT / "overrides/layouts").glob("*.html")}


def test_no_page_wants_what_it_may_not_have(visit: Visit) -> None:
    page = visit.context.new_page()
    for layout, path in LAYOUTS.items():
        answer = page.goto(path)
        assert answer
        assert "content-security-policy" in answer.headers
        assert page.locator("body").get_attribute("class") == f"page-{layout}"
        assert visit.told == [], path
    for path in OTHERS:
        answer = page.goto(path)
        assert answer
        assert answer.ok, path
        assert visit.told == [], path


def test_the_player_the_search_and_copies_for_offline_readers_work(visit: Visit, strict: str) -> None:
    page = visit.context.new_page()
    page.goto(EPISODE)
    page.evaluate("document.querySelector('audio').muted = true")
    page.locator(".chapters a").nth(1).click()
    page.wait_for_function("document.querySelector('audio').currentTime > 20")
    page.locator("button.theme").click()
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").get_by_role("searchbox").fill("bydlení")
    expect(page.locator("dialog a[href*='koncepce']").first).to_be_visible()
    page.goto("hledat/?q=bydlení")
    expect(page.locator("main a[href*='koncepce']").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto("")
    visit.context.set_offline(True)
    page.goto("lide/")
    expect(page.locator("h1")).to_have_text("Jste bez připojení")
    expect(page.locator("[data-kept=cs] a").first).to_be_visible()
    assert visit.told == []


def test_the_editor_begins(visit: Visit) -> None:
    page = visit.context.new_page()
    page.goto("en/admin/")
    page.locator("button").first.wait_for()
    assert visit.told == []


def test_the_page_for_missing_ones_has_its_style_and_scripts(visit: Visit) -> None:
    page = visit.context.new_page()
    for path, first in (("en/nothing/at/all/", "en"), ("media/pictures/none.png", "cs")):
        answer = page.goto(path)
        assert answer
        assert answer.status == 404
        expect(page.locator(".missing").first).to_be_visible()
        assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")
        if first == "en":
            assert page.locator(".missing").first.get_attribute("lang") == first


def test_others_frame_the_player_and_nothing_else(visit: Visit, strict: str, tmp_path: Path) -> None:
    frames = "".join(f"<iframe src='{strict}{path}'></iframe>" for path in (f"{EPISODE}embed/", EPISODE))
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><title>Jiný web</title>{frames}", "utf-8")
    with hosted(tmp_path) as url:
        page = visit.context.new_page()
        page.goto(url.replace("127.0.0.1", "localhost"))
        player, framed = page.frame_locator("iframe").first, page.frame_locator("iframe").last
        expect(player.locator(".ready [data-act=back]")).to_be_visible()
        assert framed.locator(".page-episode").count() == 0
    (refusal,) = visit.told
    assert "frame-ancestors 'none'" in refusal


def test_a_drawing_that_is_opened_runs_no_script(visit: Visit, site_folder: Path) -> None:
    drawing = site_folder / "media/evil.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><style>rect { fill: red }</style><rect width="9" height="9"/>'
        "<script>document.documentElement.id = 'run'</script></svg>"
    )
    page = visit.context.new_page()
    page.goto("media/evil.svg")
    assert page.locator("#run").count() == 0
    assert page.locator("rect").evaluate("shape => getComputedStyle(shape).fill") == "rgb(255, 0, 0)"
    drawing.unlink()
