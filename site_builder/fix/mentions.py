"""Where texts name other files of the project: links and pictures, fields of YAML, texts of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath, splitext
from urllib.parse import quote, unquote

from ..markdown.written import written_addresses
from ..media.lock import LOCK
from ..problems import Position
from ..reading import front_matter as yaml
from ..reading.source import SourceFile
from ..schema.wording import meant_field
from ..similar import same_name
from .texts import Edit, offset_of, with_edits

_JSON_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
NAMING = frozenset(
    {
        *("audio", "catalogue", "chapters", "cover", "image", "page", "pages", "path"),
        *("read", "slides", "to", "transcript"),
    }
)
"""Fields whose values name files or pages; the words of all others are for readers, even where a file is called so."""

_SPECIAL = re.compile(r"""[\s<>()%?#"'\\&]""")
"""What an address in a text can't hold as it is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text names the file `path` (relative to the project); `place` is from which offset to which it is written.

    None where it can't be changed. `is_link` where it is an address, with its characters encoded; `is_whole` where
    it is the path in the project.
    """

    path: str
    place: tuple[int, int] | None
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
    mentions = dict.fromkeys(_mentions(source, ending))
    edits = tuple(
        Edit(*found.place, written)
        for found in mentions
        if found.place
        and found.path in files
        and (written := _written(found, moves, here)) != _written(found, {}, source.path)
    )
    there = SourceFile(here, with_edits(source.text, edits))
    before, named = _paths(mentions), _paths(_mentions(there, ending))
    follows = named >= {moves.get(path, path) for path in before.intersection(files)}
    return edits if follows and not named.intersection(moves.keys() - moves.values()) else None


def _paths(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(mention.path for mention in mentions)


def _mentions(source: SourceFile, ending: str) -> Iterator[Mention]:
    """Everything in the file that may be a path; `ending` says what kind of text it is."""
    match ending:
        case ".json":
            yield from _in_json(source)
        case ".md":
            raw, _ = yaml.parse_document(source)
            yield from _in_fields(raw.fields, source)
            yield from _in_body(raw, source)
        case _:
            yield from _in_fields(yaml.parse_fields(source.path, source.text)[0], source)


def _in_json(source: SourceFile) -> Iterator[Mention]:
    is_whole = source.path == LOCK
    for text in _JSON_TEXT.finditer(source.text):
        try:
            value = str(json.loads(text[0]))
        except ValueError:
            continue
        path = value if is_whole else _beside(value, source.path)
        yield Mention(path, text.span(1), is_whole=is_whole)


def _in_body(raw: yaml.RawDocument, source: SourceFile) -> Iterator[Mention]:
    for address, written in written_addresses(raw.body, Position(source.path, raw.body_line)):
        place = None
        if written and (start := offset_of(written.at, source.text)) is not None:
            start += written.text.startswith("<")
            place = start, start + len(_path(written.text.strip("<>")))
        yield Mention(_beside(unquote(_path(address)), source.path), place, is_link=True)


def _in_fields(fields: Mapping[str, yaml.Field], source: SourceFile) -> Iterator[Mention]:
    for scalar in _naming(fields):
        start = offset_of(scalar.at, source.text) or 0
        start += source.text[start : start + 1] in ("'", '"')
        path = _path(scalar.text)
        for written in dict.fromkeys((scalar.text, path, unquote(path))):
            is_there = source.text.startswith(written, start)
            place = (start, start + len(written)) if is_there else None
            yield Mention(_beside(written, source.path), place)


def _naming(fields: Mapping[str, yaml.Field]) -> Iterator[yaml.Scalar]:
    """The values of `NAMING`, also where the field is called in Czech yet."""
    waiting: list[tuple[str, yaml.Value]] = [(name, found.value) for name, found in fields.items()]
    while waiting:
        match waiting.pop():
            case name, yaml.Scalar() as scalar:
                if scalar.text and (same_name(name, NAMING) or meant_field(name, NAMING)):
                    yield scalar
            case name, yaml.Sequence(items):
                waiting += ((name, item) for item in items)
            case _, yaml.Mapping(inner):
                waiting += ((name, found.value) for name, found in inner.items())


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


def _path(address: str) -> str:
    """An address without what follows its path; `&#` begins a character."""
    return re.split(r"\?|(?<!&)#", address, maxsplit=1)[0]
