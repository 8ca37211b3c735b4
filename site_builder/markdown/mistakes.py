"""What was meant to be Markdown and is none: the engine shows it as text, or loses it, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..problems import Problem
from .almost_links import almost_links
from .bullets import has_bullets, lists_of_bullets
from .source import Source
from .unfinished import headings_without_space, odd_footnotes, odd_tables, open_comments, open_fences

_CODE = re.compile(r'<(?:code|pre) data-sourcepos="(\d{1,9}):(\d{1,9})-(\d{1,9}):(\d{1,9})"')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r'<(a|img) data-sourcepos="(\d{1,9}):(\d{1,9})-')
_NOTE = re.compile(r'<li id="(fn-[^"]*)"')
_MARK = re.compile(r"[^\n]")


def may_have_mistakes(text: str, html: str) -> bool:
    """Whether it is worth to look for them in `text`, which the engine made `html` of: hardly ever in a good page."""
    return (
        "[" in html
        or ("#" in html and "##" in html)
        or ("`" in text and "```" in text)
        or ("~" in text and "~~~" in text)
        or ("^" in text and not _has_whole_footnotes(text, html))
        or ("|" in text and _has_uneven_bars(text))
        or ("! [" in text and (text.startswith("! [") or "\n! [" in text))
        or has_bullets(text)
    )


def _has_whole_footnotes(text: str, html: str) -> bool:
    """Whether the engine made a mark or a note of every `[^`, and none twice."""
    return text.count("[^") == html.count(" data-footnote-ref") + len(set(_NOTE.findall(html)))


def _has_uneven_bars(text: str) -> bool:
    """Whether two lines of what may be a table differ in their bars."""
    start = text.rfind("\n", 0, text.find("|")) + 1
    rows = [line.count("|") for line in text[start : text.rfind("|") + 1].split("\n")]
    return any(row != below and row and below for row, below in pairwise(rows))


def mistakes(html: str, source: Source) -> Iterator[Problem]:
    """All of them in `source`, which the engine made the located `html` of."""
    shown = without_code(html, source)
    yield from open_comments(shown, source)
    end = shown.rfind("-->") + 3
    shown = _COMMENT.sub(lambda part: _MARK.sub(" ", part[0]), shown[:end]) + shown[end:]
    links = frozenset(
        source.offset(int(line), int(byte)) + (tag == "img") for tag, line, byte in _LINK.findall(html)
    )
    yield from almost_links(shown, links, source)
    yield from headings_without_space(shown, source)
    yield from odd_footnotes(shown, source)
    yield from lists_of_bullets(shown, source)
    yield from open_fences(html, source)
    yield from odd_tables(html, shown, source)


def without_code(html: str, source: Source) -> str:
    """The text with blanks where there is code, so that every offset stays."""
    parts: list[str] = []
    done = 0
    for numbers in _CODE.findall(html):
        line, byte, last_line, last_byte = map(int, numbers)
        start, end = source.offset(line, byte), source.offset(last_line, last_byte) + 1
        if start >= done:
            parts += source.text[done:start], _MARK.sub(" ", source.text[start:end])
            done = max(done, end)
    return "".join((*parts, source.text[done:]))
