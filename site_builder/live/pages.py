"""Every page must be there, as HTML, say its own address, and be open to search engines where the sitemap offers it."""

from __future__ import annotations

from collections.abc import Iterator

from ..fetching import UnreachableError
from ..ledger.entries import PublishedPage
from ..problems import Problem
from .head import Head
from .site import LiveSite
from .telling import error, not_there, unreachable, wrong_type

HTML = "text/html"

_BANNER = b'<aside class="problems"'
"""What a preview shows above the content of every page (`overrides/partials/problems-banner.html`)."""


def inspect_page(site: LiveSite, page: PublishedPage) -> Iterator[Problem]:
    """What is wrong with a page of the ledger."""
    url = site.live(page.url)
    try:
        answer = site.web.ask(url)
    except UnreachableError as failure:
        yield unreachable(url, failure)
        return
    if not answer.is_there:
        yield not_there(url, answer.status)
        return
    if answer.media_type != HTML or answer.charset not in {"", "utf-8"}:
        yield wrong_type(url, answer.headers.get("Content-Type") or "?", f"{HTML}; charset=utf-8")
        return
    head = Head(answer)
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
