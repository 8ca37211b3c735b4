"""The browser that the judges look with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Browser, Page, sync_playwright

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first has no windows: it is what Playwright itself takes, and costs little more than half the time."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",  # a container's /dev/shm may be too small for a page, whose tab then crashes
)


@cache
def program() -> str:
    """The machine's Chromium, else Playwright's; asked once, as no second Playwright may begin beside the first."""
    own = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if own:
        return own
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, while it is needed."""
    own = program()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=own, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, url: str) -> Iterator[Page]:
    """A window whose addresses begin at `url`."""
    context = browser.new_context(base_url=url, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def look(page: Page, width: int, scheme: str) -> None:
    """Make the window `width` CSS pixels wide, with a light or a dark system, and wait until it is drawn so."""
    page.set_viewport_size({"width": width, "height": 900 if width > 600 else 700})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
