"""What a first view costs on the wire, and whether anything moves while it loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from .chromium import look, window

# Parts of the browser's own player, which no page reaches, have no node: they are its own business.
SHIFTS = """
    window.shifts = 0;
    new PerformanceObserver(list => {
        for (const { value, sources } of list.getEntries()) if (sources.some(({ node }) => node)) shifts += value;
    }).observe({ type: "layout-shift", buffered: true });
"""


SCROLL = """async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
        scrollTo({ top, behavior: "instant" });
        await frame();
    }
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
    await frame();
}"""


@dataclass(frozen=True, slots=True)
class View:
    """A first view: its requests, bytes over the wire with and without pictures, and its layout shift (CLS)."""

    requests: int
    bytes: int
    pictures: int
    shift: float


def first_view(browser: Browser, url: str, path: str, width: int) -> View:
    """What the page at `path` costs in a window with an empty cache, scrolled to its end."""
    with window(browser, url) as page:
        look(page, width, "light")
        page.add_init_script(SHIFTS)
        kinds: dict[str, str] = {}  # of what comes over the wire: pictures written into a stylesheet don't
        sizes: dict[str, int] = {}
        wire = page.context.new_cdp_session(page)

        def received(event: dict[str, Any]) -> None:
            if not event["response"]["url"].startswith("data:"):
                kinds[event["requestId"]] = event["type"]

        wire.on("Network.responseReceived", received)
        wire.on(
            "Network.loadingFinished",
            lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
        )
        wire.send("Network.enable")
        page.goto(path, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => null)")
        first = {name: size for name, size in sizes.items() if name in kinds}
        page.evaluate(SCROLL)
        shift = float(page.evaluate("shifts"))
    pictures = sum(size for name, size in first.items() if kinds[name] == "Image")
    return View(len(first), int(sum(first.values()) - pictures), int(pictures), shift)
