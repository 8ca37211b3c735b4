"""Fields → typed values by a schema: unknown names, missing and repeated ones, wrong values, all at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from ..problems import Position, Problem, Severity
from ..reading.front_matter import Field, Mapping, Scalar, Sequence, Value
from ..similar import similar_name
from .fields import FieldType, Reader, Reading

MOST_UNKNOWN = 20
"""Unknown fields that are told of one mapping: guessing what each was meant to be takes its time."""


def read_fields(
    fields: dict[str, Field],
    schema: Collection[FieldType],
    reading: Reading,
    unreadable: Collection[str] = (),
    at: Position | None = None,
) -> dict[str, Any]:
    """The values of `fields` that `schema` knows and could read; what is wrong goes to `reading.problems`.

    `unreadable` names fields whose syntax was already reported; `at` is where a missing field is reported.
    """
    known = {field.name: field for field in schema}
    unknown = [(name, found.at) for name, found in fields.items() if name not in known]
    reading.problems.extend(_unknown_field(name, at, known) for name, at in unknown[:MOST_UNKNOWN])
    values: dict[str, Any] = {}
    for name, field in known.items():
        found_field = fields.get(name)
        if found_field is None or is_empty(found_field):
            if field.required and name not in unreadable:
                place = found_field.at if found_field else at or Position(reading.path)
                reading.problems.append(_missing_field(name, place, field.example and field.example(reading)))
            continue
        value = field.read(found_field.value, reading)
        if value is not None:
            values[name] = value
    return values


def record(make: Callable[..., Any], form: str, *schema: FieldType, with_position: bool = False) -> Reader:
    """A value of fields of its own, by `schema` → what `make` makes of them; `form` shows how it is written.

    With `with_position`, `make` is told where the value stands (`at`).
    """
    required = {field.name for field in schema if field.required}

    def read(value: Value, reading: Reading) -> Any:
        if not isinstance(value, Mapping):
            refuse_value(value, form, reading)
            return None
        found = read_fields(value.fields, schema, reading, at=value.at)
        if required - found.keys():
            return None
        return make(**found, at=value.at) if with_position else make(**found)

    return read


def refuse_value(value: Value, form: str, reading: Reading) -> None:
    """Refuse `value`, which has no fields; `form` shows how it is written."""
    reading.refuse(
        "not-fields",
        value.at,
        "Here should be several fields, each with its name.",
        "Write it so: {form}",
        form=form,
    )


def unreadable(syntax: Collection[Problem], schema: Collection[FieldType]) -> frozenset[str]:
    """The fields of `schema` that mistakes of syntax hide: all of them where a mistake is no field's.

    A mistake that has a repair hides nothing: what it concerns was read as it was meant.
    """
    hiding = [problem for problem in syntax if not problem.repair]
    if all(problem.field for problem in hiding):
        return frozenset(problem.field for problem in hiding if problem.field)
    return frozenset(field.name for field in schema)


def is_empty(field: Field) -> bool:
    """Whether the field has a name alone: no text, no item, no field of its own."""
    match field.value:
        case Scalar(text):
            return not text.strip()
        case Sequence(items):
            return not items
        case Mapping(fields):
            return not fields


def _unknown_field(name: str, at: Position, known: Collection[str]) -> Problem:
    close = similar_name(name.lower(), known)
    return Problem(
        "unknown-field",
        Severity.ERROR,
        at,
        "There is no field “{name}”.",
        "Did you mean “{close}”?" if close else "Delete it, or write one of: {known}",
        {"name": name, "close": close, "known": ", ".join(known)},
        name,
    )


def _missing_field(name: str, at: Position, example: str | None) -> Problem:
    return Problem(
        "missing-field",
        Severity.ERROR,
        at,
        "The field “{name}” is missing or empty.",
        "Bring back its old value if this was published before. If not, add: {name}: {example}"
        if example
        else "Add it: {name}: …",
        {"name": name, "example": example or ""},
        name,
    )
