"""The Union's emblem and its statement as Regulation (EU) 2021/1060, Annex IX, wants them, measured in a browser."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from .conftest import ROOT

EMBLEM = ROOT / "overrides/assets/emblem.svg"
ALLOWED = ("Arial", "Auto", "Calibri", "Garamond", "Trebuchet", "Tahoma", "Verdana", "Ubuntu")
STATEMENTS = {"cs": "Spolufinancováno Evropskou unií", "en": "Co-funded by the European Union"}
EPISODE = "podcast/co-je-kompetencni-centrum/"
PAGES = (
    "",
    "en/",
    "clanky/slovnik-inovaci/",
    "en/examples/papillon/",
    "podcast/",
    EPISODE,
    "temata/",
    "lide/",
)
REFLEX_BLUE, BLACK, WHITE = "rgb(0, 51, 153)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"


@pytest.fixture(params=[(320, "light"), (390, "dark"), (1280, "light")], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(
        base_url=site, viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    yield context.new_page()
    context.close()


def test_it_is_seen_without_scrolling_beside_the_statement_in_full(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        emblem, statement = page.locator("header .emblem"), page.locator("header .statement")
        assert statement.inner_text() == STATEMENTS[page.locator("html").get_attribute("lang") or ""]
        flag, words = box(emblem), box(statement)
        assert flag["x"] + flag["width"] <= words["x"] < flag["x"] + flag["width"] + flag["height"]
        assert flag["y"] < words["y"] + words["height"] / 2 < flag["y"] + flag["height"]
        assert flag["y"] + flag["height"] < 300
        assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_no_other_logo_is_larger(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        marks = [box(mark) for mark in page.locator(".mark").all() if mark.is_visible()]
        assert marks
        for emblem in page.locator(".emblem").all():
            flag = box(emblem)
            assert all(flag["height"] >= mark["height"] and flag["width"] >= mark["width"] for mark in marks)


def test_its_proportions_and_its_border_are_exact(page: Page) -> None:
    page.goto("")
    for emblem in page.locator(".emblem").all():
        width, height, border, colour = emblem.evaluate(
            """flag => { const style = getComputedStyle(flag); return [parseFloat(style.width),
            parseFloat(style.height), style.borderTopWidth, style.borderTopColor]; }"""
        )
        assert width == pytest.approx(height * 1.5)
        assert colour == WHITE
        assert float(border.removesuffix("px")) == pytest.approx(
            height / 25, abs=1
        )  # borders are whole pixels


def test_the_statement_has_an_allowed_typeface_and_colour_and_no_effects(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        page.evaluate("document.fonts.ready")
        for statement in page.locator(".statement").all():
            (font,) = fonts_of(page, statement)
            assert font.startswith(ALLOWED), font
            style = statement.evaluate(
                """line => { const style = getComputedStyle(line); return [style.color, style.fontStyle,
                style.textDecorationLine, style.textShadow, style.textTransform, style.webkitTextStrokeWidth]; }"""
            )
            assert style[0] in {REFLEX_BLUE, BLACK, WHITE}
            assert style[1:] == ["normal", "none", "none", "none", "0px"]
            height = box(statement.locator("xpath=..").locator(".emblem"))["height"]
            assert (
                height / 4
                <= float(statement.evaluate("l => parseFloat(getComputedStyle(l).fontSize)"))
                <= height
            )


def test_the_statement_is_legible(page: Page) -> None:
    page.goto("")
    for statement in page.locator(".statement").all():
        text, ground = statement.evaluate(
            """line => { let at = line; const ground = n => getComputedStyle(n).backgroundColor;
            while (ground(at) === "rgba(0, 0, 0, 0)") at = at.parentElement;
            return [getComputedStyle(line).color, ground(at)]; }"""
        )
        assert contrast(text, ground) >= 7


def test_the_typeface_moves_nothing_when_it_comes(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto("")
    page.evaluate("document.fonts.ready")
    with_font = box(page.locator("header .publicity"))
    page.route("**/*.woff2", lambda route: route.abort())
    page.reload()
    assert box(page.locator("header .publicity"))["height"] == with_font["height"]
    context.close()


def test_the_project_is_named_in_every_footer(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("")
    assert "Projekt: Kompetenční centrum pro sociální inovace" in page.locator(".site-footer").inner_text()
    page.goto("en/presentations/whom-to-involve-in-a-housing-plan/")
    footer = page.locator(".site-footer").inner_text()
    assert "Project: Competence Centre for Social Innovation" in footer
    assert "registration number CZ.03.02.02/00/22_004/0000366" in footer


def test_the_player_on_other_sites_has_it_too(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.set_viewport_size({"width": 320, "height": 220})
    page.goto(f"{EPISODE}embed/")
    flag = box(page.locator(".emblem"))
    assert page.locator(".statement").inner_text() == STATEMENTS["cs"]
    assert flag["y"] + flag["height"] <= 220
    assert page.locator(".mark").count() == 0


def test_the_missing_page_has_it_too(desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto("404.html")
    assert page.locator(".publicity").count() == 2


def test_the_emblem_is_drawn_by_the_rules() -> None:
    """Twelve upright stars as on the face of a clock; radius of their circle 1/3, of each star 1/18 of the height."""
    svg = EMBLEM.read_text(encoding="utf-8")
    assert 'viewBox="0 0 810 540"' in svg
    assert re.findall(r'fill="(.*?)"', svg) == ["#039", "#fc0"]  # Reflex Blue and Yellow of the web palette
    drawn = re.findall(r'<path fill="#fc0" d="(.*?)"', svg)[0]
    stars = [points(star) for star in drawn.split("z") if star]
    assert len(stars) == 12
    for hour, star in enumerate(stars):
        angle = math.radians(30 * hour)
        centre = (405 + 180 * math.sin(angle), 270 - 180 * math.cos(angle))
        outer, inner = star[::2], star[1::2]
        assert outer[0] == pytest.approx((centre[0], centre[1] - 30), abs=0.02)  # upright
        assert [math.dist(point, centre) for point in outer] == pytest.approx([30] * 5, abs=0.02)
        assert [math.dist(point, centre) for point in inner] == pytest.approx(
            [11.459] * 5, abs=0.02
        )  # straight edges
        sides = [math.dist(a, b) for a, b in pairwise(outer)]
        assert sides == pytest.approx([sides[0]] * 4, abs=0.04)


def box(locator: Locator) -> dict[str, float]:
    """Where it is drawn, in CSS pixels."""
    found = locator.bounding_box()
    assert found is not None
    return dict(found)


def fonts_of(page: Page, locator: Locator) -> set[str]:
    """The families that really draw a text (Chrome DevTools Protocol, CSS.getPlatformFontsForNode)."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    locator.evaluate("(line, name) => line.setAttribute('data-asked', name)", "yes")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "[data-asked=yes]"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    locator.evaluate("line => line.removeAttribute('data-asked')")
    return {font["familyName"] for font in fonts}


def points(path: str) -> list[tuple[float, float]]:
    """The corners of a path of straight lines."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `rgb(…)` (WCAG 2.2, contrast ratio)."""
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
