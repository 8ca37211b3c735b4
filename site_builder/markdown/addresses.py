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


def shortened(address: str) -> str:
    """`address` as it fits into a message."""
    return address if len(address) <= 60 else f"{address[:59]}…"
