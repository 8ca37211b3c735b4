"""`podcast/show.yml`, and `podcast/<name>/show.yml` of each further show → `Show`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..problems import Problem
from ..schema import fields as read
from ..schema import podcasting
from ..schema.fields import FieldType
from ..schema.validate import named_fields, read_named_fields, record, written_names
from ..shows import FIRST, SHOW_FILE, Show
from .file import open_settings
from .per_language import every_language, filled
from .site import Settings

_TEXTS = read.per_language(read.text)
_FOR_READERS = ("title", "description", "author", "copyright")
"""Fields with a text in every language of the site; one that isn't a mapping stands in all of them."""

_OWNER = record(
    dict,
    "{name: …, email: …}",
    FieldType("name", read.text, required=True),
    FieldType("email", podcasting.mail_address, required=True),
)
SHOW_FIELDS = (
    FieldType("guid", read.per_language(podcasting.feed_guid), required=True),
    FieldType("title", _TEXTS, required=True),
    FieldType("description", _TEXTS, required=True),
    FieldType("author", read.one_or_per_language, required=True),
    FieldType("owner", _OWNER, required=True),
    FieldType("categories", read.list_of(podcasting.category), required=True),
    FieldType("image", read.file, required=True),
    FieldType("explicit", read.flag),
    FieldType("type", read.one_of("episodic", "serial")),
    FieldType("publish_time", read.clock),
    FieldType("hosts", read.names),
    FieldType("credits", read.list_of(podcasting.CREDIT)),
    FieldType("copyright", read.one_or_per_language),
    FieldType("license", podcasting.license),
    FieldType("location", podcasting.LOCATION),
    FieldType("funding", read.list_of(podcasting.FUNDING)),
    FieldType("update_frequency", podcasting.UPDATE_FREQUENCY),
    FieldType("podroll", read.list_of(podcasting.REMOTE_ITEM)),
    FieldType("publisher", podcasting.REMOTE_ITEM),
    FieldType("txt", read.list_of(podcasting.NOTE)),
    FieldType("ai_content", read.flag),
    FieldType("images", read.list_of(podcasting.ARTWORK)),
    FieldType("seasons", podcasting.seasons),
    FieldType("apps", podcasting.APPS),
    FieldType("locked", read.flag),
    FieldType("block", read.flag),
    FieldType("blocked_services", podcasting.SERVICES_BLOCKED),
    FieldType("complete", read.flag),
    FieldType("podping", read.flag),
    FieldType("hub", read.web_address),
    FieldType("new_feed_url", read.per_language(read.web_address)),
    FieldType("encoding", podcasting.ENCODING),
)
_REQUIRED = frozenset(field.name for field in SHOW_FIELDS if field.required)


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
    path = f"{folder}/{SHOW_FILE}"
    fields, reading, hidden = open_settings(root, path, settings.zone, SHOW_FIELDS, settings.address)
    fields = named_fields(fields, SHOW_FIELDS, reading)
    values = read_named_fields(fields, SHOW_FIELDS, reading, hidden)
    if _REQUIRED - values.keys():
        return None, tuple(reading.problems)
    languages = settings.languages
    every_language("guid", values["guid"], languages, fields["guid"], reading)
    for name in filter(values.__contains__, _FOR_READERS):
        if isinstance(values[name], str):
            values[name] = dict.fromkeys(languages, values[name])
        every_language(name, values[name], languages, fields[name], reading)
        # Nothing stands in for a guid: two feeds would have the same.
        values[name] = filled(values[name], languages)
    owner = values.pop("owner")
    show = Show(
        folder,
        owner_name=owner["name"],
        owner_email=owner["email"],
        positions={name: found.at for name, found in fields.items()},
        written=written_names(fields, ("hosts", "credits")),
        **values,
    )
    return show, tuple(reading.problems)
