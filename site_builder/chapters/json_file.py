"""A JSON file of chapters (podcast namespace, `chapters/jsonChapters.md`) → chapters, and what is wrong with it."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from ..audio.facts import LONGEST
from ..documents import Chapter
from ..iri import uri
from ..markdown.addresses import is_external, shortened
from ..problems import Position, Problem, Severity
from ..reading.source import SourceFile
from ..schema.fields import is_web_address, no_web_address

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],]|[^\s"{}\[\],:]+', re.DOTALL)


def read_chapters(source: SourceFile) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters in the file's order. Those that `toc` hides from listeners are left out, damaged ones too."""
    start = Position(source.path)
    try:
        found = json.loads(source.text)
    except json.JSONDecodeError as error:
        return (), (_no_json(Position(source.path, error.lineno, error.colno)),)
    except (ValueError, RecursionError):  # a number of thousands of digits, or brackets nested as deep
        return (), (_no_json(start),)
    listed = found.get("chapters") if isinstance(found, dict) else None
    if not isinstance(listed, list) or not listed:
        return (), (_no_list(start),)
    chapters: list[Chapter] = []
    problems: list[Problem] = []
    for entry, at in zip(listed, _places(source), strict=False):
        for part in _chapter(entry, at):
            if isinstance(part, Chapter):
                chapters.append(part)
            else:
                problems.append(part)
    return tuple(chapters), tuple(problems)


def _places(source: SourceFile) -> list[Position]:
    """Where each entry of the list `chapters` begins."""
    places: list[int] = []
    depth = 0
    key = ""
    is_list = expects_entry = False
    for token in _TOKEN.finditer(source.text):
        mark = token[0][0]
        if expects_entry and depth == 2:
            places.append(token.start())
            expects_entry = False
        if mark in "{[":
            depth += 1
            if depth == 2:
                is_list = expects_entry = mark == "[" and key == '"chapters"'
                places = [] if is_list else places
        elif mark in "}]":
            depth -= 1
        elif mark == ",":
            expects_entry = is_list and depth == 2
        elif depth == 1:
            key = token[0]
    starts = [0, *(end.end() for end in re.finditer("\n", source.text))]
    lines = [bisect_right(starts, place) for place in places]
    return [
        Position(source.path, line, place - starts[line - 1] + 1)
        for line, place in zip(lines, places, strict=True)
    ]


def _chapter(entry: Any, at: Position) -> Iterator[Chapter | Problem]:
    fields: dict[str, Any] = entry if isinstance(entry, dict) else {}
    start, title, url, image = (fields.get(name) for name in ("startTime", "title", "url", "img"))
    if not isinstance(start, int | float) or isinstance(start, bool) or not 0 <= start < LONGEST:
        yield _no_start(at)
        return
    if fields.get("toc") is False:
        return
    if not isinstance(title, str) or not title.strip():
        yield _no_title(at)
        return
    if url and not (isinstance(url, str) and is_web_address(url)):
        yield no_web_address(at)
        url = ""
    if isinstance(image, str) and is_external(image):
        yield _foreign(image, at)
        image = ""
    path = normpath(join(dirname(at.path), image)) if isinstance(image, str) and image else ""
    yield Chapter(float(start), " ".join(title.split()), at, uri(url) if url else "", path)


def _no_json(at: Position) -> Problem:
    return Problem(
        "chapters-syntax",
        Severity.ERROR,
        at,
        "The file of chapters can't be read from here on: it isn't JSON.",
        "Look for a missing comma, bracket or quotation mark; or write the chapters into the episode instead.",
    )


def _no_list(at: Position) -> Problem:
    return Problem(
        "chapters-syntax",
        Severity.ERROR,
        at,
        "The file has no list of chapters.",
        "Write it so: {example}",
        {"example": '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}'},
    )


def _no_start(at: Position) -> Problem:
    return Problem(
        "chapters-no-start",
        Severity.ERROR,
        at,
        "The chapter doesn't say when it begins.",
        'Write the seconds from the beginning of the audio, without quotes: "startTime": 94',
    )


def _no_title(at: Position) -> Problem:
    return Problem(
        "chapters-no-title",
        Severity.ERROR,
        at,
        "The chapter has no title.",
        'Write what it is about: "title": "…"',
    )


def _foreign(image: str, at: Position) -> Problem:
    return Problem(
        "foreign-picture",
        Severity.ERROR,
        at,
        "The picture is loaded from another site: {target}",
        "Save it beside this file and write its name; nobody else should learn who reads the page.",
        {"target": shortened(image)},
    )
