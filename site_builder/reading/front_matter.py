"""Text → front matter with the line and column of every field, and the body.

python-frontmatter splits the file; libyaml composes nodes (not values), because its own typing turns `no` into
false, `012` into 10 and keeps the last of two equal keys. Every scalar stays the text that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import yaml
from frontmatter.default_handlers import YAMLHandler

from ..problems import Position, Problem, Severity
from .source import CONTROL, SourceFile, control_character

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml: slower, the same nodes
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

DEEPEST = 8
"""Levels of nesting that front matter may have; no field needs more than three."""

LONGEST = 65_536
"""Characters that front matter or a settings file may have; a thousand topics fit in."""

_SAFE = 100
"""Levels that every composer bears: libyaml's recurses in C, where 3,000 end the process on a small stack."""

_FIELD = re.compile(r"^[^\s#\-][^:\n]*:(?=\s|$)", re.MULTILINE)
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_PLAIN_TAGS = frozenset(_TAGS.values())
_EMPTY = frozenset({"", "~", "null"})


class _Loader(_SafeLoader):
    """libyaml's parser that leaves every scalar a text."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        """The tag of a node that was given none."""
        return _TAGS[kind]


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
    handler = YAMLHandler()
    opening = handler.FM_BOUNDARY.match(source.text)
    if opening is None:
        return RawDocument(source.path, {}, source.text, 1), (_no_header(source),)
    try:
        header, body = handler.split(source.text)
    except ValueError:
        return RawDocument(source.path, {}, "", 1), (
            Problem(
                "header-not-closed",
                Severity.ERROR,
                Position(source.path),
                "The header (front matter) has no end.",
                "Put a line of three hyphens (---) after its last field.",
            ),
        )
    fields, problems = parse_fields(source.path, header, 1 + source.text.count("\n", 0, opening.end()))
    before = len(source.text) - len(body)
    if body.startswith("\n"):
        body, before = body[1:], before + 1
    return RawDocument(source.path, fields, body, 1 + source.text.count("\n", 0, before)), problems


def parse_fields(path: str, text: str, line: int = 1) -> tuple[dict[str, Field], tuple[Problem, ...]]:
    """The fields of a YAML mapping that begins on `line` of file `path`, and its mistakes of syntax.

    Where the whole is not YAML, each field is read by itself, so that one bad line doesn't hide the others.
    """
    if len(text) > LONGEST:
        return {}, (_too_long(Position(path, line), len(text)),)
    problems: list[Problem] = []
    try:
        node = _compose(text)
    except yaml.YAMLError:
        fields: dict[str, Field] = {}
        for part, part_line in _field_by_field(text, line):
            try:
                found = _fields_of(_compose(part), path, part_line, problems)
            except yaml.YAMLError as error:
                problems.append(_syntax_problem(error, path, part, part_line))
            else:
                fields.update(found)
        return fields, tuple(problems)
    return _fields_of(node, path, line, problems), tuple(problems)


def _compose(text: str) -> yaml.Node | None:
    """The node that YAML `text` is. Raises `YAMLError`, also where it is nested so deeply that libyaml would die."""
    if sum(map(text.count, "[{-?")) > _SAFE:
        depth = 0
        for event in yaml.parse(text, _Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _SAFE:
                raise yaml.YAMLError
    node: yaml.Node | None = yaml.compose(text, _Loader)
    return node


def _fields_of(node: yaml.Node | None, path: str, line: int, problems: list[Problem]) -> dict[str, Field]:
    if node is None:
        return {}
    value = _Conversion(path, line, problems).convert(node)
    if isinstance(value, Mapping):
        return value.fields
    problems.append(
        Problem(
            "not-fields",
            Severity.ERROR,
            value.at,
            "Here should be fields, one on a line: name, colon, value.",
            'For example: title: "Night bus"',
        )
    )
    return {}


def _field_by_field(text: str, line: int) -> Iterator[tuple[str, int]]:
    starts = [match.start() for match in _FIELD.finditer(text)]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end], line + text.count("\n", 0, start)


@dataclass(frozen=True, slots=True)
class _Conversion:
    """Turns YAML nodes into values with positions; what YAML can do beyond plain values is a problem.

    Each node is visited once, so that a bomb of aliases costs no more than its text.
    """

    path: str
    line: int
    problems: list[Problem]
    seen: set[int] = field(default_factory=set)

    def convert(self, node: yaml.Node, depth: int = 0, field: str | None = None) -> Value:
        """The value of `node`; `field` is the field of the file that it lies in."""
        at = self.position(node)
        if node.tag not in _PLAIN_TAGS:
            return self.refuse(at, field, "A YAML tag ({what}) is not allowed here.", node.tag)
        if id(node) in self.seen:
            return self.refuse(at, field, "A YAML reference (& and *) is not allowed here.")
        if depth > DEEPEST:
            return self.refuse(at, field, "The lists and fields are nested too deeply here.")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth, field, at)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.convert(item, depth + 1, field) for item in node.value), at)
        assert isinstance(node, yaml.ScalarNode)
        is_empty = not node.style and node.value in _EMPTY
        return Scalar("" if is_empty else self.text(node, at, field), at, _quote(node))

    def mapping(self, node: yaml.MappingNode, depth: int, field: str | None, at: Position) -> Mapping:
        fields: dict[str, Field] = {}
        for key, child in node.value:
            key_at = self.position(key)
            name = self.text(key, key_at, field) if isinstance(key, yaml.ScalarNode) else ""
            if name in fields:
                self.problems.append(_duplicate(name, key_at, fields[name].at))
            else:
                fields[name] = Field(key_at, self.convert(child, depth + 1, field or name))
        return Mapping(fields, at)

    def text(self, node: yaml.ScalarNode, at: Position, field: str | None) -> str:
        """What the scalar says; its escapes may bring in characters that the reading of the file keeps out."""
        text: str = node.value
        if not text.isprintable() and (control := CONTROL.search(text)):
            self.problems.append(control_character(control[0], at, field or CONTROL.sub("\ufffd", text)))
            text = CONTROL.sub("\ufffd", text)
        return text

    def position(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return Position(self.path, self.line + mark.line, mark.column + 1)

    def refuse(self, at: Position, field: str | None, message: str, what: str = "") -> Scalar:
        hint = "Write the value itself; if it begins with a mark such as & * !, put it in quotes."
        values = {"what": what}
        self.problems.append(Problem("yaml-forbidden", Severity.ERROR, at, message, hint, values, field))
        return Scalar("", at)


def _quote(node: yaml.ScalarNode) -> str | None:
    """The quotation mark around the value of `node`; None where the file has more than mark, value and mark."""
    start, end = node.start_mark, node.end_mark
    quote: str = node.style or ""
    length = len(node.value) + 2 * len(quote)
    return quote if start.line == end.line and end.column - start.column == length else None


def _no_header(source: SourceFile) -> Problem:
    return Problem(
        "header-missing",
        Severity.ERROR,
        Position(source.path),
        "The file has no header (front matter).",
        "Begin the file with a line ---, then fields such as title: …, then a line --- again.",
    )


def _too_long(at: Position, length: int) -> Problem:
    return Problem(
        "header-too-long",
        Severity.ERROR,
        at,
        "The fields have {length} characters; they may have {limit}.",
        "Move what readers should read below the header, and pictures into files of their own.",
        {"length": str(length), "limit": str(LONGEST)},
    )


def _duplicate(name: str, at: Position, first: Position) -> Problem:
    return Problem(
        "duplicate-field",
        Severity.ERROR,
        at,
        "The field “{name}” stands here for the second time (first on line {line}).",
        "Delete one of them.",
        {"name": name, "line": str(first.line)},
        name,
    )


def _syntax_problem(error: yaml.YAMLError, path: str, part: str, line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    last = max(part.rstrip().count("\n"), 0)
    at = Position(path, line + min(mark.line, last), mark.column + 1) if mark else Position(path, line)
    found = _FIELD.match(part)
    return Problem(
        "header-syntax",
        Severity.ERROR,
        at,
        "This field of the header can't be read.",
        "Behind the name stand a colon and a space, before it no tab. Put the value in straight quotes if it holds "
        'a colon or begins with a mark: title: "Help: now".',
        {},
        found[0].partition(":")[0] if found else None,
    )
