"""Text → front matter with the line and column of every field, and the body.

libyaml composes nodes (not values), because its own typing turns `no` into false, `012` into 10 and keeps the last of
two equal keys. Every scalar stays the text that was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from ..problems import Position, Problem, Severity
from ..repairs import Replacement
from .characters import INVISIBLE, plain, trimmed
from .composing import PLAIN_TAGS, compose
from .conflicts import settled
from .fences import split
from .recovery import recover
from .slips import invisible_slip
from .source import CONTROL, SourceFile, control_character, without_control
from .syntax import duplicate, forbidden, too_deep, too_long
from .traps import is_trapped, may_hold_traps

DEEPEST = 8
"""Levels of nesting that front matter may have; no field needs more than three."""

LONGEST = 65_536
"""Characters that front matter or a settings file may have; a thousand topics fit in."""

_EMPTY = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: the text as typed. An empty plain value, `~` and `null` are empty texts.

    `quote` is the mark on both sides of it in the file; None where it is written there in another way than `text`
    (with escapes, over several lines).
    """

    text: str
    at: Position
    quote: str | None = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Value, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class Mapping:
    """`fields` in the order of the file, each name once."""

    fields: dict[str, Field]
    at: Position


Value = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Field:
    """A field's value and the position of its name."""

    at: Position
    value: Value


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file taken apart: its fields, and the Markdown that begins on line `body_line`."""

    path: str
    fields: dict[str, Field]
    body: str
    body_line: int


def parse_document(source: SourceFile) -> tuple[RawDocument, tuple[Problem, ...]]:
    """Split a Markdown file into front matter and body."""
    source, conflict = settled(source)
    parts = split(source.path, source.text)
    fields, problems = parse_fields(source.path, parts.header, parts.header_line)
    for header, line in parts.more_headers:
        more, more_problems = parse_fields(source.path, header, line)
        fields, problems = more | fields, problems + more_problems
    raw = RawDocument(source.path, fields, parts.body, parts.body_line)
    problems = parts.problems + (() if parts.is_foreign else problems)
    if conflict:  # its emptied lines may stand before the header
        problems = conflict + tuple(problem for problem in problems if problem.code != "header-late")
    return raw, problems


def parse_fields(path: str, text: str, line: int = 1) -> tuple[dict[str, Field], tuple[Problem, ...]]:
    """The fields of a YAML mapping that begins on `line` of file `path`, and its mistakes of syntax.

    Where the whole is not YAML, each field is read by itself, so that one bad line doesn't hide the others.
    """
    if len(text) > LONGEST:
        return {}, (too_long(Position(path, line), len(text), LONGEST),)
    problems: list[Problem] = []
    try:
        node = compose(text)
    except yaml.YAMLError:
        return _recovered(path, text, line)
    if node is None:
        return {}, ()
    if not isinstance(node, yaml.MappingNode):
        return _recovered(path, text, line)
    fields = _Conversion(path, line, problems).mapping(node, 0, None, Position(path, line)).fields
    if may_hold_traps(text, fields) and is_trapped(node, text):
        return _recovered(path, text, line)
    return fields, tuple(problems)


def _recovered(path: str, text: str, line: int) -> tuple[dict[str, Field], tuple[Problem, ...]]:
    fields: dict[str, Field] = {}
    recovered = recover(path, text, line)
    problems = list(recovered.problems)
    for node, node_line, is_as_written in recovered.nodes:
        conversion = _Conversion(path, node_line, problems, is_as_written)
        found = conversion.mapping(node, 0, None, Position(path, node_line)).fields
        for name, entry in found.items():
            if name in fields:
                problems.append(duplicate(name, entry.at, fields[name].at))
            else:
                fields[name] = entry
    return fields, tuple(problems)


@dataclass(frozen=True, slots=True)
class _Conversion:
    """Turns YAML nodes into values with positions; what YAML can do beyond plain values is a problem.

    Each node is visited once, so that a bomb of aliases costs no more than its text. Where the text had to be mended,
    no value is `is_as_written`.
    """

    path: str
    line: int
    problems: list[Problem]
    is_as_written: bool = True
    seen: set[int] = field(default_factory=set)

    def convert(self, node: yaml.Node, depth: int = 0, field: str | None = None) -> Value:
        """The value of `node`; `field` is the field of the file that it lies in."""
        at = self.position(node)
        if node.tag not in PLAIN_TAGS:
            return self.refuse(at, field, "A YAML tag ({what}) is not allowed here.", node.tag)
        if id(node) in self.seen:
            return self.refuse(at, field, "A YAML reference (& and *) is not allowed here.")
        if depth > DEEPEST:
            self.problems.append(too_deep(at, field))
            return Scalar("", at)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth, field, at)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.convert(item, depth + 1, field) for item in node.value), at)
        assert isinstance(node, yaml.ScalarNode)
        is_empty = not node.style and node.value in _EMPTY
        return Scalar(
            "" if is_empty else self.text(node, at, field), at, _quote(node) if self.is_as_written else None
        )

    def mapping(self, node: yaml.MappingNode, depth: int, field: str | None, at: Position) -> Mapping:
        fields: dict[str, Field] = {}
        for key, child in node.value:
            key_at = self.position(key)
            name = self.text(key, key_at, field, is_name=True) if isinstance(key, yaml.ScalarNode) else ""
            if name in fields:
                self.problems.append(duplicate(name, key_at, fields[name].at))
            else:
                fields[name] = Field(key_at, self.convert(child, depth + 1, field or name))
        return Mapping(fields, at)

    def text(self, node: yaml.ScalarNode, at: Position, field: str | None, is_name: bool = False) -> str:
        """What the scalar says, without characters that no reader sees and the schema would stumble over."""
        text: str = node.value
        if text.isprintable():
            return text
        if control := CONTROL.search(text):
            self.problems.append(control_character(control[0], at, field or without_control(text)))
            text = without_control(text)
        if node.style or "\n" in text or not (found := INVISIBLE.search(text)):
            return text
        right = trimmed(plain(text) if is_name else text)
        if right != text:
            self.problems.append(_invisible(found, right, at, field))
        return right

    def position(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return Position(self.path, self.line + mark.line, mark.column + 1)

    def refuse(self, at: Position, field: str | None, message: str, what: str = "") -> Scalar:
        self.problems.append(forbidden(at, field, message, what))
        return Scalar("", at)


def _quote(node: yaml.ScalarNode) -> str | None:
    """The quotation mark around the value of `node`; None where the file has more than mark, value and mark."""
    start, end = node.start_mark, node.end_mark
    quote: str = node.style or ""
    length = len(node.value) + 2 * len(quote)
    return quote if start.line == end.line and end.column - start.column == length else None


def _invisible(found: re.Match[str], right: str, at: Position, field: str | None) -> Problem:
    """The text at `at`, in which one was `found`, should be `right`, which looks the same."""
    slip = invisible_slip(found[0], at.column + found.start(), right)
    return Problem(
        slip.code,
        Severity.ERROR,
        at._replace(column=slip.column),
        slip.message,
        slip.hint,
        slip.values,
        field or right,
        Replacement(at, found.string, right),
    )
