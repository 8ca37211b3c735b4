"""Absolute links to the site itself must lead to what will be there; only the plan of the site knows that."""

from __future__ import annotations

from collections.abc import Container, Iterator
from posixpath import basename
from urllib.parse import unquote, urlsplit

from ..checks.dead_links import is_own_address, nowhere_on_the_site, own_address
from ..library import Library
from ..markdown import Reference
from ..problems import Problem
from .site import Site
from .urls import CARDS, MEDIA

_UNPLANNED = ("admin/index.html",)
"""Pages that are written without a plan."""


def check_own_addresses(library: Library, site: Site) -> Iterator[Problem]:
    """Links to the site's own address where `site` has no page and no file; those of files have a check before."""
    if not library.settings.address:
        return
    answering = (*(page.url for page in site.pages), *(redirect.url for redirect in site.redirects))
    outputs = {*_UNPLANNED, *map(site.urls.output, (*answering, *site.files, *site.pictures))}
    for document in library.documents:
        text = library.texts[document.path]
        if any(_is_dead(reference, library, outputs) for reference in text.references):
            for reference in text.located().references:
                if _is_dead(reference, library, outputs) and not own_address(reference, document, library):
                    yield nowhere_on_the_site(reference, library)


def _is_dead(reference: Reference, library: Library, outputs: Container[str]) -> bool:
    """Whether a link leads to the site itself, and to none of its pages and files (paths in its folder)."""
    if reference.is_picture or not is_own_address(reference.target, library):
        return False
    top = urlsplit(library.settings.address).path.rstrip("/") + "/"
    path = unquote(urlsplit(reference.target).path) or "/"
    if not path.startswith(top):
        return False  # another site of the same host
    path = path.removeprefix(top)
    # Which cards are drawn is known only when all pages are.
    if path.startswith(MEDIA) and not path.startswith(CARDS):
        return path not in outputs
    if path and not path.endswith("/"):
        return "." not in basename(path)  # a page without its slash; feeds and the like have endings
    return f"{path}index.html" not in outputs
