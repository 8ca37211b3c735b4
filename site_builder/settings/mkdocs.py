"""`mkdocs.yml` → the site's address, and what would keep mkdocs from building.

mkdocs has fields, tags and references of its own in that file: only what every site needs is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from ..problems import Position, Problem, Severity
from ..reading.composing import composed
from ..reading.front_matter import Field, Mapping, Scalar, Sequence, Value, parse_fields
from ..reading.source import read_source
from ..reading.syntax import not_fields
from ..schema.fields import FieldType, Reading, text, web_address
from ..schema.validate import read_named_fields
from .file import settings_missing

MKDOCS = "mkdocs.yml"
PLUGIN = "site-builder"
SITE_DIR = "site"
"""The folder of the project that mkdocs builds into where its file says nothing else."""

_SITE_URL = re.compile(r"^site_url:.*?(https?://[^\s\"',\]]+)", re.MULTILINE)
_ABSOLUTE = re.compile(r"https?://[^\s/?#]+\S*")


def read_mkdocs(root: Path) -> tuple[str, tuple[Problem, ...]]:
    """The address in `mkdocs.yml`, also where a variable of the environment may replace it; and what is wrong there.

    The address is empty where it says none.
    """
    try:
        source, problems = read_source(root, MKDOCS)
    except OSError:
        return "", (settings_missing(MKDOCS),)
    found = _SITE_URL.search(source.text)
    address = found[1] if found else ""
    if any(problem.is_error for problem in problems):
        return address, problems
    fields, syntax = parse_fields(MKDOCS, source.text)
    if composed(source.text) is None:
        return address, (*problems, *_unreadable(syntax))
    own = frozenset(problem.field for problem in syntax if problem.code == "yaml-forbidden" and problem.field)
    return address, (*problems, *_missing(fields, own))


def _unreadable(syntax: Iterable[Problem]) -> tuple[Problem, ...]:
    """The mistakes of syntax that are mkdocs' too. People mend them: the fields are not ours to guess."""
    mistakes = (replace(one, repair=None) for one in syntax if one.is_error and one.code != "yaml-forbidden")
    return tuple(mistakes) or (not_fields(Position(MKDOCS)),)


def _missing(fields: dict[str, Field], own: frozenset[str]) -> tuple[Problem, ...]:
    """What is wrong with the fields that every site needs.

    Those with a tag are mkdocs' `own`; a file that goes on from another one may leave all of them to that (`INHERIT`).
    """
    reading = Reading(MKDOCS, ZoneInfo("UTC"))
    inherits = "INHERIT" in fields
    schema = (FieldType("site_name", text, required=not inherits), FieldType("site_url", _site_url))
    plain = {name: found for name, found in fields.items() if name not in own}
    read_named_fields(plain, schema, reading, own)
    if "plugins" not in own and not (inherits and "plugins" not in fields):
        plugins = plain.get("plugins")
        if PLUGIN not in _names(plugins.value if plugins else None):
            reading.problems.append(_no_plugin(plugins.at if plugins else Position(MKDOCS)))
    site_dir = fields.get("site_dir")
    if site_dir and not (isinstance(site_dir.value, Scalar) and site_dir.value.text == SITE_DIR):
        reading.problems.append(_site_elsewhere(site_dir.at))
    return tuple(reading.problems)


def _site_url(value: Value, reading: Reading) -> str | None:
    """The address of the site, on this computer too."""
    return (
        value.text
        if isinstance(value, Scalar) and _ABSOLUTE.fullmatch(value.text)
        else web_address(value, reading)
    )


def _names(plugins: Value | None) -> Iterator[str]:
    """The names of `plugins`: a list of names, of names with options, or all of them with their options."""
    match plugins:
        case Scalar(name):
            yield name
        case Sequence(items):
            for item in items:
                yield from _names(item)
        case Mapping(fields):
            yield from fields


def _no_plugin(at: Position) -> Problem:
    return Problem(
        "plugin-missing",
        Severity.ERROR,
        at,
        "mkdocs.yml does not name the plugin site-builder.",
        "Write it below the field plugins: - site-builder",
        field="plugins",
    )


def _site_elsewhere(at: Position) -> Problem:
    """What compares and publishes a built site can't read all that mkdocs can here: it would take an older one."""
    return Problem(
        "site-dir-elsewhere",
        Severity.ERROR,
        at,
        "The site is built into the folder {folder}, where it is compared and published from; "
        "site_dir would change that.",
        "Delete this line; to build into another folder, say so with each command: --site-dir",
        {"folder": SITE_DIR},
        field="site_dir",
    )
