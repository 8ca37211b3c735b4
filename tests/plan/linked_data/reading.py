"""A built site's pages and what they say as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import lxml.html

Graph = list[dict[str, Any]]


@dataclass(frozen=True)
class BuiltSite:
    """A site's folder, and the address that it is to lie at."""

    folder: Path
    origin: str

    @cached_property
    def pages(self) -> Mapping[str, lxml.html.HtmlElement]:
        """Its pages by their URLs: those that search engines list."""
        found = {}
        for path in sorted(self.folder.rglob("index.html")):
            page = lxml.html.document_fromstring(path.read_bytes())
            if not page.xpath("//meta[@name='robots'][@content='noindex']"):
                found[f"{self.origin}/{path.relative_to(self.folder)}".removesuffix("index.html")] = page
        return found

    @cached_property
    def graphs(self) -> Mapping[str, Graph]:
        """What each page says, by its URL."""
        return {url: graph_of(page) for url, page in self.pages.items()}

    def has(self, url: str) -> bool:
        """Whether a file of the site answers `url`."""
        path = url.removeprefix(f"{self.origin}/").partition("#")[0]
        return (self.folder / (f"{path}index.html" if not path or path.endswith("/") else path)).is_file()


def graph_of(page: lxml.html.HtmlElement) -> Graph:
    (script,) = page.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(script)
    assert data.keys() == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    graph: Graph = data["@graph"]
    return graph


def entries(data: object) -> Iterator[dict[str, Any]]:
    """Every object in `data`, those within others too."""
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from entries(value)
