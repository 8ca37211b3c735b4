"""Fields → typed values by a schema: unknown names, missing and repeated ones, wrong values, all at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from ..problems import Position, Problem, Severity
from ..reading.front_matter import Field, Mapping, Scalar, Sequence, Value
from .fields import FieldType, Reader, Reading
from .misnamed import meaning, unknown_field

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
    return read_named_fields(named_fields(fields, schema, reading), schema, reading, unreadable, at)


def read_named_fields(
    fields: dict[str, Field],
    schema: Collection[FieldType],
    reading: Reading,
    unreadable: Collection[str] = (),
    at: Position | None = None,
) -> dict[str, Any]:
    """The values of `fields` that have the names of `schema` already (`named_fields`); else as `read_fields`."""
    values: dict[str, Any] = {}
    for field in schema:
        name = field.name
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


def named_fields(
    fields: dict[str, Field], schema: Collection[FieldType], reading: Reading
) -> dict[str, Field]:
    """`fields` under the names of `schema`: one under another name that can mean only one thing counts as that.

    The others that it doesn't know are left out; both are told of in `reading.problems`.
    """
    known = {field.name for field in schema}
    if fields.keys() <= known:
        return fields
    named = {name: found for name, found in fields.items() if name in known}
    names = tuple(field.name for field in schema)
    others = [(name, found) for name, found in fields.items() if name not in known]
    for name, found in others[:MOST_UNKNOWN]:
        meant, is_certain = meaning(name, [known_name for known_name in names if known_name not in named])
        if not is_certain:
            meant, is_certain = meaning(name, names)
        reading.problems.append(
            unknown_field(name, found.at, meant, names, reading, repeats=meant in named, repair=is_certain)
        )
        if is_certain:
            named.setdefault(meant, found)
    return named


def written_names(fields: dict[str, Field], names: Iterable[str]) -> dict[tuple[str, str], Scalar]:
    """The values of those of `fields` that `names` has, as they stand in the file: by the field and what they say.

    Of a list these are its items, the first of those that say the same, and of an item with fields the person that it
    names.
    """
    found: dict[tuple[str, str], Scalar] = {}
    for name in names:
        if name not in fields:
            continue
        value = fields[name].value
        for item in value.items if isinstance(value, Sequence) else (value,):
            person = item.fields.get("person") if isinstance(item, Mapping) else None
            scalar = person.value if person else item
            if isinstance(scalar, Scalar):
                found.setdefault((name, " ".join(scalar.text.split())), scalar)
    return found


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
    names = tuple(field.name for field in schema)
    hiding = [problem for problem in syntax if not problem.repair]
    if all(problem.field for problem in hiding):
        hidden = (problem.field for problem in hiding if problem.field)
        return frozenset(name if name in names else meaning(name, names)[0] or name for name in hidden)
    return frozenset(names)


def is_empty(field: Field) -> bool:
    """Whether the field has a name alone: no text, no item, no field of its own."""
    match field.value:
        case Scalar(text):
            return not text.strip()
        case Sequence(items):
            return not items
        case Mapping(fields):
            return not fields


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
