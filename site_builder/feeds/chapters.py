"""Chapters → the bytes of a JSON chapters 1.2 file (podcast namespace, `chapters/jsonChapters.md`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from ..documents import Chapter
from .texts import clean

MEDIA_TYPE = "application/json+chapters"


def chapters_file(chapters: Iterable[Chapter], picture_url: Callable[[str], str]) -> bytes:
    """The chapters in the order of their times; `picture_url` gives the absolute URL of a picture's file."""
    ordered = sorted(chapters, key=lambda chapter: chapter.start)
    listed = [_entry(chapter, picture_url) for chapter in ordered]
    return json.dumps({"version": "1.2.0", "chapters": listed}, ensure_ascii=False).encode() + b"\n"


def _entry(chapter: Chapter, picture_url: Callable[[str], str]) -> dict[str, str | float]:
    entry: dict[str, str | float] = {"startTime": _number(chapter.start), "title": clean(chapter.title)}
    if chapter.url:
        entry["url"] = chapter.url
    if chapter.image:
        entry["img"] = picture_url(chapter.image)
    return entry


def _number(seconds: float) -> float | int:
    """Whole seconds without a fraction, as the specification's examples write them."""
    return int(seconds) if seconds == int(seconds) else round(seconds, 3)
