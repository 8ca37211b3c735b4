"""Times of an audio in a text, `12:34` or `1:02:03`, become links that play it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from .drawing import TAG

TIME = r"(?<![\d:.,])(?:\d{1,2}:[0-5]\d|\d{1,3}):[0-5]\d(?![:.,]?\d)"
"""A pattern for one: hours, minutes and seconds, or minutes (even more than 59) and seconds."""

PARTS = re.compile(f"({TAG.pattern})")
"""Splits HTML into texts and tags."""

TAG_NAME = re.compile(r"</?([a-z0-9]+)")

_ANYWHERE = re.compile(r":[0-5]\d")
"""In every text with a time, and found at once in those without one."""
_OPENING = re.compile(rf"(\s*[\[(]?)({TIME})(?=[\])\s:;,.|–—-]|$)")
_BRACKETED = re.compile(rf"(?<=\[){TIME}(?=\])|(?<=\(){TIME}(?=\))")
_UNTOUCHED = frozenset(
    {"a", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "samp", "summary", "time", "var"}
)
_BEFORE_FIRST_WORD = frozenset({"b", "em", "i", "input", "p", "span", "strong"})
"""Tags that may stand between the beginning of a list item and its first word."""


def timed(html: str, seconds: float, url_of: Callable[[int], str]) -> str:
    """`html`, of a text, with links from its times to `url_of(second)` where they lie within `seconds` of audio.

    Times are those that begin a list item or stand alone in brackets: a time in a sentence ("v 12:30 začínáme")
    is the clock's. Code, links and headings stay as they are.
    """

    def link(time: str) -> str:
        second = seconds_of(time)
        if second >= seconds:
            return time
        return f'<a class="time" href="{escape(url_of(second))}" data-start="{second}">{time}</a>'

    return "".join(_linked(html, link)) if _ANYWHERE.search(html) else html


def seconds_of(time: str) -> int:
    """`1:02:03` → 3723."""
    total = 0
    for part in time.split(":"):
        total = total * 60 + int(part)
    return total


def _linked(html: str, link: Callable[[str], str]) -> Iterator[str]:
    """The parts of `html`, with `link` of each of its times."""
    depth = 0
    begins_item = False
    for part in PARTS.split(html):
        tag = TAG_NAME.match(part)
        if tag:
            is_end = part.startswith("</")
            if tag[1] in _UNTOUCHED:
                depth += -1 if is_end else 1
            begins_item = part.startswith("<li") or (begins_item and tag[1] in _BEFORE_FIRST_WORD)
            yield part
            continue
        opening = _OPENING.match(part) if begins_item and not depth else None
        if opening:
            yield opening[1] + link(opening[2])
        rest = part[opening.end() :] if opening else part
        yield rest if depth else _BRACKETED.sub(lambda time: link(time[0]), rest)
        begins_item = begins_item and not part.strip()
