"""Absolute addresses that no reader can follow: broken ones, and those of the author's computer or office."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import unquote

from ..documents import Document
from ..library import Library
from ..markdown import Reference
from ..markdown.addresses import is_external
from ..markdown.web_addresses import mended
from ..markdown.wording import broken_address
from ..problems import Problem
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


def unreachable(reference: Reference, document: Document, library: Library) -> Problem | None:
    """What is wrong with an absolute `reference` of `document` to another site."""
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


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host


def _is_here(host: str) -> bool:
    """Whether the preview of whoever wrote it may answer at `host`."""
    return host.lower() == "localhost" or host.startswith("127.") or host == "[::1]"
