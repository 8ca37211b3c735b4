"""The player as its listeners meet it: real audio in a real browser, by mouse, keyboard and address."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .listening import play_slowly

ROOT = Path(__file__).parents[2]
EPISODE = "podcast/co-je-kompetencni-centrum/"


@pytest.fixture
def page(desktop: BrowserContext) -> Page:
    """The page of an episode, its audio muted and slow."""
    page = desktop.new_page()
    open_page(page, EPISODE)
    return page


def open_page(page: Page, path: str) -> None:
    page.goto(path)
    play_slowly(page)


def time(page: Page) -> float:
    """The second that the audio is at."""
    return float(page.evaluate("document.querySelector('audio').currentTime"))


def is_playing(page: Page) -> bool:
    return bool(page.evaluate("!document.querySelector('audio').paused"))


def wait_for(page: Page, second: float, *, playing: bool | None = None) -> None:
    """Wait until the slow audio is at `second` or soon after it, and plays or doesn't.

    What plays has been read: before, an audio element says that it is where it was told to begin, and forgets what
    else is done to it.
    """
    page.wait_for_function(
        """([second, playing]) => {
            const audio = document.querySelector("audio");
            const late = audio.currentTime - second;
            const plays = !audio.paused && audio.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
            return late > -0.1 && late < 2 && (playing === null || (playing ? plays : audio.paused));
        }""",
        arg=[second, playing],
    )


def test_its_script_is_small() -> None:
    scripts = [(ROOT / "overrides/assets" / name).read_bytes() for name in ("player.js", "copy.js")]
    assert len(gzip.compress(b"".join(scripts), 9, mtime=0)) <= 10_000


def test_nothing_is_asked_of_audio_or_other_hosts_before_it_plays(desktop: BrowserContext, site: str) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(EPISODE, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert [url for url in asked if "/podcast/audio/" in url and not url.endswith(".jpg")] == []


def test_pages_without_a_player_load_none(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("clanky/")
    assert page.locator("script[src*='player.js']").count() == 0


@pytest.mark.parametrize(
    ("fragment", "second"), [("t=74", 74), ("t=1:14", 74), ("t=0:01:14", 74), ("t=74.5", 74.5)]
)
def test_an_address_opens_at_its_time_and_waits_for_the_listener(
    desktop: BrowserContext, fragment: str, second: float
) -> None:
    page = desktop.new_page()
    open_page(page, f"{EPISODE}#{fragment}")
    expect(page.locator(".chapters [aria-current]")).to_contain_text("Čtrnáct rozhovorů")
    assert not is_playing(page)
    page.locator("audio").focus()
    page.keyboard.press("k")
    wait_for(page, second, playing=True)


def test_a_changed_address_moves_the_place(page: Page) -> None:
    page.evaluate("location.hash = 't=2:09'")
    expect(page.locator(".chapters [aria-current]")).to_contain_text("Tři linie")
    assert not is_playing(page)


@pytest.mark.parametrize("fragment", ["t=", "t=x", "t=1:2:3:4", "transcript"])
def test_other_fragments_mean_no_time(desktop: BrowserContext, fragment: str) -> None:
    page = desktop.new_page()
    open_page(page, f"{EPISODE}#{fragment}")
    assert time(page) == 0


def test_a_chapter_plays_from_its_start_and_is_marked(page: Page) -> None:
    page.locator(".chapters a").nth(2).click()
    wait_for(page, 74, playing=True)
    current = page.locator(".chapters [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text("Čtrnáct rozhovorů")


def test_a_highlight_plays_its_passage_alone(page: Page) -> None:
    page.evaluate(
        """() => {
            const link = document.querySelector(".chapters a").cloneNode(true);
            Object.assign(link.dataset, {start: "74", end: "74.1"});
            link.id = "passage";
            document.querySelector(".player-text").append(link);
            const audio = document.querySelector("audio");
            window.heard = new Promise(heard => audio.addEventListener("playing", () => {
                const start = audio.currentTime;
                audio.addEventListener("pause", () => heard([start, audio.currentTime]));
            }, { once: true }));
        }"""
    )
    page.locator("#passage").click()
    start, end = page.evaluate("window.heard")
    assert 74 <= start < 74.1 <= end < 75.1
    page.evaluate("document.querySelector('audio').playbackRate = 1")
    page.keyboard.press("k")
    page.wait_for_function("document.querySelector('audio').currentTime > 75.5")


def test_buttons_lead_from_chapter_to_chapter(page: Page) -> None:
    for wanted in (27, 74):
        page.get_by_role("button", name="Další kapitola").click()
        wait_for(page, wanted)
    expect(page.locator("[data-said]")).to_contain_text("Čtrnáct rozhovorů")
    page.get_by_role("button", name="Předchozí kapitola").click()
    wait_for(page, 27)


def test_time_can_be_skipped(page: Page) -> None:
    page.get_by_role("button", name="Vpřed o 30 sekund").click()
    wait_for(page, 30)
    page.get_by_role("button", name="Zpět o 15 sekund").click()
    wait_for(page, 15)
    page.get_by_role("button", name="Zpět o 15 sekund").click()
    page.get_by_role("button", name="Zpět o 15 sekund").click()
    wait_for(page, 0)


def test_the_transcript_follows_in_its_own_box(page: Page) -> None:
    chapter = page.locator(".chapters a").nth(4)
    chapter.scroll_into_view_if_needed()
    height = page.evaluate("scrollY")
    chapter.click()
    spoken = page.locator(".turns [aria-current]")
    expect(spoken).to_have_count(1)
    expect(spoken).to_contain_text("Když se to všechno povede")
    page.wait_for_function("document.querySelector('.turns').scrollTop > 300")
    page.wait_for_function(
        """() => {
            const [turn, box] = [".turns [aria-current]", ".turns"].map((name) =>
                document.querySelector(name).getBoundingClientRect());
            return turn.top >= box.top - 1 && turn.bottom < box.bottom;
        }"""
    )
    assert page.evaluate("scrollY") == height


def test_a_time_in_the_transcript_plays(page: Page) -> None:
    page.locator(".turns .time").nth(3).click()
    wait_for(page, 33, playing=True)
    expect(page.locator(".turns [aria-current] .time")).to_have_text("0:33")


def test_the_transcript_waits_while_the_listener_reads_elsewhere(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # where it follows, it is there at once
    box = page.locator(".turns")
    page.locator(".turns .time").nth(1).click()
    wait_for(page, 13, playing=True)
    box.evaluate(
        """box => {
            window.rested = new Promise(rested => box.addEventListener("scrollend", () => {
                if (box.scrollTop > 500) rested(box.scrollTop);
            }));
        }"""
    )
    box.hover()
    page.mouse.wheel(0, 900)
    read_at = page.evaluate("window.rested")
    page.evaluate("document.querySelector('audio').currentTime = 27")  # as the browser's own slider does
    expect(page.locator(".turns [aria-current] .time")).to_have_text("0:21")
    assert page.evaluate("document.querySelector('.turns').scrollTop") == read_at


def test_following_can_be_switched_off_and_stays_off(page: Page) -> None:
    box = page.locator(".turns")
    assert box.evaluate("box => box.scrollHeight > box.clientHeight + 100")
    page.get_by_label("Přepis sleduje nahrávku").uncheck()
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    page.reload()
    expect(page.get_by_label("Přepis sleduje nahrávku")).not_to_be_checked()
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 1")


def test_speed_is_remembered(page: Page) -> None:
    speed = page.get_by_label("Rychlost")
    labels = [label[:-1] for label in speed.locator("option").all_inner_texts()]
    assert labels == ["0,75", "1", "1,25", "1,5", "1,75", "2"]
    speed.select_option("1.5")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5
    page.goto("podcast/papillon-a-cokido/")
    page.locator(".chapters a").first.click()
    page.wait_for_function("document.querySelector('audio').currentTime > 0")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5


def test_the_place_is_remembered_on_this_device(page: Page) -> None:
    page.locator(".chapters a").nth(3).click()
    wait_for(page, 129, playing=True)
    page.keyboard.press("k")
    wait_for(page, 129, playing=False)
    page.reload()
    button = page.get_by_role("button", name="Pokračovat od 2:")
    expect(button).to_be_visible()
    assert not is_playing(page)
    play_slowly(page)
    button.click()
    wait_for(page, 129, playing=True)
    expect(button).to_be_hidden()
    assert page.evaluate("document.activeElement.localName") == "audio"


def test_what_was_heard_to_the_end_begins_anew(page: Page) -> None:
    page.locator(".chapters a").nth(5).click()
    wait_for(page, 204, playing=True)
    page.wait_for_function("localStorage.length > 0")
    page.evaluate("document.querySelector('audio').currentTime = 400")
    page.wait_for_function("document.querySelector('audio').ended")
    page.reload()
    expect(page.locator(".resume")).to_be_hidden()
    assert time(page) == 0


def test_an_address_goes_before_the_remembered_place(page: Page) -> None:
    page.locator(".chapters a").nth(3).click()
    wait_for(page, 129, playing=True)
    page.keyboard.press("k")
    page.goto("about:blank")
    open_page(page, f"{EPISODE}#t=0:27")
    expect(page.locator(".chapters [aria-current]")).to_contain_text("Kdo stojí za Centrem")
    expect(page.locator(".resume")).to_be_hidden()


def test_keys_work_in_the_player(page: Page) -> None:
    page.get_by_role("button", name="Vpřed o 30 sekund").focus()
    page.keyboard.press("l")
    wait_for(page, 30)
    page.keyboard.press("j")
    wait_for(page, 15)
    page.keyboard.press("ArrowRight")
    wait_for(page, 45)
    page.keyboard.press("ArrowLeft")
    wait_for(page, 30)
    page.keyboard.press("k")
    wait_for(page, 30, playing=True)
    page.keyboard.press("k")
    wait_for(page, 30, playing=False)
    page.locator(".player .cover").click()
    page.keyboard.press("Space")
    page.wait_for_function("!document.querySelector('audio').paused")
    assert page.evaluate("scrollY") == 0


def test_keys_are_left_alone_elsewhere(page: Page) -> None:
    page.locator(".embed-code summary").click()
    for focus in ("document.querySelector('#embed-code')", "document.querySelector('#feed-cs')"):
        page.evaluate(f"{focus}.focus()")
        for key in ("k", "l", "ArrowRight", "Space"):
            page.keyboard.press(key)
    page.locator("h1").click()
    for key in ("k", "l", "Control+l"):
        page.keyboard.press(key)
    assert time(page) == 0
    assert not is_playing(page)


def test_a_link_to_this_moment_can_be_copied(desktop: BrowserContext, site: str, page: Page) -> None:
    desktop.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Další kapitola").click()
    page.get_by_role("button", name="Další kapitola").click()
    button = page.get_by_role("button", name="Zkopírovat odkaz na toto místo")
    button.click()
    expect(page.locator(".player-tools .copied")).to_have_text("Zkopírováno")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{EPISODE}#t=1:14"
    expect(button).to_be_focused()


def test_audio_that_cannot_be_had_is_told_in_words(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.route(re.compile(r"\.mp3$"), lambda route: route.abort())
    open_page(page, EPISODE)
    page.locator(".chapters a").nth(1).click()
    told = page.get_by_role("alert")
    expect(told).to_contain_text("nepodařilo načíst")
    assert (told.get_by_role("link").get_attribute("href") or "").endswith(".mp3")
    page.unroute(re.compile(r"\.mp3$"))
    told.get_by_role("button").click()
    wait_for(page, 27, playing=True)
    expect(told).to_be_empty()
    assert page.evaluate("document.activeElement.localName") == "audio"


def test_the_device_knows_what_plays(page: Page) -> None:
    page.locator(".chapters a").nth(1).click()
    wait_for(page, 27, playing=True)
    said = page.evaluate(
        "(({title, artist, artwork}) => [title, artist, artwork.length])(navigator.mediaSession.metadata)"
    )
    assert said == ["Co je Kompetenční centrum", "Ministerský jednorožec", 1]


def test_without_scripts_there_are_no_dead_controls(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto(EPISODE)
    expect(page.locator("audio[controls]")).to_be_visible()
    assert page.locator("main button:visible").count() == 0
    assert page.locator(".turns").evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    link = page.locator(".chapters a").nth(1).get_attribute("href") or ""
    assert re.fullmatch(r"/podcast/audio/.*\.mp3#t=27", link)
    expect(page.locator("#feed-cs")).to_have_value(re.compile("feed.xml$"))


def test_nothing_moves_when_the_script_comes(browser: Browser, site: str) -> None:
    places = []
    for scripts in (True, False):
        context = browser.new_context(base_url=site, viewport={"width": 390, "height": 800})
        page = context.new_page()
        if not scripts:
            page.route(re.compile(r"/player\.js$"), lambda route: route.abort())
        page.goto(EPISODE)
        places.append(page.locator("#chapters").bounding_box())
        context.close()
    assert places[0] == places[1]


@pytest.mark.parametrize("width", [320, 1280])
def test_every_control_is_reached_by_tab_and_large_enough(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(EPISODE)
    page.locator(".player").focus()
    reached = []
    for _ in range(25):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.dataset?.act ?? document.activeElement.localName")
        )
    assert [name for name in reached if name in {"back", "forward", "previous", "next", "select"}] == [
        "back",
        "forward",
        "previous",
        "next",
        "select",
    ]
    small = page.evaluate(
        """() => [...document.querySelectorAll(".player :is(a, button, select, summary), .apps a, .turns a")]
            .filter((one) => one.checkVisibility())
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => Math.min(box.width, box.height) < 24).map(([html]) => html)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_page_without_audio_of_its_own_plays_the_other_language_s(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("en/podcast/")
    page.get_by_role("link", name=re.compile("debt", re.IGNORECASE)).click()
    expect(page.locator(".player")).to_contain_text("You will hear: Czech")
    assert page.locator(".turns").get_attribute("lang") == "cs"
    assert page.locator("audio").get_attribute("aria-label") == page.locator("h1").inner_text()
