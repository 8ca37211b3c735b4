"""Lighthouse's four categories on a simulated phone with a slow connection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from .chromium import QUIET, program
from .findings import Finding
from .sites import Site
from .tools import node

LIGHTHOUSE = "Lighthouse"
WANTED = 99
AT_ONCE = 2
"""Programs that look beside each other: mostly they wait for quiet pages. On two processors, a third would be felt."""


def judge_lighthouse(site: Site) -> Iterator[Finding]:
    """Categories in which one of the kinds of pages of `site` has less than `WANTED`.

    The page for missing ones isn't for search engines, nor is the player for other sites: of them, that doesn't count.
    """
    paths = list(site.kinds.values())
    shares = [paths[first::AT_ONCE] for first in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(partial(_short, site), shares):
            yield from found


def _short(site: Site, paths: Sequence[str]) -> list[Finding]:
    """The categories in which pages at `paths` have less than `WANTED`."""
    given = {"program": program(), "flags": QUIET, "urls": [site.url + path for path in paths]}
    pages: Any = node("lighthouse.mjs", given=given)
    return [
        Finding(f"/{path}", LIGHTHOUSE, category, 1, f"{score}: {'; '.join(page['failed'])}")
        for path, page in zip(paths, pages, strict=True)
        for category, score in page["scores"].items()
        if score < WANTED and not (category == "seo" and _is_hidden(site, path))
    ]


def _is_hidden(site: Site, path: str) -> bool:
    file = site.folder / path
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    return 'name="robots" content="noindex"' in html
