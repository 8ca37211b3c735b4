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
_OPENERS = {"[": "]", "{": "}", '"': '"', "'": "'"}


@dataclass(slots=True)
class Part:
    """The lines of one field, from line `line` of the file on, and the first slip of each, as far as it is mended.

    `inner` is by how many spaces the second one is indented.
    """

    line: int
    inner: int = 0
    lines: list[str] = field(default_factory=list)
    slips: dict[int, Slip] = field(default_factory=dict)

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
            part = Part(line + number)
        if part:
            if part.lines and not part.inner:
                part.inner = indent_of(content)
            part.lines.append(content)
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
    is_outside = is_whole(part.lines[0]) or indent < part.inner
    return is_outside and _ENGLISH_FIELD.match(content) is not None


def indent_of(line: str) -> int:
    """By how many spaces `line` is indented, whatever it is indented with."""
    text = plain(line)
    return len(text) - len(text.lstrip())


def is_whole(line: str) -> bool:
    """Whether a field's first line holds its whole value."""
    found = _WITH_VALUE.match(plain(line).lstrip())
    value = found["value"].strip() if found else ""
    return bool(value) and value[0] not in "|>#&" and value.endswith(_OPENERS.get(value[0], ""))
