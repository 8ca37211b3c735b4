"""Texts that XML can hold: one bad character, and no reader can parse the whole feed."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

T = TypeVar("T")


def clean(text: str) -> str:
    r"""`text` without what XML 1.0 forbids (2.2), with `\n` line ends and no space around it (PSP-1)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", text).strip()


def cleaned(value: T) -> T:
    """`value` with every text in it clean, through dataclasses and tuples."""
    if isinstance(value, str):
        return cast("T", clean(value))
    if isinstance(value, tuple):
        return cast("T", tuple(cleaned(part) for part in value))
    if is_dataclass(value) and not isinstance(value, type):
        parts: dict[str, Any] = {field.name: cleaned(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **parts)
    return value


def shorten(text: str, limit: int) -> str:
    """`text` of at most `limit` bytes of UTF-8, cut after a word with an ellipsis."""
    data = text.encode()
    if len(data) <= limit:
        return text
    kept = data[: limit - len("…".encode())].decode(errors="ignore")
    words, space, _ = kept.rpartition(" ")
    return (words if space else kept).rstrip() + "…"
