"""One entry of the lock: the fields that it has, what may stand in them, and the facts that they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..audio.facts import LONGEST, AudioChapter, AudioFacts

_SEGMENT = r"(?!\.{1,2}(?:/|\Z))[^/\\\x00-\x1f\x7f\ud800-\udfff]+"
_PATH = re.compile(rf"podcast(?:/{_SEGMENT})+")
_SHA256 = re.compile("[0-9a-f]{64}")
_TYPE = re.compile(r"audio/[a-z0-9][a-z0-9.+-]*")
_URL = re.compile(
    r"https?://[a-z0-9.-]+(?::\d{1,5})?/[\w.~:/?#\[\]@!$&'()*+,;=%-]+", re.ASCII | re.IGNORECASE
)
"""Characters of RFC 3986, with a host and something on it."""

_TEXT = re.compile("[^\x00-\x1f\x7f\ud800-\udfff]+")

_LARGEST = 1 << 40


def is_audio_path(path: str) -> bool:
    """Whether `path` is a path in `podcast/`, as the lock has them."""
    return bool(_PATH.fullmatch(path))


def wrong_fields(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of `entry`, an object of JSON, that are missing, and those that are wrong or not known."""
    wrong = (name for name, value in entry.items() if name not in _FIELDS or not _FIELDS[name](value))
    return (*sorted(_REQUIRED - entry.keys()), *wrong)


def facts_of(path: str, entry: Mapping[str, Any]) -> AudioFacts:
    """The facts in `entry`, none of whose fields is wrong."""
    return AudioFacts(
        path,
        entry["bytes"],
        float(entry["seconds"]),
        entry["type"],
        tuple(
            AudioChapter(float(c["start"]), c["title"], c.get("url", "")) for c in entry.get("chapters", ())
        ),
        entry["sha256"],
        entry.get("url", ""),
    )


def fields_of(facts: AudioFacts) -> dict[str, object]:
    """The fields of `facts`. Seconds are as exact as they were counted: rounded twice, a feed's would differ."""
    fields: dict[str, object] = {
        "sha256": facts.sha256,
        "bytes": facts.size,
        "seconds": facts.seconds,
        "type": facts.media_type,
    }
    if facts.url:
        fields["url"] = facts.url
    if facts.chapters:
        fields["chapters"] = [_chapter(chapter) for chapter in facts.chapters]
    return fields


def _chapter(chapter: AudioChapter) -> dict[str, object]:
    fields: dict[str, object] = {"start": chapter.start, "title": chapter.title}
    return {**fields, "url": chapter.url} if chapter.url else fields


def _is_size(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < _LARGEST


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < LONGEST


def _matches(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _are_chapters(value: Any) -> bool:
    return isinstance(value, list) and all(_is_chapter(each) for each in value)


def _is_chapter(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and {"start", "title"} <= value.keys() <= {"start", "title", "url"}
        and _is_time(value["start"])
        and _is_text(value["title"])
        and ("url" not in value or _is_text(value["url"]))
    )


_is_text = _matches(_TEXT)

_FIELDS: Mapping[str, Callable[[Any], bool]] = {
    "sha256": _matches(_SHA256),
    "bytes": _is_size,
    "seconds": lambda value: _is_time(value) and value > 0,
    "type": _matches(_TYPE),
    "url": _matches(_URL),
    "chapters": _are_chapters,
}
_REQUIRED = _FIELDS.keys() - {"url", "chapters"}
