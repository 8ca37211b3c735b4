"""The audio of feeds, as podcast apps meet it."""

from __future__ import annotations

from posixpath import basename
from urllib.parse import unquote, urlsplit

from ..ledger.entries import PublishedItem
from ..media.public import Promised, examine
from ..problems import Position, Problem
from .site import LiveSite


def inspect_enclosure(site: LiveSite, item: PublishedItem) -> tuple[Problem, ...]:
    """What is wrong with the audio of an item, wherever it lies."""
    url = site.live(item.enclosure)
    name = unquote(basename(urlsplit(url).path)) or url
    return examine(site.web, Promised(name, url, item.length, item.type), Position(url))
