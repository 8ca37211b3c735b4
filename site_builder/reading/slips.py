"""A line of a header that YAML can't read as it was meant → the line as it was meant, and what is wrong with it.

Nothing here knows the fields of the site: a slip is told by the shape of its line alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .characters import BULLETS, COLONS, INVISIBLE, plain
from .composing import composed
from .slip import Slip, shown, slip
from .slips_of_values import value_slip

NAME = r"[^\W\d_][\w-]{0,60}"
"""What a field is called, also one that doesn't exist."""

FIELD = re.compile(rf"(?P<start>\s*(?:- +)*(?P<name>{NAME})[ \t]*:(?:[ \t]+|$))(?P<value>.*)")
_ITEM = re.compile(r"(?P<start>\s*- +)(?P<value>.*)")
_INDENT = re.compile(rf"(?:\s|{INVISIBLE.pattern})*")
_ITEM_TAB = re.compile(r"(?P<start> *-)[ ]*\t\s*")
_HEAD = re.compile(
    rf"(?:- +)?{NAME}(?:\w|{INVISIBLE.pattern}){{0,60}}\s*[:{COLONS}](?:\s|{INVISIBLE.pattern})*"
)
_WIDE_COLON = re.compile(rf"(?P<start>\s*(?:- +)?(?P<name>{NAME}))\s*(?P<mark>[{COLONS}])\s*(?=\S)")
_EQUALS = re.compile(r"(?P<start>\s*(?P<name>[a-z_]+))[ \t]*(?P<mark>=)[ \t]*(?=\S)")
_NO_SPACE = re.compile(rf"\s*(?:- +)?(?P<name>{NAME})[ \t]*:(?=[^\s/])")
_IN_BRACES = re.compile(r"[{,][ \t]*(?P<name>[a-z_]+):(?=[\"'\w])")
_BULLET = re.compile(rf"(?P<indent>\s*)(?P<mark>[{BULLETS}])\s+(?=\S)")


def slip_of(line: str, name: str) -> Slip | None:
    """The first slip in `line`, with all of them mended in what was meant; `name` is the field that it belongs to."""
    first: Slip | None = None
    meant = line
    for rule in _RULES:
        if found := rule(meant, name):
            first, meant = first or found, found.meant
            sure = first.is_sure and found.is_sure
            first = replace(first, meant=meant, is_sure=sure, values={**first.values, "right": shown(meant)})
    return first


def indentation_slip(line: str, indent: int | None = None) -> Slip | None:
    """A line that should begin behind `indent` spaces; without one, behind as many as its own tabs and spaces make."""
    found = _INDENT.match(line)
    assert found is not None
    written = found[0]
    right = plain(written).replace("\t", "  ") if indent is None else " " * indent
    if written == right:
        return None
    meant = right + line[len(written) :]
    if "\t" in written:
        return _tab(written.index("\t") + 1, meant)
    if odd := INVISIBLE.search(written):
        return invisible_slip(odd[0], odd.start() + 1, meant)
    return slip(
        "header-indentation",
        len(written) + 1,
        meant,
        "The line begins in another column than its neighbours.",
        "It should begin in column {number}.",
        number=str(len(right) + 1),
    )


def between_slip(line: str) -> Slip:
    """An indented field below a list of fields, beside none of them."""
    meant = plain(line).lstrip()
    return slip(
        "header-indentation",
        len(line) - len(line.lstrip()) + 1,
        meant,
        "The line begins in another column than its neighbours.",
        "If it is a field of its own, begin it in column 1; if it belongs to the item above, below its other fields.",
        is_sure=False,
    )


def bullet_slip(line: str) -> Slip | None:
    """A bullet in place of a hyphen; before a field at the beginning of a line nothing belongs."""
    found = _BULLET.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    meant = rest if not found["indent"] and FIELD.match(rest) else f"{found['indent']}- {rest}"
    return slip(
        "header-bullet",
        found.start("mark") + 1,
        meant,
        "The line begins with the bullet “{mark}”, which has no meaning here.",
        "Write: {right}",
        mark=found["mark"],
    )


def _indentation(line: str, name: str) -> Slip | None:
    return indentation_slip(line)


def _item_tab(line: str, name: str) -> Slip | None:
    """A tab behind the hyphen of an item."""
    found = _ITEM_TAB.match(line)
    return _tab(found.end("start") + 1, f"{found['start']} {line[found.end() :]}") if found else None


def _tab(column: int, meant: str) -> Slip:
    return slip(
        "header-tab",
        column,
        meant,
        "A tab stands here, where only spaces may stand.",
        "Put spaces in its place.",
    )


def _head(line: str, name: str) -> Slip | None:
    """Odd characters in the name of a field and around its colon."""
    indent = len(line) - len(line.lstrip())
    found = _HEAD.match(line, indent)
    odd = found and INVISIBLE.search(found[0])
    if not found or not odd:
        return None
    meant = line[:indent] + plain(found[0]) + line[found.end() :]
    return invisible_slip(odd[0], indent + odd.start() + 1, meant)


def invisible_slip(character: str, column: int, meant: str) -> Slip:
    """A character that nobody sees, where YAML would take it for a part of a name or a value."""
    return slip(
        "invisible-character",
        column,
        meant,
        "There is an invisible character (U+{character}) here, where at most a plain space may stand.",
        "Delete it; if a space belongs here, type a plain one.",
        character=f"{ord(character):04X}",
    )


def _colon(line: str, name: str) -> Slip | None:
    """Another mark in place of the colon."""
    found = _WIDE_COLON.match(line) or _EQUALS.match(line)
    if not found:
        return None
    meant = f"{found['start']}: {line[found.end() :]}"
    return slip(
        "header-colon",
        found.start("mark") + 1,
        meant,
        "Behind the name “{name}” stands “{mark}” instead of a plain colon.",
        "Write: {right}",
        name=found["name"],
        mark=found["mark"],
    )


def _space(line: str, name: str) -> Slip | None:
    """No space behind the colon."""
    found = _NO_SPACE.match(line)
    return _missing_space(found, f"{found[0]} {line[found.end() :]}") if found else None


def _space_in_braces(line: str, name: str) -> Slip | None:
    """No space behind a colon within `{…}`."""
    found = _IN_BRACES.search(line)
    return _missing_space(found, _IN_BRACES.sub(r"\g<0> ", line)) if found else None


def _missing_space(colon: re.Match[str], meant: str) -> Slip:
    return slip(
        "header-colon-space",
        colon.end() + 1,
        meant,
        "Behind the colon of “{name}” a space is missing.",
        "Write: {right}",
        name=colon["name"],
    )


def _value(line: str, name: str) -> Slip | None:
    """A value that isn't YAML by itself."""
    found = FIELD.match(line)
    if found:
        return value_slip(found["start"], found["value"].rstrip(), found["name"])
    item = _ITEM.match(line)
    if item and not composed(f"- {item['value']}"):
        return value_slip(item["start"], item["value"].rstrip(), name)
    return None


_RULES: tuple[Callable[[str, str], Slip | None], ...] = (
    _indentation,
    _item_tab,
    _head,
    _colon,
    _space,
    _space_in_braces,
    _value,
)
