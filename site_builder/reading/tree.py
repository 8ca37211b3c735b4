"""The project's folders → which files there are, and which page in which language each of them is."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..documents import Kind
from ..languages import slugify
from ..problems import Position, Problem, Severity

CONTENT, PODCAST = "content", "podcast"

_UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""What no name of a file may hold: control characters, and bytes that aren't UTF-8 (as Python shows them)."""

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_FOLDERS = frozenset(kind.value for kind in Kind) - {Kind.PAGE, Kind.EPISODE}


@dataclass(frozen=True, slots=True)
class Place:
    """A Markdown file of the project and the page that it is."""

    path: str
    kind: Kind
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of the content: `places` the pages, `files` everything else; paths relative to the project."""

    places: tuple[Place, ...]
    files: frozenset[str]


def read_tree(root: Path, languages: Collection[str]) -> tuple[Tree, tuple[Problem, ...]]:
    """The files below `content/` and `podcast/`. `languages` are the site's, the first one first."""
    places: dict[tuple[Kind, str, str], Place] = {}
    files: set[str] = set()
    problems: list[Problem] = []
    for path in _walk(root, problems):
        if not path.endswith(".md"):
            files.add(path)
            continue
        place = _place(path, languages)
        if isinstance(place, Problem):
            problems.append(place)
            continue
        key = place.kind, place.name, place.language
        if key in places:
            problems.append(_second_file(place, places[key]))
        else:
            places[key] = place
    return Tree(tuple(places.values()), frozenset(files)), tuple(problems)


def _walk(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Paths of all files, sorted; hidden ones are left out, symbolic links out of the project are problems."""
    inside = os.path.realpath(root) + os.sep
    for top in (CONTENT, PODCAST):
        folders = [top]
        while folders:
            folder = folders.pop()
            try:
                found = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
            except FileNotFoundError:
                continue
            for entry in found:
                path = f"{folder}/{entry.name}"
                if entry.name.startswith("."):
                    continue
                if problem := _refusal(entry, path, inside):
                    problems.append(problem)
                elif entry.is_dir():
                    if not entry.is_symlink():
                        folders.append(path)
                elif entry.is_file():
                    yield path


def _refusal(entry: os.DirEntry[str], path: str, inside: str) -> Problem | None:
    """Why a file or folder is left out, if it is."""
    if _UNREADABLE.search(entry.name):
        return _unreadable_name(path)
    if entry.is_symlink() and not os.path.realpath(entry.path).startswith(inside):
        return _leads_out(path)
    return None


def _place(path: str, languages: Collection[str]) -> Place | Problem:
    top, *folders, file = path.split("/")
    stem, _, language = file.removesuffix(".md").partition(".")
    language = language or next(iter(languages))
    if language not in languages:
        return _problem(
            "unknown-language",
            path,
            "The file name says the language “{language}”, which the site doesn't have.",
            "Name the file {stem}.{first}.md; the languages are named in content/site.yml.",
            language=language,
            stem=slugify(stem),
            first=next(iter(languages)),
        )
    kind = Kind.EPISODE if top == PODCAST else Kind.PAGE
    if top == CONTENT and folders and folders[0] in _FOLDERS:
        kind = Kind(folders.pop(0))
    elif folders and top == CONTENT and not (len(folders) == 1 and stem == "index"):
        return _problem(
            "unknown-folder",
            path,
            "“{folder}” is not a folder of the content.",
            "Move the file into one of: {folders}",
            folder="/".join(folders),
            folders=", ".join(sorted(_FOLDERS)),
        )
    parts = folders if stem == "index" and folders else [*folders, stem]
    for part in parts:
        if not _NAME.fullmatch(part):
            return _problem(
                "file-name",
                path,
                "The name “{name}” may hold only small letters without diacritics, digits and hyphens.",
                "Rename it to: {right}",
                name=part,
                right=slugify(part) or "page",
            )
    return Place(path, kind, "/".join(parts), language)


def _problem(code: str, path: str, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.ERROR, Position(path), message, hint, values)


def _second_file(place: Place, first: Place) -> Problem:
    return _problem(
        "second-file",
        place.path,
        "Two files are the same page in the same language; the other is {other}.",
        "Delete or rename one of them.",
        other=first.path,
    )


def _unreadable_name(path: str) -> Problem:
    shown = _UNREADABLE.sub("\ufffd", path)
    stem, dot, ending = shown.rpartition("/")[2].rpartition(".")
    return _problem(
        "file-name",
        shown,
        "The name “{name}” holds characters that can't be read everywhere (�).",
        "Rename it to: {right}",
        name=shown.rpartition("/")[2],
        right=f"{slugify(stem) or 'file'}{dot}{ending}",
    )


def _leads_out(path: str) -> Problem:
    return _problem(
        "path-outside-link",
        path,
        "“{name}” is only a shortcut to a file outside the project.",
        "Put the file itself here.",
        name=path.rpartition("/")[2],
    )
