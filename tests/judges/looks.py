"""Pages as they look: in a wide and a narrow window, light and dark, under axe and under the rules of layout."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from .axe import judge_state, program
from .chromium import look, window
from .findings import Finding
from .layout import judge_large_text, judge_layout, judge_print
from .sites import Site

LOOKS = ((1280, "light"), (320, "dark"), (1280, "dark"), (390, "light"), (320, "light"), (390, "dark"))
"""Widths in CSS pixels (320 is what 1280 are at 400 %), and what the system wants."""

CHECKED = "WCAG 2.2 A and AA, best practices; every page light at 1280 px and dark at 320 px, each kind in all looks"


def judge_every_page(browser: Browser, site: Site) -> Iterator[Finding]:
    """Every page of `site` light in a wide window and dark in a narrow one; one of each kind in the others too."""
    kinds = set(site.kinds.values())
    with window(browser, site.url) as page:
        page.add_init_script(program())
        for path in site.pages:
            page.goto(path)
            yield from _judge_wide(page, f"/{path}")
            yield from _judge_narrow(page, f"/{path}")
            for width, scheme in LOOKS[2:] if path in kinds else ():
                yield from judge_look(page, f"/{path}", width, scheme)


def judge_in_turns(browser: Browser, site: Site) -> Iterator[Finding]:
    """Every page of `site` in one of the looks, the next page in the next one."""
    with window(browser, site.url) as page:
        page.add_init_script(program())
        for number, path in enumerate(site.pages):
            width, scheme = LOOKS[number % len(LOOKS)]
            page.goto(path)
            yield from judge_look(page, f"/{path}", width, scheme)
            if width == 320:
                yield from judge_layout(page, f"/{path}")
            elif width == 1280:
                yield from judge_large_text(page, f"/{path}")


def judge_look(page: Page, name: str, width: int, scheme: str) -> Iterator[Finding]:
    """What axe finds on `page` in one look."""
    look(page, width, scheme)
    yield from judge_state(page, f"{name} {width} {scheme}")


def _judge_wide(page: Page, name: str) -> Iterator[Finding]:
    yield from judge_look(page, name, 1280, "light")
    yield from judge_large_text(page, name)


def _judge_narrow(page: Page, name: str) -> Iterator[Finding]:
    yield from judge_look(page, name, 320, "dark")
    yield from judge_layout(page, name)
    yield from judge_print(page, name)
