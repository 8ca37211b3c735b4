"""A page as somebody walks it with the Tab key (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11; 1.4.11 for the ring)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser, Page

from .chromium import look, window
from .findings import Finding
from .sites import Site

KEYBOARD = "Chromium (keyboard)"

PROBE = """() => {
    const everything = [...document.querySelectorAll("*")];
    const name = element => `${element.tagName.toLowerCase()} ${element.className} ${
        (element.ariaLabel ?? element.textContent ?? "").trim().slice(0, 40)}`;
    const parts = colour => {
        const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
        return { channels: [red, green, blue], alpha };
    };
    const behind = element => {
        const layers = [];
        for (let place = element; place; place = place.parentElement) {
            const { channels, alpha } = parts(getComputedStyle(place).backgroundColor);
            if (alpha) layers.push({ channels, alpha });
            if (alpha === 1) break;
        }
        return layers.reverse().reduce((below, { channels, alpha }) =>
            below.map((channel, index) => channel * (1 - alpha) + channels[index] * alpha), [255, 255, 255]);
    };
    const luminance = channels => channels.map(channel => channel / 255).map(channel =>
        channel <= .04045 ? channel / 12.92 : ((channel + .055) / 1.055) ** 2.4)
        .reduce((sum, channel, index) => sum + channel * [.2126, .7152, .0722][index], 0);
    const contrast = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + .05) / (dark + .05);
    };
    const ring = element => {
        for (let holder = element; holder && holder !== document.body; holder = holder.parentElement) {
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(holder);
            if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) continue;
            if (outlineStyle === "auto") return "";
            const ratio = contrast(parts(outlineColor).channels, behind(holder.parentElement));
            return ratio < 3 ? `ring-of-contrast-${ratio.toFixed(1)}` : "";
        }
        return "no-ring";
    };
    const isSeen = element => [...element.getClientRects()].some(({ left, top, width, height }) =>
        width > 1 && height > 1 && [.5, .1, .9].some(share => {
            const hit = document.elementFromPoint(left + width * share, top + height * share);
            return hit && element.contains(hit);
        }));
    const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    window.stop = async () => {
        const element = document.activeElement;
        if (!element || element === document.body || element === document.documentElement) return null;
        for (let frame = 0; frame < 10 && !isSeen(element); frame++) await drawn(); // scrolled to, but not drawn yet
        const problems = [isSeen(element) ? "" : "unseen-stop", ring(element)].filter(Boolean);
        return { place: everything.indexOf(element), name: name(element), problems };
    };
    window.focusOn = place => everything[place].focus();
    const kinds = "a[href], button, input, select, textarea, summary, audio[controls], [tabindex]";
    return everything.map((element, place) => [element, place])
        .filter(([element]) => element.matches(kinds) && element.tabIndex >= 0 && !element.disabled
            && element.checkVisibility({ visibilityProperty: true }))
        .map(([element, place]) => ({ place, name: name(element) }));
}"""

MOST = 2000
"""Stops after which a page is a trap."""

PARTS = 50
"""Steps within one element after which it is a trap: the browser's own player has some ten parts."""

Stop = dict[str, Any]


def judge_kinds(browser: Browser, site: Site) -> Iterator[Finding]:
    """A page of each kind on a wide screen, and at 400 % with all details open, in a dark system."""
    for width, scheme in ((1280, "light"), (320, "dark")):
        for path in site.kinds.values():
            yield from judge_path(browser, site, path, width, scheme)


def judge_path(
    browser: Browser, site: Site, path: str, width: int, scheme: str, *, forced: bool = False
) -> Iterator[Finding]:
    """The page at `path` in a new window; `forced` where the system forces its colours on it."""
    with window(browser, site.url) as page:
        look(page, width, scheme)
        page.emulate_media(forced_colors="active" if forced else "none")
        page.goto(path)
        if width < 600:
            page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        yield from judge_keyboard(page, f"/{path} {width} {'forced colours' if forced else scheme}")


def judge_keyboard(page: Page, name: str) -> Iterator[Finding]:
    """What somebody stumbles over who walks `page`, just loaded, from its start to its end and back."""
    wanted: list[Stop] = page.evaluate(PROBE)
    stops = list(_walk(page))
    page.keyboard.up("Tab")
    if len(stops) >= MOST:
        yield Finding(name, KEYBOARD, "trap", 1, stops[-1]["name"])
        return
    if page.locator("nav").count() and "skip" not in stops[0]["name"]:
        yield Finding(name, KEYBOARD, "no-skip-link", 1, str(stops[:1]))
    for stop in stops:
        yield from (Finding(name, KEYBOARD, problem, 1, stop["name"]) for problem in stop["problems"])
    reached = [stop["place"] for stop in stops]
    for one, other in pairwise(stops):
        if other["place"] < one["place"]:
            yield Finding(name, KEYBOARD, "out-of-order", 1, f"{one['name']} → {other['name']}")
    for missed in wanted:
        if missed["place"] not in reached:
            yield Finding(name, KEYBOARD, "unreached", 1, missed["name"])
    page.evaluate("place => focusOn(place)", reached[-1])
    page.keyboard.down("Shift")
    back = [reached[-1], *(stop["place"] for stop in _walk(page) if stop["place"] != reached[-1])]
    page.keyboard.up("Tab")
    page.keyboard.up("Shift")
    if back != reached[::-1]:
        lost = set(reached) ^ set(back)
        yield Finding(
            name, KEYBOARD, "another-way-back", 1, str([s["name"] for s in stops if s["place"] in lost])
        )


def _walk(page: Page) -> Iterator[Stop]:
    """The stops until focus leaves the page or starts anew; the parts of a browser's own player are one stop.

    The key is held: letting it go each time costs as much again and moves nothing.
    """
    seen: set[int] = set()
    last = None
    steps = 0
    for _ in range(MOST):
        page.keyboard.down("Tab")
        stop: Stop | None = page.evaluate("stop()")
        steps = steps + 1 if stop and stop["place"] == last else 0
        if stop is None or steps > PARTS or (stop["place"] in seen and stop["place"] != last):
            return
        if stop["place"] != last:
            yield stop
        last = stop["place"]
        seen.add(stop["place"])
