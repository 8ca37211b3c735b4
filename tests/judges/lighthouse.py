"""Lighthouse's four categories on a simulated phone with a slow connection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .chromium import QUIET, program
from .findings import Finding
from .sites import Site
from .tools import node

LIGHTHOUSE = "Lighthouse"
WANTED = 99


def judge_lighthouse(site: Site) -> Iterator[Finding]:
    """Categories in which one of the kinds of pages of `site` has less than `WANTED`.

    The page for missing ones isn't for search engines, nor is the player for other sites: of them, that doesn't count.
    """
    paths = list(site.kinds.values())
    given = {"program": program(), "flags": QUIET, "urls": [site.url + path for path in paths]}
    found: Any = node("lighthouse.mjs", given=given)
    for path, page in zip(paths, found, strict=True):
        is_hidden = 'name="robots" content="noindex"' in _html(site, path)
        for category, score in page["scores"].items():
            if score < WANTED and not (is_hidden and category == "seo"):
                yield Finding(f"/{path}", LIGHTHOUSE, category, 1, f"{score}: {'; '.join(page['failed'])}")


def _html(site: Site, path: str) -> str:
    file = site.folder / path
    return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
