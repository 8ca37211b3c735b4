"""What lies where in the site's folder, so that no redirect comes into its way.

A disk that ignores capital letters is enough for two files to clash, and so is a file where a folder has to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import dirname

from ..reading.names import same_on_some_disks
from ..shows import Show
from .frame import Page
from .urls import AUDIO, CHAPTERS, MEDIA, TRANSCRIPTS, Urls

_FILES = (
    *("404.html", "offline.html", "sw.js", "robots.txt", "sitemap.xml", ".nojekyll", "published.json"),
    *("_headers", "CNAME", "_redirects", "redirects.nginx.map", "redirects.apache.map"),
)
"""Files at the root of every site that are no pages of it."""

_FOLDERS = ("assets/", MEDIA, AUDIO, TRANSCRIPTS, CHAPTERS)
"""Folders that are wholly the site's own."""


class Taken:
    """The files of the site, by their paths in its folder: what each is, a page or something else.

    More can be added. Whoever asks gets what is there, or the path itself where that is nothing to be told of.
    """

    def __init__(self, urls: Urls, pages: Iterable[Page], shows: Iterable[Show]) -> None:
        """`pages` and `shows` are those of the site at `urls`."""
        self._files: dict[str, object] = {}
        self._folders: dict[str, object] = {}
        codes = tuple(urls.settings.languages)
        in_each = (urls.atom_feed, urls.open_search, urls.search_dialog)
        for path in (*_FILES, *(urls.output(url(code)) for url in in_each for code in codes)):
            self.add(path, path)
        for page in pages:
            self.add(urls.output(page.url), page)
        feeds = [urls.show(show.name, code).removeprefix(urls.base) for show in shows for code in codes]
        folders = (
            *_FOLDERS,
            *(f"{urls.home(code).removeprefix(urls.base)}admin/" for code in codes),
            *(urls.search_index(code).removeprefix(urls.base) for code in codes),
        )
        patterns = (
            *map(re.escape, folders),
            *(rf"{re.escape(feed)}feed(-\d+)?\.(xml|css)$" for feed in feeds),
        )
        self._own = re.compile("|".join(patterns))

    def add(self, path: str, what: object) -> None:
        """There is a file at `path`, with the folders above it."""
        name = same_on_some_disks(path)
        self._files.setdefault(name, what)
        while name := dirname(name):
            self._folders.setdefault(name, what)

    def at(self, path: str) -> object:
        """What is at `path`; None where nothing is."""
        name = same_on_some_disks(path)
        return self._files.get(name) or (name if self._own.match(name) else None)

    def in_the_way(self, path: str) -> object:
        """What keeps a file from being written at `path`; None where nothing does."""
        name = same_on_some_disks(path)
        return self.at(name) or self._folders.get(name) or self._above(name)

    def _above(self, name: str) -> object:
        """The file where a folder above `name` would have to be."""
        while name := dirname(name):
            if found := self.at(name):
                return found
        return None
