"""A value that begins with a quote and holds more of them → its text, without the outer ones if those are YAML's."""

from __future__ import annotations

import re

_BEFORE = "([{-–—/"
"""Marks behind which a quote opens."""

_BEHIND = ".,;:!?…)]}-–—/"
"""Marks before which a quote closes."""

_PAIRS = re.compile("(?:OC)*")


def texts_of(value: str) -> tuple[str, str]:
    """What `value` says, and what else it may say; the second is empty where there is no doubt.

    `"The "White Plague" and we"` has quotes of YAML around it, `"Night" in "Prague"` none.
    """
    quote = value[0]
    inner = value[1:].removesuffix(quote)
    if value[-1] == quote and _pair_up(inner, quote):
        return inner, ""
    return value, "" if _pair_up(value, quote) else inner


def _pair_up(text: str, quote: str) -> bool:
    """Whether each `quote` in `text` that opens is followed by one that closes, and none is left."""
    at = (found.start() for found in re.finditer(quote, text))
    kinds = (_kind(text[max(index - 1, 0) : index], text[index + 1 : index + 2], quote) for index in at)
    return _PAIRS.fullmatch("".join(kinds)) is not None


def _kind(before: str, behind: str, quote: str) -> str:
    """O for a quote that opens, C for one that closes, ? where its neighbours don't tell; nothing for an apostrophe."""
    if quote == "'" and before.isalnum() and behind.isalnum():
        return ""
    is_last = not behind.strip()
    if not before.strip() or before in _BEFORE:
        return "?" if is_last else "O"
    return "C" if is_last or behind in _BEHIND else "?"
