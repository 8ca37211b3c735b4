"""What is current is shown by more than its colour (WCAG 2.2, 1.4.1), also where the system forces its colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .chromium import look, window
from .sites import Site

ALIKE = """() => {
    const shape = element => {
        const style = getComputedStyle(element);
        const ground = getComputedStyle(document.body).backgroundColor;
        const line = side => {
            const colour = style[`border${side}Color`];
            const seen = colour !== ground && !colour.endsWith(", 0)") && style[`border${side}Style`] !== "none";
            return seen ? parseFloat(style[`border${side}Width`]) : 0;
        };
        const { fontWeight, textDecorationLine, outlineStyle } = style;
        return JSON.stringify([fontWeight, textDecorationLine, outlineStyle, line("Left"), line("Bottom")]);
    };
    const currents = [...document.querySelectorAll("[aria-current]")].filter(element => element.checkVisibility());
    return {
        count: currents.length,
        alike: currents.filter(element => {
            const others = [...element.closest("ul, ol, .turns").querySelectorAll(element.tagName)];
            const other = others.find(one => !one.hasAttribute("aria-current"));
            return other && shape(other) === shape(element);
        }).map(element => element.outerHTML.slice(0, 120)),
    };
}"""

SIGNS = """() => [...document.querySelectorAll("button svg, .brand svg")].filter(sign => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return sign.checkVisibility() && [sign, ...sign.querySelectorAll("path")].every(part =>
        getComputedStyle(part).fill === ground);
}).map(sign => sign.parentElement.outerHTML.slice(0, 120))"""


@pytest.fixture(params=["none", "active"], ids=["own colours", "forced colours"])
def page(browser: Browser, real: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window on the real site."""
    with window(browser, real.url) as page:
        page.emulate_media(forced_colors=request.param)
        yield page


@pytest.mark.parametrize("width", [1280, 320])
def test_what_is_current_has_another_shape(page: Page, real: Site, width: int) -> None:
    look(page, width, "light")
    page.goto(real.kinds["episode episodes"])
    page.locator(".chapters a").nth(1).click()
    page.wait_for_function("document.querySelector('.turns [aria-current]')")
    if width == 320:
        page.locator(".menu-button").click()
    found = page.evaluate(ALIKE)
    assert found["count"] == 4  # language, menu, chapter, turn
    assert found["alike"] == []


@pytest.mark.parametrize("kind", ["home home", "episode episodes"])
def test_signs_are_seen(page: Page, real: Site, kind: str) -> None:
    look(page, 1280, "dark")
    page.goto(real.kinds[kind])
    assert page.evaluate(SIGNS) == []
