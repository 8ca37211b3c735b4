"""Chapters → the bytes of a JSON chapters 1.2 file (podcast namespace, `chapters/jsonChapters.md`)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..documents import Chapter
from .texts import clean

MEDIA_TYPE = "application/json+chapters"


def chapters_file(chapters: Iterable[Chapter]) -> bytes:
    """The chapters in the order of their times."""
    ordered = sorted(chapters, key=lambda chapter: chapter.start)
    listed = [{"startTime": _number(chapter.start), "title": clean(chapter.title)} for chapter in ordered]
    return json.dumps({"version": "1.2.0", "chapters": listed}, ensure_ascii=False).encode() + b"\n"


def _number(seconds: float) -> float | int:
    """Whole seconds without a fraction, as the specification's examples write them."""
    return int(seconds) if seconds == int(seconds) else seconds
