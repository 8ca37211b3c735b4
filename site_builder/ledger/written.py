"""The ledger as JSON, and back.

    {"version": 1, "site": "https://…/", "due": …,
     "pages": [{"url": "/o-nas/", "language": "cs", "source": "content/o-nas.cs.md"}, …],
     "redirects": [{"url": "/o-centru/", "to": "/o-nas/"}, …],
     "feeds": [{"url": "/podcast/feed.xml", "language": "cs", "items": [{"guid": …, "date": …, …}]}]}

A page and an item have a line each, so that two ledgers compare well. A field that says nothing is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

from .entries import VERSION, Ledger, PublishedFeed, PublishedItem, PublishedPage, PublishedRedirect

Entry = TypeVar("Entry", PublishedPage, PublishedRedirect, PublishedItem)

_TYPES = {"str": str, "int": int}


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
    start = ",\n".join(f" {_json(name)}: {_json(value)}" for name, value in head.items())
    feeds = ",\n".join(
        f'  {{"url": {_json(feed.url)}, "language": {_json(feed.language)}, "items": {_lines(feed.items, 3)}}}'
        for feed in ledger.feeds
    )
    text = (
        f"{{\n{start},\n"
        f' "pages": {_lines(ledger.pages, 2)},\n'
        f' "redirects": {_lines(ledger.redirects, 2)},\n'
        f' "feeds": [\n{feeds}\n ]\n}}\n'
    )
    return text.encode()


def _lines(entries: Iterable[PublishedPage | PublishedRedirect | PublishedItem], indent: int) -> str:
    lines = ",\n".join(" " * indent + _json(_said(entry)) for entry in entries)
    return f"[\n{lines}\n{' ' * (indent - 1)}]" if lines else "[]"


def _said(entry: PublishedPage | PublishedRedirect | PublishedItem) -> dict[str, object]:
    """The fields of `entry` but those that have their usual value."""
    values = ((field, getattr(entry, field.name)) for field in fields(entry))
    return {field.name: value for field, value in values if value != field.default}


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
    return Ledger(
        _value(content, "site", str),
        _entries(content, "pages", PublishedPage),
        _entries(content, "redirects", PublishedRedirect),
        tuple(_feed(each) for each in _value(content, "feeds", list)),
        _value(content, "due", str, ""),
        _value(content, "preview", bool, False),
    )


def _feed(content: object) -> PublishedFeed:
    if not isinstance(content, dict):
        raise NoLedgerError("a feed is no object")
    items = _entries(content, "items", PublishedItem)
    return PublishedFeed(_value(content, "url", str), _value(content, "language", str), items)


def _entries(content: dict[str, Any], name: str, make: Callable[..., Entry]) -> tuple[Entry, ...]:
    """The list `name` of objects, each made by a dataclass of texts and numbers."""
    shape: tuple[Field[Any], ...] = fields(make)  # type: ignore[arg-type]
    found = []
    for each in _value(content, name, list):
        if not isinstance(each, dict):
            raise NoLedgerError(f"something in {name} is no object")
        found.append(
            make(*(_value(each, field.name, _TYPES[str(field.type)], field.default) for field in shape))
        )
    return tuple(found)


def _value(content: dict[str, Any], name: str, kind: type, default: object = MISSING) -> Any:
    value = content.get(name, default)
    if type(value) is not kind:
        raise NoLedgerError(f"its {name} is missing or isn't of its type")
    return value
