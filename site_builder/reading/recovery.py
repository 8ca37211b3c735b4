"""A header that isn't YAML, or says something else than it seems to → its fields one by one, as they were meant.

The lines of each field are mended until YAML reads them; what was mended is told, and the reading goes on as if it
had been right. So no mistake hides another one, and none makes noise of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from ..problems import Position, Problem, Severity
from ..repairs import Replacement
from .composing import TooDeepError, compose, composed
from .indentation import aligned
from .parts import Part, indent_of, is_whole, parts
from .slip import Slip
from .slips import FIELD, between_slip, bullet_slip, indentation_slip, slip_of
from .slips_of_values import value_slip
from .syntax import list_below_value, no_colon, not_fields, syntax_error, too_deep
from .traps import swallows, trap_slips

MOST = 50
"""Mistakes that are told of one header; it is no header if it has more."""

_OPEN = frozenset({"value-bracket", "value-quote-open"})


@dataclass(frozen=True, slots=True)
class Recovered:
    """The fields that could be read, and what is wrong.

    Each with the line that its node begins on, and whether the file says it just so.
    """

    nodes: tuple[tuple[yaml.MappingNode, int, bool], ...]
    problems: tuple[Problem, ...]


def recover(path: str, text: str, line: int) -> Recovered:
    """Read `text`, which begins on `line` of file `path`, field by field."""
    nodes: list[tuple[yaml.MappingNode, int, bool]] = []
    problems: list[Problem] = []
    above = ""
    for part in parts(text.split("\n"), line):
        node, found = _read(part, path, above)
        if node:
            nodes.append((node, part.line, not found))
        problems += found
        above = part.name or above
        if len(problems) > MOST:
            problems.append(not_fields(Position(path, part.line)))
            break
    if nodes or above:
        return Recovered(tuple(nodes), tuple(problems))
    before = text[: len(text) - len(text.lstrip())]
    return Recovered((), (not_fields(Position(path, line + before.count("\n"))),))


def _read(part: Part, path: str, above: str) -> tuple[yaml.MappingNode | None, list[Problem]]:
    """The node of `part`, which stands below field `above`, if it can be read, and what is wrong with it."""
    written = list(part.lines)
    if _is_too_deep(part):
        return None, [too_deep(Position(path, part.line), part.name or None)]
    node = _mended(part)
    name = part.name
    if not node and not part.slips:
        return None, [_unreadable(part, path, name, above)]
    if len(part.lines) < len(written):  # several lines became one
        written = ["\n".join(written).rstrip("\n")]
    slips = sorted(part.slips.items())[:MOST]
    return node, [
        _problem(
            slip if node else replace(slip, is_sure=False),
            Position(path, part.line + number, slip.column),
            written[number],
            name or above,
        )
        for number, slip in slips
    ]


def _is_too_deep(part: Part) -> bool:
    try:
        compose("\n".join(part.lines))
    except TooDeepError:
        return True
    except yaml.YAMLError:
        return False
    return False


def _mended(part: Part) -> yaml.MappingNode | None:
    """The node of `part`, with as many of its lines mended as that needs; None where that isn't enough."""
    node = _node(part.lines)
    if not node or indent_of(part.lines[0]):
        _mend_lines(part)
        node = _node(part.lines)
    for mend in (_align, _fold):
        if not node:
            mend(part)
            node = _node(part.lines)
    if not node:
        return None
    for number, slip in list(trap_slips(node, part.lines, part.name)):
        if slip.is_sure:
            part.mend(number, slip)
        else:
            part.slips.setdefault(number, slip)
    return _node(part.lines)


def _node(lines: list[str]) -> yaml.MappingNode | None:
    node = composed("\n".join(lines))
    return node if isinstance(node, yaml.MappingNode) and not swallows(node, lines) else None


def _mend_lines(part: Part) -> None:
    for number, line in enumerate(part.lines):
        if number == 0:
            part.mend(0, bullet_slip(line))
            askew = between_slip(line) if part.may_belong_above else indentation_slip(part.lines[0], 0)
            part.mend(0, askew)
        elif part.lines[0].rstrip().endswith(":"):
            part.mend(number, bullet_slip(line))
        slip = None if line.lstrip().startswith("#") else slip_of(part.lines[number], part.name)
        if slip and slip.code in _OPEN and _goes_on(part.lines, number):
            continue  # it may be closed on a later line
        part.mend(number, slip)


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether what begins on line `number` may end on a later one; an item ends before the next."""
    below = next(filter(str.strip, lines[number + 1 :]), "")
    are_items = all(line.lstrip().startswith("- ") for line in (lines[number], below))
    return bool(below) and not are_items


def _align(part: Part) -> None:
    """Move the lines that begin beside their neighbours, where that makes the field one that can be read."""
    lines = aligned(part.lines)
    if _node(lines):
        for number, (line, right) in enumerate(zip(part.lines, lines, strict=True)):
            if line != right:
                part.mend(number, indentation_slip(line, indent_of(right)))


def _fold(part: Part) -> None:
    """Make one line of a text that goes on in further ones, and put it in quotes if it needs them."""
    start = FIELD.match(part.lines[0])
    rest = [line for line in part.lines[1:] if line.strip()]
    if not start or not rest or not is_whole(part.lines[0]):
        return
    if any(not indent_of(line) or line.lstrip().startswith(("- ", "#")) for line in rest):
        return
    value = " ".join(line.strip() for line in (start["value"], *rest))
    if slip := value_slip(start["start"], value, start["name"]):
        part.slips = {0: replace(slip, column=start.start("value") + 1)}
        part.lines = [slip.meant]


def _problem(slip: Slip, at: Position, written: str, name: str) -> Problem:
    return Problem(
        slip.code,
        Severity.ERROR if slip.is_error else Severity.WARNING,
        at,
        slip.message,
        slip.hint,
        slip.values,
        name or None,
        _difference(at, written, slip.meant) if slip.is_sure else None,
    )


def _difference(at: Position, old: str, new: str) -> Replacement:
    """What makes line `old` to `new`, without what both begin and end with."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return Replacement(
        Position(at.path, at.line, start + 1), old[start : len(old) - end], new[start : len(new) - end]
    )


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _unreadable(part: Part, path: str, name: str, above: str) -> Problem:
    """What is wrong with a field that no mending helped."""
    text = "\n".join(part.lines)
    first, *rest = (line.strip() for line in part.lines if line.strip())
    value = first.partition(":")[2].strip()
    if name and value and rest and all(line.startswith("- ") for line in rest):
        items = [value, *(line.removeprefix("- ") for line in rest)]
        return list_below_value(Position(path, part.line), name, items)
    try:
        node = compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        last = text.rstrip().count("\n")
        line = min(mark.line, last) if mark else 0
        column = mark.column if mark and mark.line <= last else 0
        if not (name or FIELD.search(text)) and line == 0:
            return no_colon(Position(path, part.line), part.lines[0], above)
        return syntax_error(Position(path, part.line + line, column + 1), name)
    if isinstance(node, yaml.ScalarNode):
        return no_colon(Position(path, part.line), part.lines[0], above)
    return not_fields(Position(path, part.line))
