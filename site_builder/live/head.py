"""What the head of a page of HTML tells machines."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ..fetching import Answer, joined

_REFRESH = re.compile(r"\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
"""HTML, the meta element's http-equiv="refresh": seconds and a URL."""

_END = re.compile(rb"</head\s*>|<body[\s>]", re.IGNORECASE)


class Head(HTMLParser):
    """`canonical`, `refresh` and `search` (OpenSearch) are absolute URLs, empty where there are none.

    So are those of `stylesheets` and `scripts`.
    """

    def __init__(self, page: Answer) -> None:
        super().__init__()
        self._url = page.url
        self.canonical = self.refresh = self.search = ""
        self.is_noindex = "noindex" in (page.headers.get("X-Robots-Tag") or "").lower()
        self.stylesheets: set[str] = set()
        self.scripts: set[str] = set()
        end = _END.search(page.body)
        self.feed(page.body[: end.start() if end else None].decode("utf-8", "replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a `link`, a `script` or a `meta`."""
        said = {name: value or "" for name, value in attrs}
        if tag == "link":
            self._link(said.get("rel", "").lower().split(), said.get("href", ""))
        elif tag == "script" and "src" in said:
            self.scripts.add(joined(self._url, said["src"]))
        elif tag == "meta":
            self._meta(
                said.get("name", "").lower(), said.get("http-equiv", "").lower(), said.get("content", "")
            )

    def _link(self, relations: list[str], href: str) -> None:
        if "canonical" in relations:
            self.canonical = joined(self._url, href)
        if "stylesheet" in relations:
            self.stylesheets.add(joined(self._url, href))
        if "search" in relations:
            self.search = joined(self._url, href)

    def _meta(self, name: str, stands_for: str, content: str) -> None:
        if name == "robots":
            self.is_noindex |= "noindex" in content.lower() or content.strip().lower() == "none"
        if stands_for == "refresh" and (found := _REFRESH.match(content)):
            self.refresh = joined(self._url, found[1].strip())
