"""Every page must be there, whole, as HTML, say its own address, and be open to search engines if in the sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from ..ledger.entries import PublishedPage
from ..problems import Problem, error
from .head import Head
from .named import Named, named
from .site import LiveSite
from .telling import wrong_type

HTML = "text/html"
_STYLE = ("text/css",)
_SCRIPT = ("text/javascript", "application/javascript", "application/x-javascript")
"""The names of one type that servers use and browsers take (WHATWG MIME Sniffing, JavaScript MIME type)."""

_INDEX = "index/index.json"
"""Where scripts begin to search, from the description of the search (OpenSearch) that heads name."""

_END = re.compile(rb"</html\s*>\s*(?:<!--[^>]*-->\s*)*\Z", re.IGNORECASE)
"""How every page of the site ends; some hosts write a comment after it."""

_BANNER = b'<aside class="problems"'
"""What a preview shows above the content of every page (`overrides/partials/problems-banner.html`)."""


def inspect_page(site: LiveSite, page: PublishedPage) -> Iterator[Problem | Named]:
    """What is wrong with a page of the ledger, and the files that it names."""
    url = site.live(page.url)
    answer = site.found(url)
    if isinstance(answer, Problem):
        yield answer
        return
    if answer.media_type != HTML or answer.charset not in {"", "utf-8"}:
        yield wrong_type(url, answer.headers.get("Content-Type") or "?", f"{HTML}; charset=utf-8")
        return
    if not _END.search(answer.body, max(len(answer.body) - 1000, 0)):
        yield _cut(url)
    head = Head(answer)
    yield from named(site, head.stylesheets, _STYLE)
    yield from named(site, head.scripts, _SCRIPT)
    if head.search:
        yield from named(site, (urljoin(head.search, _INDEX),))
    if not _is_right(site, page.url, head.canonical):
        yield _canonical(url, head.canonical, site.absolute(page.url))
    if head.is_noindex and page.url in site.listed and not site.ledger.preview:
        yield _noindex(url)
    if _BANNER in answer.body.partition(b"<main")[0]:
        yield _preview(url)


def _is_right(site: LiveSite, address: str, canonical: str) -> bool:
    """Whether a page calls itself right; one that no search engine is offered may be a part of another one."""
    said = site.address(canonical)
    is_of_it = said == address or (address not in site.listed and said in site.ledger.urls)
    return is_of_it and canonical == site.absolute(said)


def _cut(url: str) -> Problem:
    return error(
        "live-page-cut",
        url,
        "The page breaks off before its end, so readers see a part of it only.",
        "Build the site and publish all of it again; if it stays, look at the settings of its host.",
    )


def _canonical(url: str, found: str, right: str) -> Problem:
    return error(
        "live-canonical",
        url,
        "The page says that its address is {found}, but it is {right}"
        if found
        else "The page doesn't say that its address is {right}",
        "Build the site and publish all of it again; if it stays, something on the way changes its pages.",
        found=found,
        right=right,
    )


def _noindex(url: str) -> Problem:
    return error(
        "live-noindex",
        url,
        "The sitemap offers the page to search engines, but the page or its server forbids them to keep it (noindex).",
        "Build the site without --preview and publish it; or turn off X-Robots-Tag at its host.",
    )


def _preview(url: str) -> Problem:
    return error(
        "live-preview-page",
        url,
        "The page shows what only a preview shows: problems in the content.",
        "Build the site with site-builder build and publish that.",
    )
