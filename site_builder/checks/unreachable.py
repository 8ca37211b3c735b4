"""Absolute addresses that no reader can follow: broken ones, and those of the author's computer or office."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import unquote

from ..documents import Document
from ..library import Library
from ..markdown import Reference
from ..markdown.addresses import is_external, shortened
from ..markdown.web_addresses import mended
from ..markdown.wording import broken_address
from ..problems import Problem, warning
from .dead_links import page_at, telling

_SOUND = re.compile(r"https?://(?:[\w-]+\.)+[a-z]{2,}(?=[/?#]|\Z)", re.IGNORECASE)
_HOST = re.compile(r"(?:\w+:)?//(?:[^/?#@]*@)?(\[[^\]/]*\]|[^/?#:]*)")

_of_this_computer = telling(
    "private-address",
    "The address {target} is that of the preview on your computer: readers can't open it.",
    "Link to the file of the page: {right}",
)
_private = telling(
    "private-address",
    "The address {target} works on your computer or in your office's network alone: readers can't open it.",
    "Write the address at which everybody can open it, or put the file beside this one and write its name.",
)

_through_outlook = telling(
    "address-of-outlook",
    "The address is one that Outlook put in the place of the true one: it asks Microsoft first, and may tell readers "
    "whose mail it was in.",
    "Write: {right}",
)
_OUTLOOK = re.compile(
    r"https?://[\w.-]+\.safelinks\.protection\.outlook\.com/[^?]*\?(?:.*&)?url=([^&#]+)", re.IGNORECASE
)
_SHAREPOINT = re.compile(r"https?://[\w-]+\.sharepoint\.com/(?!:\w:/[a-qs-z]/).", re.IGNORECASE)
"""An address of files as the browser shows it; with `/:w:/s/` it is one that was made for sharing."""


def unreachable(reference: Reference, document: Document, library: Library) -> Problem | None:
    """What is wrong with an absolute `reference` of `document` to another site."""
    if ".com/" in reference.target and (of_an_office := _of_an_office(reference)):
        return of_an_office
    if _SOUND.match(reference.target) or not is_external(reference.target):
        return None
    url = unquote(reference.target)
    meant = mended(url)
    if meant is not None:
        return broken_address(reference.at, url, meant, reference.written)
    host = _HOST.match(url)
    if not host or not _is_private(host[1].strip("[]")):
        return None
    page = page_at(reference, document, library) if _is_here(host[1]) else ""
    return _of_this_computer(reference, page) if page else _private(reference, "")


def _of_an_office(reference: Reference) -> Problem | None:
    """What is wrong with an address that the office's Outlook or SharePoint made."""
    if found := _OUTLOOK.match(reference.target):
        right = unquote(found[1])
        return _through_outlook(
            reference, right if _SOUND.match(right) and not re.search(r"[\s()<>]", right) else "…"
        )
    if not _SHAREPOINT.match(reference.target):
        return None
    return warning(
        "address-of-sharepoint",
        reference.at,
        "The address {target} is that of files in an office's SharePoint, which only those can open who may sign in.",
        "Try it in a private window of the browser; if it doesn't open, put the file beside this one and write its "
        "name.",
        target=shortened(reference.target),
    )


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host


def _is_here(host: str) -> bool:
    """Whether the preview of whoever wrote it may answer at `host`."""
    return host.lower() == "localhost" or host.startswith("127.") or host == "[::1]"
