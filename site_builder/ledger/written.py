"""The ledger as JSON, and back.

    {"version": 1, "site": "https://…/", "due": …, "content": …,
     "pages": [{"url": "/o-nas/", "language": "cs", "source": "content/o-nas.cs.md"}, …],
     "redirects": [{"url": "/o-centru/", "to": "/o-nas/"}, …],
     "files": [{"url": "/media/zprava.pdf", "source": "content/zprava.pdf"}, …],
     "feeds": [{"url": "/podcast/feed.xml", "language": "cs", "items": [{"guid": …, "date": …, …}]}]}

A page and an item have a line each, so that two ledgers compare well. A field that says nothing is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, replace
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from .entries import (
    VERSION,
    Ledger,
    PublishedFeed,
    PublishedFile,
    PublishedItem,
    PublishedPage,
    PublishedRedirect,
)

Entry = PublishedPage | PublishedRedirect | PublishedFile | PublishedItem | PublishedFeed
Some = TypeVar("Some", bound=Entry)

_TYPES: dict[object, type] = {"str": str, "int": int}
"""The fields that are written as they are, by their annotations."""

_WHOLE = re.compile("https?://[^/]")
_ADDRESS = re.compile(f"/|{_WHOLE.pattern}")
_MOMENT = re.compile(r"[1-8]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
_FORMS: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    "site": (_WHOLE, urlsplit),
    **dict.fromkeys(("url", "to", "page", "enclosure"), (_ADDRESS, urlsplit)),
    **dict.fromkeys(("date", "due", "audio_changed"), (_MOMENT, datetime.fromisoformat)),
}
"""What values look like that aren't any text, and what reads them: it raises `ValueError` where they can't be."""


class NoLedgerError(Exception):
    """The text is no ledger; `newer` where its form has a later version than ours."""

    def __init__(self, reason: str, *, newer: bool = False) -> None:
        """`reason` is for people, in English."""
        super().__init__(reason)
        self.newer = newer


def as_json(ledger: Ledger) -> bytes:
    """`ledger` as the bytes of its file."""
    head: dict[str, object] = {"version": VERSION, "site": ledger.site}
    if ledger.preview:
        head["preview"] = True
    if ledger.due:
        head["due"] = ledger.due
    if ledger.content:
        head["content"] = ledger.content
    start = ",\n".join(f" {_json(name)}: {_json(value)}" for name, value in head.items())
    feeds = ",\n  ".join(f'{_object(feed)[:-1]}, "items": {_lines(feed.items, 3)}}}' for feed in ledger.feeds)
    text = (
        f"{{\n{start},\n"
        f' "pages": {_lines(ledger.pages, 2)},\n'
        f' "redirects": {_lines(ledger.redirects, 2)},\n'
        f' "files": {_lines(ledger.files, 2)},\n'
        f' "feeds": [\n  {feeds}\n ]\n}}\n'
    )
    return text.encode()


def _lines(entries: Iterable[Entry], indent: int) -> str:
    lines = ",\n".join(" " * indent + _object(entry) for entry in entries)
    return f"[\n{lines}\n{' ' * (indent - 1)}]" if lines else "[]"


def _object(entry: Entry) -> str:
    """The fields of `entry` that are texts and numbers, but those that have their usual value."""
    values = ((field, getattr(entry, field.name)) for field in fields(entry) if field.type in _TYPES)
    return _json({field.name: value for field, value in values if value != field.default})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_json(data: bytes) -> Ledger:
    """The ledger of a file's bytes. Raises `NoLedgerError`, whatever they are."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoLedgerError("it is no JSON") from error
    if not isinstance(content, dict):
        raise NoLedgerError("it is no object of JSON")
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise NoLedgerError("it has no version")
    if version > VERSION:
        raise NoLedgerError(f"its form has version {version}", newer=True)
    pages = _entries(content, "pages", PublishedPage)
    if not pages:
        raise NoLedgerError("it has no pages, which every site has")
    return Ledger(
        _value(content, "site"),
        pages,
        _entries(content, "redirects", PublishedRedirect),
        tuple(_feed(each) for each in _value(content, "feeds", kind=list)),
        _value(content, "due", ""),
        _value(content, "preview", False, bool),
        _entries(content, "files", PublishedFile),
        _value(content, "content", ""),
    )


def _feed(content: object) -> PublishedFeed:
    feed = _entry(content, PublishedFeed)
    assert isinstance(content, dict)
    return replace(feed, items=_entries(content, "items", PublishedItem))


def _entries(content: dict[str, Any], name: str, kind: type[Some]) -> tuple[Some, ...]:
    return tuple(_entry(each, kind) for each in _value(content, name, kind=list))


def _entry(content: object, kind: type[Some]) -> Some:
    """The object of JSON as a `kind` by its fields that are texts and numbers."""
    if not isinstance(content, dict):
        raise NoLedgerError("something in it is no object of JSON")
    shape = [field for field in fields(kind) if field.type in _TYPES]
    values = {field.name: _value(content, field.name, field.default, _TYPES[field.type]) for field in shape}
    return kind(**values)


def _value(content: dict[str, Any], name: str, default: object = MISSING, kind: type = str) -> Any:
    value: Any = content.get(name, default)
    if type(value) is not kind:
        raise NoLedgerError(f"its {name} is missing or isn't of its type")
    if name in _FORMS and value != default and not _is_in_form(str(value), *_FORMS[name]):
        raise NoLedgerError(f"its {name} hasn't the form that it must have")
    return value


def _is_in_form(value: str, form: re.Pattern[str], read: Callable[[str], object]) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return form.match(value) is not None
