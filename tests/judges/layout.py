"""Does every page bear what its reader's eyes need: a narrow window, wide letters, large letters, calm, print?

Rules of WCAG 2.2: 1.4.4 (text of 200 %), 1.4.10 (reflow at 320 CSS pixels, which is 1280 at 400 %), 1.4.12 (text
spacing); and of media queries: `prefers-reduced-motion`, `print`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from .findings import Finding

LAYOUT = "Chromium (layout)"

SPACING = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }
"""
"""The styles of WCAG 2.2, 1.4.12."""

LARGE = {"standard": 32, "fixed": 26}
"""Text twice as large as browsers' own, set where readers set it."""

BROKEN = """() => {
    const places = {};
    const tell = (rule, element) => (places[rule] ??= []).push(
        element.tagName.toLowerCase() + (element.className?.baseVal ?? element.className).replace(/^(?=.)|\\s+/g, ".")
        + " " + (element.textContent ?? "").trim().slice(0, 40));
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
        for (const element of document.querySelectorAll("body *"))
            if (element.checkVisibility() && element.getBoundingClientRect().right > root.clientWidth + 1)
                tell("scrolls-sideways", element);
        if (!places["scrolls-sideways"]) tell("scrolls-sideways", root);
    }
    for (const element of document.querySelectorAll("body *:not(svg, svg *, img, audio, textarea)")) {
        if (!element.checkVisibility() || element.clientWidth <= 1 || !element.textContent.trim()) continue;
        // A frame on other sites has one height: names that don't fit are whole on the page that they lead to.
        if (element.closest(".page-embed :is(h1, .player-facts)")) continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        const cuts = way => way === "hidden" || way === "clip";
        if (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1
            || cuts(overflowY) && element.scrollHeight > element.clientHeight + 1) tell("clipped", element);
    }
    const texts = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; node = walk.nextNode();) {
        const parent = node.parentElement;
        const aside = ".unseen, .skip, .page-embed .player-facts, script, template, textarea, select";
        if (!node.data.trim() || parent.closest(aside)) continue;
        if (!parent.checkVisibility() || parent.clientWidth === 1) continue; // one pixel wide: to be heard alone
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
            if (box.width > 2 && box.height > 2) texts.push({ box, parent });
    }
    texts.sort((one, other) => one.box.top - other.box.top);
    texts.forEach(({ box, parent }, index) => {
        for (let next = index + 1; next < texts.length && texts[next].box.top < box.bottom; next++) {
            const other = texts[next];
            const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
            const scrolls = parent.closest(".turns, .contents") !== other.parent.closest(".turns, .contents");
            if (wide > 2 && high > .5 * Math.min(box.height, other.box.height) && !scrolls) tell("overlaps", parent);
        }
    });
    return places;
}"""

MOVING = """() => {
    const places = { moves: [] };
    for (const element of document.querySelectorAll("*")) {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const long = durations => durations.split(",").some(duration => parseFloat(duration) > 0);
        if (long(transitionDuration) || (animationName !== "none" && long(animationDuration)))
            places.moves.push(element.tagName.toLowerCase() + "." + element.className);
    }
    return places.moves.length ? places : {};
}"""

PRINTED = """() => {
    const places = {};
    const tell = (rule, element) => (places[rule] ??= []).push(element.outerHTML.slice(0, 80));
    const ink = ".site-header nav, .site-header button, .breadcrumbs, .player audio, .player button, .share";
    for (const element of document.querySelectorAll(ink))
        if (element.checkVisibility()) tell("printed-controls", element);
    for (const element of document.querySelectorAll("html, body, body *:not(svg *, .emblem)")) {
        const colour = getComputedStyle(element).backgroundColor;
        const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
        const dark = alpha > .5 && .3 * red + .6 * green + .1 * blue < 128;
        if (dark && element.checkVisibility()) tell("printed-dark", element);
    }
    for (const link of document.querySelectorAll(".md-typeset a[href^=http]"))
        if (!getComputedStyle(link, "::after").content.includes(link.getAttribute("href")) && link.checkVisibility())
            tell("unprinted-address", link);
    return places;
}"""


def judge_layout(page: Page, name: str) -> Iterator[Finding]:
    """What breaks on `page`, open in a window of 320 pixels: as it is, with wide and with large text."""
    yield from _found(page, f"{name} 320", BROKEN)
    yield from _found(page, f"{name} 320", MOVING)
    with _styled(page, SPACING):
        yield from _found(page, f"{name} 320 spaced", BROKEN)


def judge_large_text(page: Page, name: str) -> Iterator[Finding]:
    """What breaks on `page` with text of 200 % in a wide window."""
    with _styled(page, SPACING):
        yield from _found(page, f"{name} spaced", BROKEN)
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": LARGE})
    yield from _found(page, f"{name} large", BROKEN)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    browser.detach()


def judge_print(page: Page, name: str) -> Iterator[Finding]:
    """What printing `page` would waste or lose."""
    page.emulate_media(media="print")
    yield from _found(page, f"{name} print", PRINTED)
    page.emulate_media(media="screen")


def _found(page: Page, name: str, probe: str) -> Iterator[Finding]:
    for rule, places in page.evaluate(probe).items():
        yield Finding(name, LAYOUT, rule, len(places), " | ".join(places[:3]))


@contextmanager
def _styled(page: Page, css: str) -> Iterator[None]:
    """The page with more styles, as a reader's own browser would add them."""
    style = page.add_style_tag(content=css)
    yield
    style.evaluate("style => style.remove()")
