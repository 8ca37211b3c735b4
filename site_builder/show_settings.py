"""`podcast/show.yml`, and `podcast/<name>/show.yml` of each further show → `Show`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .podcasting import Texts
from .problems import Problem
from .schema import fields as read
from .schema.fields import FieldType
from .schema.validate import read_fields, record
from .settings import Settings, every_language, filled, open_settings
from .shows import FIRST, SHOW_FILE, Show

_TEXTS = read.per_language(read.text)
_PER_LANGUAGE = ("guid", "title", "description")
"""Fields with a text in every language of the site."""

_OWNER = record(
    dict,
    "{name: …, email: …}",
    FieldType("name", read.text, required=True),
    FieldType("email", read.text, required=True),
)
_SHOW = (
    FieldType("guid", read.per_language(read.guid), required=True),
    FieldType("title", _TEXTS, required=True),
    FieldType("description", _TEXTS, required=True),
    FieldType("author", read.text, required=True),
    FieldType("owner", _OWNER, required=True),
    FieldType("categories", read.list_of(read.text), required=True),
    FieldType("image", read.file, required=True),
    FieldType("explicit", read.flag),
    FieldType("hosts", read.list_of(read.text)),
    FieldType("copyright", read.text),
)
_REQUIRED = frozenset(field.name for field in _SHOW if field.required)


def read_shows(
    root: Path, files: Iterable[str], settings: Settings
) -> tuple[dict[str, Show], tuple[Problem, ...]]:
    """The shows among the project's `files` by their folder, the first one first, and what is wrong with them.

    One that lacks a required field is left out: that is a problem by then.
    """
    shows: dict[str, Show] = {}
    problems: tuple[Problem, ...] = ()
    for folder in sorted(filter(None, map(_folder, files)), key=lambda folder: (folder != FIRST, folder)):
        show, found = _read(root, folder, settings)
        problems += found
        if show:
            shows[folder] = show
    return shows, problems


def _folder(path: str) -> str:
    """The folder of a show's settings file `path`; empty where the file is another one."""
    folder, _, name = path.rpartition("/")
    return folder if name == SHOW_FILE and path.startswith(f"{FIRST}/") and path.count("/") <= 2 else ""


def _read(root: Path, folder: str, settings: Settings) -> tuple[Show | None, tuple[Problem, ...]]:
    fields, reading, hidden = open_settings(root, f"{folder}/{SHOW_FILE}", settings.zone, _SHOW)
    values = read_fields(fields, _SHOW, reading, hidden)
    if _REQUIRED - values.keys():
        return None, tuple(reading.problems)
    for name in _PER_LANGUAGE:
        texts: Texts = values[name]
        every_language(name, texts, settings, fields[name], reading)
        values[name] = filled(texts, settings)
    owner = values.pop("owner")
    positions = {name: found.at for name, found in fields.items()}
    show = Show(folder, owner_name=owner["name"], owner_email=owner["email"], positions=positions, **values)
    return show, tuple(reading.problems)
