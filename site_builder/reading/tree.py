"""The project's folders → which files there are, and which page in which language each of them is."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import basename, dirname, join

from ..documents import CONTENT, PODCAST, Kind
from ..kind_names import kind_called
from ..languages import slugify
from ..problems import Position, Problem, Severity, error
from ..repairs import Renaming
from ..similar import similar_name
from .below import below
from .names import (
    collision,
    copied,
    is_free,
    is_ordinary,
    is_rubbish,
    original_of,
    refusal,
    same_on_some_disks,
    wrong_name,
)

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LANGUAGE = re.compile("[A-Za-z]{2,3}")
_MEANT = {"cz": "cs", "ces": "cs", "cze": "cs", "eng": "en", "gb": "en", "ua": "uk", "deu": "de", "ger": "de"}
"""Codes of countries and other codes of languages → what is meant."""

_FOLDERS = frozenset(kind.value for kind in Kind) - {Kind.PAGE, Kind.EPISODE}
_LIKENESS = 0.8
"""How alike a folder's name must be (0–1) to be meant for that of a kind: `artciles`."""


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
    seen: dict[str, str] = {}
    twice: set[str] = set()
    paths = tuple(_walk(root, problems))
    taken = frozenset(map(same_on_some_disks, paths))
    for path in paths:
        name = same_on_some_disks(path)
        first = seen.setdefault(name, path)
        if first is not path:
            twice.add(name)
            problems.append(collision(path, first))
            continue
        if not path.endswith(".md"):
            files.add(path)
            continue
        place = _place(path, languages, taken)
        if isinstance(place, Problem):
            problems.append(place)
            continue
        key = place.kind, place.name, place.language
        if key in places:
            problems.append(_second_file(place, places[key]))
        else:
            places[key] = place
            if len(languages) > 1 and (right := _meant_language(path, languages)):
                problems.append(_language_without_dot(path, right))
    for index, problem in enumerate(problems):
        if problem.repair and not is_free(problem.repair, seen, twice):
            problems[index] = replace(problem, repair=None)
    return Tree(tuple(places.values()), frozenset(files)), tuple(problems)


def _walk(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Paths of all files, sorted; hidden ones and rubbish are left out, those that can't be published are problems."""
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
                if not is_ordinary(entry.name) and is_rubbish(entry.name):
                    continue
                if problem := _refusal(entry, path, root):
                    problems.append(problem)
                elif entry.is_dir():
                    folders.append(path)
                elif entry.is_file():
                    yield path


def _refusal(entry: os.DirEntry[str], path: str, root: Path) -> Problem | None:
    """Why a file or folder is left out, if it is."""
    if not is_ordinary(entry.name) and (problem := refusal(path, is_folder=entry.is_dir())):
        return problem
    if entry.is_symlink() and below(root, path) is None:
        return _leads_out(path)
    if entry.is_symlink() and entry.is_dir():  # it may lead to a folder above, and so never end
        return _linked_folder(path)
    return None


def _place(path: str, languages: Collection[str], taken: Collection[str]) -> Place | Problem:
    """The page that the file `path` is, or why it is none; `taken` are all names, as in `same_on_some_disks`."""
    top, *folders, file = path.split("/")
    written = file.removesuffix(".md")
    stem, language = _stem_and_language(written)
    language = language or next(iter(languages))
    if language not in languages and not original_of(written):
        return _unknown_language(path, stem, language, languages)
    kind = Kind.EPISODE if top == PODCAST else Kind.PAGE
    if top == CONTENT and folders and folders[0] in _FOLDERS:
        kind = Kind(folders.pop(0))
    elif folders and top == CONTENT:
        close = _meant_folder(folders[0])
        if close or len(folders) > 1 or stem != "index":
            return _unknown_folder(path, folders, close)
    parts = folders if stem == "index" and folders else [*folders, stem]
    for part in parts:
        if not _NAME.fullmatch(part):
            return _wrong_name(path, part, file, taken)
    return Place(path, kind, "/".join(parts), language)


def _meant_folder(written: str) -> str:
    """The folder of the kind that is called `written`, or nearly so; empty where none is."""
    kind = kind_called(written)
    return kind.value if kind in _FOLDERS else similar_name(written, _FOLDERS, _LIKENESS)


def _unknown_folder(path: str, folders: list[str], close: str) -> Problem:
    return error(
        "unknown-folder",
        path,
        "“{folder}” is not a folder of the content.",
        "Did you mean “{close}”? The folders are: {folders}"
        if close
        else "Move the file into one of: {folders}",
        folder="/".join(folders),
        close=close,
        folders=", ".join(sorted(_FOLDERS)),
    )


def _stem_and_language(written: str) -> tuple[str, str]:
    """The parts of a page's name without ending: `nocleh.cs` → `nocleh`, `cs`; the second may be empty."""
    stem, _, language = written.rpartition(".")
    return (stem, language) if stem and _LANGUAGE.fullmatch(language) else (written, "")


def _wrong_name(path: str, part: str, file: str, taken: Collection[str]) -> Problem:
    """`part` of `path`, which ends with `file`, is no name of a page."""
    if f"/{part}/" in path:
        folder = path[: path.index(f"/{part}/") + 1] + part
        return wrong_name(path, part, slugify(part) or "page", None, folder)
    written = file.removesuffix(".md")
    original = original_of(written) or original_of(_stem_and_language(written)[0])
    if original:
        stem, language = _stem_and_language(original)
        language = language or _stem_and_language(written)[1]
        right = join(dirname(path), _file(stem, language))
        return copied(path, right, is_there=same_on_some_disks(right) in taken)
    stem, language = _stem_and_language(written)
    is_sure = slugify(part) and part.lower() != "readme"
    to = join(dirname(path), _file(stem, language))
    return wrong_name(path, part, slugify(part) or "page", Renaming(path, to) if is_sure else None, "")


def _file(stem: str, language: str) -> str:
    return f"{slugify(stem) or 'page'}{language and f'.{language}'}.md"


def _unknown_language(path: str, stem: str, language: str, languages: Collection[str]) -> Problem:
    """The file says a language that the site hasn't: `cz` is a country, `CS` no small letters."""
    meant = _MEANT.get(language.lower(), language.lower())
    right = _file(stem, meant if meant in languages else next(iter(languages)))
    return Problem(
        "unknown-language",
        Severity.ERROR,
        Position(path),
        "The file name says the language “{language}”, which the site doesn't have.",
        "Name the file {right}; the languages are named in content/site.yml.",
        {"language": language, "right": right},
        repair=Renaming(path, join(dirname(path), right)) if meant in languages else None,
    )


def _meant_language(path: str, languages: Collection[str]) -> str:
    """What a file should be called whose name has its language behind a hyphen: `nocleh-en.md` → `nocleh.en.md`."""
    name = basename(path).removesuffix(".md")
    stem, language = name[:-3], name[-2:]
    is_meant = stem and name[-3:-2] in {"-", "_"} and language in languages
    return f"{stem}.{language}.md" if is_meant else ""


def _language_without_dot(path: str, right: str) -> Problem:
    return Problem(
        "language-without-dot",
        Severity.WARNING,
        Position(path),
        "The name of the file ends like a language, but only one behind a dot counts.",
        "Rename it to: {right}",
        {"right": right},
        repair=Renaming(path, join(dirname(path), right)),
    )


def _second_file(place: Place, first: Place) -> Problem:
    return error(
        "second-file",
        place.path,
        "Two files are the same page in the same language; the other is {other}.",
        "Delete or rename one of them.",
        other=first.path,
    )


def _linked_folder(path: str) -> Problem:
    return error(
        "path-folder-link",
        path,
        "“{name}” is only a shortcut to a folder: nothing that lies in it would be published.",
        "Put the folder itself here.",
        name=path.rpartition("/")[2],
    )


def _leads_out(path: str) -> Problem:
    return error(
        "path-outside-link",
        path,
        "“{name}” is only a shortcut to a file outside the project.",
        "Put the file itself here.",
        name=path.rpartition("/")[2],
    )
