"""A line of an episode's header, changed without touching anything else in the file."""

from __future__ import annotations

import re

from ..reading.front_matter import Mapping, Scalar, Value, parse_document
from ..reading.source import SourceFile

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FIELD = re.compile(
    r"""(?P<field>(?P<name>\w+)[ \t]*:)
        [ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[^"'#\s][^\r\n]*?)?
        (?P<rest>(?:[ \t]+\#[^\r\n]*)?[ \t]*[\r\n]*)""",
    re.VERBOSE,
)
_BOUNDARY = re.compile(r"-{3,}\s*")

Plain = str | list["Plain"] | dict[str, "Plain"]


def with_field(text: str, name: str, value: str) -> str | None:
    """`text`, a Markdown file, with `value` in the field `name`; None where no single line of it can say so."""
    before = _fields(text)
    if before is None:
        return None
    if before.get(name) == value:
        return text
    lines = _LINE.findall(text)
    changed = "".join(_set(lines, name, value) if name in before else _added(lines, name, value))
    return changed if _fields(changed) == {**before, name: value} else None


def _set(lines: list[str], name: str, value: str) -> list[str]:
    """The first line that is the field `name` says `value`; a comment behind it stays."""
    for number, line in enumerate(lines):
        if (found := _FIELD.fullmatch(line)) and found["name"] == name:
            return [*lines[:number], f"{found['field']} {value}{found['rest']}", *lines[number + 1 :]]
    return lines


def _added(lines: list[str], name: str, value: str) -> list[str]:
    """A line more at the end of the header, with the line end of the others."""
    ends = (number for number, line in enumerate(lines) if number and _BOUNDARY.fullmatch(line))
    end = next(ends, 0)
    line_end = lines[0][len(lines[0].rstrip("\r\n")) :] if lines else "\n"
    return [*lines[:end], f"{name}: {value}{line_end}", *lines[end:]]


def _fields(text: str) -> dict[str, Plain] | None:
    """What the fields of the header say, wherever they stand; None where some can't be read."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    raw, problems = parse_document(SourceFile("", plain))
    if any(problem.is_error for problem in problems):
        return None
    return {name: _plain(field.value) for name, field in raw.fields.items()}


def _plain(value: Value) -> Plain:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Mapping):
        return {name: _plain(field.value) for name, field in value.fields.items()}
    return [_plain(item) for item in value.items]
