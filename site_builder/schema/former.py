"""Reader of the addresses that a page had before: what the site leads on from (`redirect_from`).

How the site serves addresses settles how they are written: `/stara` and `/stara/index.html` are `/stara/`, and
percent-encoding is undone. Capital letters stay: hosts tell them apart.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from ..documents import FormerAddress
from ..problems import Position
from ..reading.front_matter import Scalar, Sequence, Value
from .reading import Reading, replaced

LONGEST_ADDRESS = 600
"""Characters of an address with its percent-encoding: hosts take lines of 1,000, where it leads to included."""

_LONGEST_PART = 240
"""Bytes between two slashes: a folder's name on a disk has 255 at the most."""

PAGES = (".html", ".htm")
"""Endings of files that every host shows as pages."""

_WHOLE = re.compile(r"https?://[^/]+", re.IGNORECASE)
_HOST = re.compile(r"(?![^/]*\.(?:php|html?|aspx?)/)(?:[\w-]+\.)+[a-z]{2,}/.*", re.IGNORECASE)
"""A whole URL as browsers show it, without its beginning."""

_SLUG = re.compile(r"[\w-]+")
_ENDING = re.compile(r".\.[a-z][a-z0-9]{1,5}$", re.IGNORECASE)
_SEPARATOR = re.compile(r",\s+|,(?=/|https?://)")
"""Between addresses that somebody wrote in one line, each of them one of `_PLAIN`; an address may hold a comma too."""

_PLAIN = re.compile(r"(?:(?:https?:/)?/[\w./%~-]+|/|[\w-]+)", re.ASCII)
_IMPOSSIBLE = re.compile('[\x00-\x1f\x7f\\\\:*?"<>|#\ufffd\ud800-\udfff]')
"""No host has them in the name of a file, they mean something else to it, or they were no UTF-8."""


def former_addresses(value: Value, reading: Reading) -> tuple[FormerAddress, ...] | None:
    """An address or a former slug, or a list of them."""
    if isinstance(value, Scalar):
        parts = _SEPARATOR.split(value.text.strip())
        if len(parts) > 1 and all(map(_PLAIN.fullmatch, parts)):
            _refuse_line(value, f"[{', '.join(parts)}]", reading)
            return None
    items = value.items if isinstance(value, Sequence) else (value,)
    found = tuple(address for item in items if (address := former_address(item, reading)))
    return found or None


def former_address(value: Value, reading: Reading) -> FormerAddress | None:
    """A path from the site's root, a whole URL, or a former slug alone; whose URL it is, only the plan knows."""
    written = value.text.strip() if isinstance(value, Scalar) else ""
    if _SLUG.fullmatch(written):
        return FormerAddress(written, value.at) if _is_short(f"/{written}/", value.at, reading) else None
    if _climbs(written):
        return _settled(written, value.at, reading)
    if "\\" in written:
        _refuse(value, written.replace("\\", "/"), reading)
    elif "?" in written or "#" in written:
        _refuse_query(value, written, reading)
    elif _HOST.fullmatch(written):
        return _settled(f"https://{written}", value.at, reading)
    elif "/" in written and not written.startswith("/") and not _WHOLE.match(written):
        _refuse(value, f"/{written}", reading)
    else:
        return _settled(written, value.at, reading)
    return None


def has_page(address: str) -> bool:
    """Whether a file of the site can answer `address`: hosts show others than `PAGES` as no page."""
    return address.endswith("/") or address.lower().endswith(PAGES)


def _settled(written: str, at: Position, reading: Reading) -> FormerAddress | None:
    """The address as the site would serve it, where it can be one."""
    whole = _WHOLE.match(written)
    host = whole[0] if whole else ""
    path = unquote(written.removeprefix(host)) or ("/" if host else "")
    if not _is_path(path):
        reading.refuse(
            "redirect-address",
            at,
            "“{written}” can't have been the address of a page." if written else "Here is no address.",
            "Write it as readers know it, from the first slash on: /clanky/stara-adresa/",
            written=written,
        )
        return None
    if not path.endswith("/") and not _ENDING.search(path):
        path += "/"
    if path.endswith("/index.html"):
        path = path.removesuffix("index.html")
    return FormerAddress(host + path, at) if _is_short(path, at, reading) else None


def _climbs(written: str) -> bool:
    """Whether it has a part that means a folder itself or the one above: nobody can tell the address from that."""
    return not {".", ".."}.isdisjoint(unquote(written).replace("\\", "/").split("/"))


def _is_path(path: str) -> bool:
    """Whether `path` (decoded) goes down from the root, by names that a disk can have."""
    parts = path.removeprefix("/").removesuffix("/").split("/")
    names = parts if path != "/" else []
    return (
        path.startswith("/")
        and not _IMPOSSIBLE.search(path)
        and all(part and not part.endswith((".", " ")) and not part.startswith(" ") for part in names)
    )


def _is_short(path: str, at: Position, reading: Reading) -> bool:
    longest = max(len(part.encode()) for part in path.split("/"))
    if len(quote(path)) <= LONGEST_ADDRESS and longest <= _LONGEST_PART:
        return True
    reading.refuse(
        "redirect-address",
        at,
        "The address is longer than hosts take: {limit} characters.",
        "Delete it; such an address can't be led on from.",
        limit=str(LONGEST_ADDRESS if longest <= _LONGEST_PART else _LONGEST_PART),
    )
    return False


def _refuse(value: Value, right: str, reading: Reading) -> None:
    reading.refuse(
        "redirect-address",
        value.at,
        "“{written}” isn't written as an address of the site.",
        "Write: {right}",
        repair=replaced(value, right),
        written=value.text if isinstance(value, Scalar) else "",
        right=right,
    )


def _refuse_line(value: Scalar, right: str, reading: Reading) -> None:
    reading.refuse(
        "redirect-address",
        value.at,
        "Here are several addresses, but not as a list.",
        "Write: {right}",
        repair=replaced(value, right, bare=True),
        right=right,
    )


def _refuse_query(value: Value, written: str, reading: Reading) -> None:
    """Hosts never learn what stands behind #; what stands behind ? tells pages apart, and no list has it."""
    address, _, query = written.partition("#")[0].partition("?")
    right = "" if query else address
    reading.refuse(
        "redirect-address",
        value.at,
        "“{written}” can't be led on from: hosts look only at what stands before ? and #.",
        "Write: {right}"
        if right
        else "Delete it, or write the address without what stands behind the question mark.",
        repair=replaced(value, right) if right else None,
        written=written,
        right=right,
    )
