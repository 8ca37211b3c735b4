"""Lists of times in a text: `- 02:15 Kdo má sedět u stolu`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..problems import Position
from .drawing import plain
from .engine import to_located_html
from .source import Source
from .times import PARTS, TAG_NAME, TIME, seconds_of

_FEWEST = 2
"""Items that make a list of times; one may stand in any list."""

# Every item of such a list begins so, and few others do: only then is it worth reading the text once more.
_MAYBE = re.compile(rf"^[ \t>]*(?:[-+*]|\d{{1,9}}[.)])[ \t]+[*_\[( xX\])]*{TIME}", re.MULTILINE)
_ITEM = re.compile(rf"[\[(]?({TIME})(?:\s*[–—-]\s*{TIME})?[\])]?[\s:;,.|–—-]+([^\s:;,.|–—-].*)")
_PLACE = re.compile(r'<li[^>]* data-sourcepos="(\d{1,9}):(\d{1,9})-')


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An item: `start` in seconds, the plain text after the time, and where the item stands."""

    start: float
    text: str
    at: Position


@dataclass(slots=True)
class _List:
    """A list as it is read: the opening tags of its items, each with the HTML of the item's first paragraph."""

    items: list[tuple[str, list[str]]] = field(default_factory=list)
    is_open: bool = False


def timed_list(text: str, at: Position) -> tuple[TimedItem, ...]:
    """The first list of the Markdown `text` each of whose items has a time and a text; none without one.

    `at` is where the text begins in its file.
    """
    if len(_MAYBE.findall(text)) < _FEWEST:
        return ()
    source = Source(text, at)
    for found in _lists(to_located_html(text)):
        items = tuple(_timed(found.items, source))
        if len(items) == len(found.items) >= _FEWEST:
            return items
    return ()


def _lists(html: str) -> Iterable[_List]:
    """The lists in the engine's HTML, in the order in which they begin."""
    found: list[_List] = []
    inside: list[_List] = []
    for part in PARTS.split(html):
        tag = TAG_NAME.match(part)
        name = tag[1] if tag else ""
        is_end = part.startswith("</")
        if name in {"ul", "ol"} and is_end:
            del inside[-1:]
        elif name in {"ul", "ol"}:
            for around in inside:
                around.is_open = False
            inside.append(_List())
            found.append(inside[-1])
        elif inside and name == "li" and not is_end:
            inside[-1].items.append((part, []))
            inside[-1].is_open = True
        elif inside and is_end and name in {"li", "p"}:
            inside[-1].is_open = False
        elif inside and inside[-1].is_open:
            inside[-1].items[-1][1].append(part)
    return found


def _timed(items: Iterable[tuple[str, list[str]]], source: Source) -> Iterator[TimedItem]:
    """Those of the items that have a time and a text."""
    for tag, html in items:
        place = _PLACE.match(tag)
        item = _ITEM.fullmatch(plain("".join(html)))
        if place and item:
            at = source.at_byte(int(place[1]), int(place[2]))
            yield TimedItem(float(seconds_of(item[1])), item[2], at)
