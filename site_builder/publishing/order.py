"""In which order files take their places, so that whatever a reader is led to is there already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import groupby

from ..ledger.entries import LEDGER, Ledger
from ..plan.urls import file_of

_LEADS_TO_PAGES = re.compile(r"(?:.*/)?index/index\.json|sw\.js|sitemap\.xml")
"""The search's list of its own files, what keeps pages on readers' devices, and what search engines read."""

_NEW_ASSETS, _ASSETS, _NEW_PAGES, _PAGES, _LEADING, _FEEDS, _LEDGER = range(7)

UNCACHED = range(_NEW_PAGES, _LEDGER + 1)
"""The phases of files that have the same name with other bytes: a browser has to ask for them again."""


def phases(
    paths: Iterable[str], there: Collection[str], ledger: Ledger
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """`paths` of a site with `ledger`, in groups to be sent one after another; `there` are already some files.

    What pages need comes before them, new pages before the others, which lead to them; then redirects, the search
    and the further pages of feeds; then feeds, and the ledger, which says that everything is there.
    """
    base = ledger.base
    feeds = frozenset(file_of(feed.url, base) for feed in ledger.feeds)
    redirects = frozenset(file_of(redirect.url, base) for redirect in ledger.redirects)
    feed_pages = "|".join(rf"{re.escape(feed.removesuffix('.xml'))}-\d+\.xml" for feed in feeds)
    leading = re.compile(f"{_LEADS_TO_PAGES.pattern}|{feed_pages}")

    def phase(path: str) -> int:
        if path == LEDGER:
            return _LEDGER
        if path in feeds:
            return _FEEDS
        if path in redirects or leading.fullmatch(path):
            return _LEADING
        new, known = (_NEW_PAGES, _PAGES) if is_page(path) else (_NEW_ASSETS, _ASSETS)
        return known if path in there else new

    grouped = groupby(sorted(paths, key=lambda path: (phase(path), path)), phase)
    return tuple((number, tuple(group)) for number, group in grouped)


def is_page(path: str) -> bool:
    """Whether `path` is a page."""
    return path.endswith(".html")


def in_the_way(paths: Iterable[str], there: Iterable[str]) -> frozenset[str]:
    """Which files of `there` must go before `paths` can be: where a file becomes a folder, or a folder a file."""
    wanted = frozenset(paths)
    folders = {folder for path in wanted for folder in _folders(path)}
    return frozenset(path for path in there if path in folders or wanted.intersection(_folders(path)))


def emptied_folders(gone: Iterable[str], staying: Iterable[str]) -> tuple[str, ...]:
    """The folders that have no file any more when the files `gone` are deleted; none within another one."""
    used = {folder for path in staying for folder in _folders(path)}
    empty = {folder for path in gone for folder in _folders(path)} - used
    return tuple(sorted(folder for folder in empty if not empty.intersection(_folders(folder))))


def _folders(path: str) -> tuple[str, ...]:
    """The folders that `path` lies in."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[: end + 1]) for end in range(len(parts)))
