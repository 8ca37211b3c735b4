"""A file of settings → its fields, each with its place, and its mistakes of syntax."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from ..documents import PODCAST
from ..problems import Position, Problem, Severity
from ..reading.conflicts import settled
from ..reading.front_matter import Field, parse_fields
from ..reading.source import is_lost, read_source
from ..schema.fields import FieldType, Reading
from ..schema.validate import unreadable


def open_settings(
    root: Path, path: str, zone: ZoneInfo, schema: tuple[FieldType, ...], site: str = ""
) -> tuple[dict[str, Field], Reading, frozenset[str]]:
    """The fields of file `path`, a reading with its mistakes of syntax, and the fields that those hide.

    `site` is the site's address, where fields depend on it.
    """
    reading = Reading(path, zone, site=site)
    if not (root / path).is_file():
        reading.problems.append(settings_missing(path))
        return {}, reading, unreadable(reading.problems, schema)
    source, problems = read_source(root, path)
    lost = problems if is_lost(source, problems) else ()
    source, conflict = settled(source)
    fields, syntax = parse_fields(path, source.text)
    reading.problems.extend(problems + conflict + syntax)
    return fields, reading, unreadable(lost + conflict + syntax, schema)


def settings_missing(path: str) -> Problem:
    """The settings file `path` isn't there, though something needs it."""
    return Problem(
        "settings-missing",
        Severity.ERROR,
        Position(path),
        "The file {path} is missing.",
        "Create it; docs/podcast.md shows what it holds."
        if path.startswith(PODCAST)
        else "Aren't you in another folder than the project's? If not, create it; docs/site.md shows what it holds.",
        {"path": path},
    )
