"""What has moved on a page since it began to load."""

from __future__ import annotations

from playwright.sync_api import Page


def shifted(page: Page) -> float:
    """How much has moved (the sum of all layout shifts), once the page is drawn with its fonts."""
    return float(
        page.evaluate(
            """async () => {
                await document.fonts.ready;
                await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                const shifts = new PerformanceObserver(() => {});
                shifts.observe({ type: "layout-shift", buffered: true });
                return shifts.takeRecords().reduce((sum, entry) => sum + entry.value, 0);
            }"""
        )
    )
