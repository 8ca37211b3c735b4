"""Every address in a Markdown text, as an editor typed it: of links, pictures, definitions and raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from ..problems import Position
from .engine import to_located_html
from .mistakes import without_code
from .raw_html import RawTag, has_raw_html, markup, raw_tags
from .rendered import Written
from .source import Source

_LINK = re.compile(r'<(?:a|img) data-sourcepos="(\d{1,9}):(\d{1,9})-[0-9:]*" (?:href|src)="([^"]*)"')
_DEFINITION = re.compile(r"^[ >]*\[(?!\^)[^\]\n]+\]:\s*(<[^<>\n]*>|[^\s<]\S*)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_FARTHEST = 2000
"""Characters from the beginning of a tag in which its address is looked for."""


def written_addresses(text: str, at: Position) -> Iterator[tuple[str, Written | None]]:
    """Each address as it stands in `href` or `src`, and how it is typed; `text` begins at `at` in its file.

    None where that can't be told. A link through a definition comes without, its definition with it.
    """
    html, source = to_located_html(text), Source(text, at)
    for line, byte, address in _LINK.findall(html):
        target = unescape(address)
        yield target, source.address(target, int(line), int(byte))
    for tag in raw_tags(markup(html), html, source) if has_raw_html(text) else ():
        address = tag.attributes.get("href") or tag.attributes.get("src") or ""
        yield address, _in_tag(tag, address, source)
    for found in _DEFINITION.finditer(without_code(html, source)) if "]:" in text else ():
        target = unescape(found[1].removeprefix("<").removesuffix(">"))
        yield target, Written(found[1], source.at_offset(found.start(1)))


def _in_tag(tag: RawTag, address: str, source: Source) -> Written | None:
    start = source.offset_of(tag.at)
    for found in _ATTRIBUTE.finditer(source.text, start, start + _FARTHEST):
        place = found.lastindex or 0
        if unescape(found[place]) == address:
            return Written(found[place], source.at_offset(found.start(place)))
    return None
