"""Which addresses a text may lead to."""

from __future__ import annotations

import re

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# As browsers read an address (WHATWG URL, "basic URL parser"): tabs and line ends count nowhere, control
# characters and spaces not at the start.
_IGNORED_ANYWHERE = {ord(character): None for character in "\t\n\r"}
_IGNORED_AT_START = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
_BACKSLASHES = ("\\\\", "%5C", "%5c")
"""With these begins a file on another computer (`\\\\server\\file`); browsers read it as the name of a host."""

_LOCAL = re.compile(r"[a-z]:(?:[\\/]|%5c)|file:|\\\\|%5c", re.IGNORECASE)
_PASTED = re.compile(r"data:image/[^,]*,", re.IGNORECASE)
_FILE = (
    r"[^\"|]*\.(?:md|markdown|html?|pdf|docx?|xlsx?|pptx?|od[tsp]|svg|png|jpe?g|webp|gif|avif|mp3|m4a|zip|csv)"
    r"(?:[#?]\S*)?"
)
_IS_FILE = re.compile(rf"mailto:\S+|{_FILE}", re.IGNORECASE)
_IS_ADDRESS = re.compile(rf"(?:https?:|mailto:|www\.|\.{{0,2}}/|#)\S.*|{_FILE}", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"(?:tel:\s*)?\+\d[\d\s./-]{6,20}\d|tel:\s*\d[\d\s./-]{1,20}\d|\d{3}\s?\d{3}\s?\d{3}", re.IGNORECASE
)


def is_allowed(address: str) -> bool:
    """Whether `address` is relative or of a scheme that is safe to follow."""
    if ":" not in address:
        return not address.startswith(_BACKSLASHES)
    scheme = _SCHEME.match(address.translate(_IGNORED_ANYWHERE).lstrip(_IGNORED_AT_START))
    return scheme is None or scheme[1].lower() in ALLOWED_SCHEMES


def is_local(address: str) -> bool:
    r"""Whether `address` is that of a file on somebody's computer: `C:\…`, `\\server\…`, `file:`."""
    return _LOCAL.match(address) is not None


def pasted_bytes(address: str) -> int:
    """About how many bytes the picture has that stands in `address` itself; 0 where there is none."""
    return len(address) * 3 // 4 if _PASTED.match(address) else 0


def is_external(address: str) -> bool:
    """Whether `address` names its host."""
    return address.lower().startswith(("http:", "https:", "//"))


def is_address(written: str) -> bool:
    """Whether `written` looks like the address of a link; it may hold spaces."""
    return _IS_ADDRESS.fullmatch(written) is not None


def is_file(written: str) -> bool:
    """Whether `written` ends as a file does, or is somebody's mailbox: what follows a space is no more of it."""
    return _IS_FILE.fullmatch(written) is not None


def telephone(written: str) -> str:
    """The address (RFC 3966) of the telephone number that is `written`; empty where it is none."""
    number = _TELEPHONE.fullmatch(written.strip())
    return f"tel:{re.sub(r'[^0-9+]', '', number[0])}" if number else ""


def shortened(address: str) -> str:
    """`address` as it fits into a message."""
    return address if len(address) <= 60 else f"{address[:59]}…"
