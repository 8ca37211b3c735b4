"""Where texts name other files of the project: links and pictures, fields of YAML, texts of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, join, normpath, relpath, splitext
from urllib.parse import quote, unquote

from ..markdown import Labels, render
from ..media.lock import LOCK
from ..problems import Position
from ..reading import front_matter as yaml
from ..reading.source import SourceFile
from .texts import Edit, offset_of, with_edits

_DESTINATION = re.compile(
    r"""(?:\]\(\s*|^[ >]*\[[^\]\n]+\]:\s*|\b(?:href|src)\s*=\s*)"""
    r"""(?:<([^<>\n]*)>|"([^"\n]*)"|'([^'\n]*)'|((?:\([^\s()]*\)|[^\s()<>"'])+))""",
    re.MULTILINE,
)
"""What a link leads to: `](…)`, `[name]: …`, `href="…"` and `src="…"`."""

_JSON_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_PROSE = frozenset({"title", "description", "image_alt", "image_credit", "label"})
"""Fields whose words are for readers, even where they are those of a file's name."""

_SPECIAL = re.compile(r"""[\s<>()%?#"'\\&]""")
"""What an address in a text can't hold as it is."""

_LABELS = Labels(*[""] * 10)


@dataclass(frozen=True, slots=True)
class Mention:
    """A text names the file `path` (relative to the project), and writes it between the offsets `start` and `end`.

    `is_link` where it is an address, with its characters encoded; `is_whole` where it is the path in the project.
    """

    path: str
    start: int
    end: int
    is_link: bool = False
    is_whole: bool = False


def moved_with(
    source: SourceFile, moves: Mapping[str, str], files: Collection[str]
) -> tuple[Edit, ...] | None:
    """The edits by which the file names what it did after `moves` (from → to) among `files`; it may move itself.

    None where it names a moved file in a way that can't be changed here.
    """
    here = moves.get(source.path, source.path)
    ending = splitext(here)[1]
    edits = tuple(
        Edit(found.start, found.end, written)
        for found in _mentions(source, ending)
        if found.path in files
        and (written := _written(found, moves, here)) != _written(found, {}, source.path)
    )
    there = SourceFile(here, with_edits(source.text, edits))
    before, named = _named(source, ending), _named(there, ending)
    follows = named >= {moves.get(path, path) for path in before.intersection(files)}
    return edits if follows and not named.intersection(moves.keys() - moves.values()) else None


def _named(source: SourceFile, ending: str) -> frozenset[str]:
    """The paths that the file names, as the site understands it; more than are files."""
    if ending == ".json":
        return frozenset(mention.path for mention in _in_json(source))
    texts = [scalar.text for scalar in _scalars(_fields(source, ending))]
    addresses = list(texts)
    if ending == ".md":
        raw, _ = yaml.parse_document(source)
        rendered = render(raw.body, Position(source.path), _LABELS)
        addresses += (reference.target for reference in rendered.references)
    return frozenset(_beside(text, source.path) for text in texts) | {
        _linked(address, source.path) for address in addresses
    }


def _mentions(source: SourceFile, ending: str) -> Iterator[Mention]:
    """Everything in the file that may be a path, and can be changed; `ending` says what kind of text it is."""
    if ending == ".json":
        yield from _in_json(source)
        return
    yield from _in_fields(_fields(source, ending), source)
    if ending == ".md":
        raw, _ = yaml.parse_document(source)
        yield from _in_body(source, offset_of(Position(source.path, raw.body_line), source.text))


def _fields(source: SourceFile, ending: str) -> Mapping[str, yaml.Field]:
    if ending == ".md":
        return yaml.parse_document(source)[0].fields
    return yaml.parse_fields(source.path, source.text)[0]


def _in_json(source: SourceFile) -> Iterator[Mention]:
    is_whole = source.path == LOCK
    for text in _JSON_TEXT.finditer(source.text):
        try:
            value = str(json.loads(text[0]))
        except ValueError:
            continue
        path = value if is_whole else _beside(value, source.path)
        yield Mention(path, *text.span(1), is_whole=is_whole)


def _in_body(source: SourceFile, start: int | None) -> Iterator[Mention]:
    for found in _DESTINATION.finditer(source.text, len(source.text) if start is None else start):
        place = found.start(found.lastindex or 0)
        written = _path(found[found.lastindex or 0])
        path = _linked(unescape(written), source.path)
        yield Mention(path, place, place + len(written), is_link=True)


def _in_fields(fields: Mapping[str, yaml.Field], source: SourceFile) -> Iterator[Mention]:
    for scalar in _scalars(fields):
        start = offset_of(scalar.at, source.text) or 0
        start += source.text[start : start + 1] in ("'", '"')
        for written in dict.fromkeys((scalar.text, _path(scalar.text))):
            if source.text.startswith(written, start):
                yield Mention(_beside(written, source.path), start, start + len(written))


def _scalars(fields: Mapping[str, yaml.Field]) -> Iterator[yaml.Scalar]:
    """The values that may be paths."""
    waiting: list[yaml.Value] = [found.value for name, found in fields.items() if name not in _PROSE]
    while waiting:
        match waiting.pop():
            case yaml.Scalar() as scalar:
                if scalar.text:
                    yield scalar
            case yaml.Sequence(items):
                waiting += items
            case yaml.Mapping(inner):
                waiting += [found.value for name, found in inner.items() if name not in _PROSE]


def _written(found: Mention, moves: Mapping[str, str], origin: str) -> str:
    """How the file that `found` names is written in file `origin` after `moves`."""
    path = moves.get(found.path, found.path)
    if found.is_whole:
        return path
    path = relpath(path, dirname(origin))
    return _SPECIAL.sub(lambda mark: quote(mark[0], safe=""), path) if found.is_link else path


def _beside(written: str, origin: str) -> str:
    """The path that `written` is from file `origin`."""
    return normpath(join(dirname(origin), written))


def _linked(address: str, origin: str) -> str:
    """The path that an address in a text of file `origin` leads to."""
    return _beside(unquote(_path(address)), origin)


def _path(address: str) -> str:
    """An address without what follows its path; `&#` begins a character."""
    return re.split(r"\?|(?<!&)#", address, maxsplit=1)[0]
