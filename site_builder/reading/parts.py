"""The lines of a header → the lines of each of its fields, also where they aren't YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .characters import BULLETS, COLONS, plain
from .slip import Slip
from .slips import FIELD, NAME

_FENCE = re.compile(r"(?:-{3,}|\.{3})\s*")
_ENGLISH_FIELD = re.compile(r"[a-z_]+:(?:\s|$)")
_WITH_VALUE = re.compile(rf"{NAME}[ \t]*[:={COLONS}](?P<value>.*)")
_OPENS = re.compile(rf"{NAME}[ \t]*[:{COLONS}]\s*(?:#.*)?")
"""A line that only names the field of what stands below."""

_ITEM = re.compile(rf"[-{BULLETS}]\s+(?P<value>.*)")
_OPENERS = {"[": "]", "{": "}", '"': '"', "'": "'"}


@dataclass(slots=True)
class Part:
    """The lines of one field, from line `line` of the file on, and the first slip of each, as far as it is mended.

    `second` and `last` are the first and the latest line below the first one that say something.
    It `may_belong_above` if it is indented and stands below a list of fields.
    """

    line: int
    may_belong_above: bool = False
    second: str = ""
    last: str = ""
    lines: list[str] = field(default_factory=list)
    slips: dict[int, Slip] = field(default_factory=dict)

    def add(self, line: str) -> None:
        """One more line."""
        text = plain(line).strip()
        if self.lines and text and not text.startswith("#"):
            self.second = self.second or line
            self.last = line
        self.lines.append(line)

    def mend(self, number: int, slip: Slip | None) -> None:
        """Line `number` becomes what was meant."""
        if slip:
            self.slips.setdefault(number, slip)
            self.lines[number] = slip.meant

    @property
    def name(self) -> str:
        """What the field is called, as far as that can be read by now."""
        found = FIELD.match(self.lines[0])
        return found["name"] if found else ""


def parts(lines: list[str], line: int) -> Iterator[Part]:
    """The lines of each field; those before the first one that hold nothing are left out."""
    part: Part | None = None
    for number, text in enumerate(lines):
        content = "" if _FENCE.fullmatch(text) else text
        if _begins_field(content, part):
            if part:
                yield part
            part = Part(line + number, indent_of(content) > 0 and part is not None and _ends_in_fields(part))
        if part:
            part.add(content)
    if part:
        yield part


def _begins_field(line: str, part: Part | None) -> bool:
    """Whether `line` is the first of a field, rather than one more of `part`."""
    content = plain(line).lstrip()
    if not content or content.startswith("#"):
        return False
    if part is None:
        return True
    indent = indent_of(line)
    if indent == 0:
        is_item = content[0] == "-" or (content[0] in BULLETS and not FIELD.match(content[1:].lstrip()))
        return not is_item and content[0] not in "]}"
    return _ENGLISH_FIELD.match(content) is not None and _is_outside(indent, part)


def _is_outside(indent: int, part: Part) -> bool:
    """Whether a field that begins behind `indent` spaces can't belong to `part`, which stands above it."""
    if is_whole(part.lines[0]):
        return True
    inner = indent_of(part.second)
    second = plain(part.second).lstrip()
    if _ITEM.match(second):
        is_below_text = indent_of(part.last) == inner and _is_whole_item(part.last)
        return indent < inner or (is_below_text and indent < inner + 2)
    is_beside_fields = _OPENS.fullmatch(plain(part.lines[0]).lstrip()) and FIELD.match(second)
    return indent < inner and not is_beside_fields


def _ends_in_fields(part: Part) -> bool:
    """Whether `part` is a list whose last line is a field of an item."""
    second, last = (plain(line).lstrip() for line in (part.second, part.last))
    return bool(_ITEM.match(second) and FIELD.match(last)) and not is_whole(part.lines[0])


def indent_of(line: str) -> int:
    """By how many spaces `line` is indented, whatever it is indented with."""
    text = plain(line)
    return len(text) - len(text.lstrip())


def is_whole(line: str) -> bool:
    """Whether a field's first line holds its whole value."""
    found = _WITH_VALUE.match(plain(line).lstrip())
    return found is not None and _is_whole_value(found["value"].strip())


def _is_whole_item(line: str) -> bool:
    """Whether an item of a list is a text, and this line holds it all."""
    found = _ITEM.match(plain(line).lstrip())
    return found is not None and not FIELD.match(found["value"]) and _is_whole_value(found["value"].strip())


def _is_whole_value(value: str) -> bool:
    return bool(value) and value[0] not in "|>#&" and value.endswith(_OPENERS.get(value[0], ""))
