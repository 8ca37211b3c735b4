"""Texts that XML can hold: one bad character, and no reader can parse the whole feed."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html import escape
from typing import Any, TypeVar, cast

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CUT_ENTITY = re.compile("&[^;]*$")

T = TypeVar("T")


def clean(text: str) -> str:
    r"""`text` without what XML 1.0 forbids (2.2), with `\n` line ends and no space around it (PSP-1)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (text if text.isprintable() else _ILLEGAL.sub("", text)).strip()


def cleaned(value: T) -> T:
    """`value` with every text in it clean, through dataclasses and tuples; itself where all are."""
    if isinstance(value, str):
        return cast("T", clean(value))
    if isinstance(value, tuple):
        return cast("T", tuple(map(cleaned, value))) if value else value
    changed: dict[str, Any] = {}
    kind: type = type(value)
    for name in _fields(kind):
        before = getattr(value, name)
        after = cleaned(before)
        if after is not before and after != before:
            changed[name] = after
    return cast("T", replace(cast("Any", value), **changed)) if changed else value


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; of anything else, none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def shorten(text: str, limit: int) -> str:
    """`text` of at most `limit` bytes of UTF-8, cut after a word with an ellipsis."""
    data = text.encode()
    if len(data) <= limit:
        return text
    kept = data[: limit - len("…".encode())].decode(errors="ignore")
    words, space, _ = kept.rpartition(" ")
    return (words if space else kept).rstrip() + "…"


def with_ending(text: str, ending: str, limit: int) -> str:
    """`text`, then the sentence `ending`, which is never cut off: of at most `limit` bytes of UTF-8."""
    return f"{shorten(text, limit - len(ending.encode()) - 1)} {ending}" if ending else shorten(text, limit)


def as_html(text: str, limit: int) -> str:
    """Plain `text` as HTML of at most `limit` bytes; so it can hold neither a tag nor the end of a CDATA section."""
    short = shorten(escape(text, quote=False), limit)
    return short if not short.endswith("…") else _CUT_ENTITY.sub("", short[:-1]) + "…"
