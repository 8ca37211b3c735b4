"""Pages whose file is called as if it were none (it would be published as it is, header and all), or lies outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import partial
from pathlib import Path
from posixpath import basename, dirname, join, splitext

from ..languages import slugify
from ..problems import Position, Problem, Severity, warning
from ..reading.tree import Tree
from ..repairs import Renaming
from .memory import Memory

_OF_TEXTS = (".txt", ".text")
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:.*\n)*?title[ \t]*:")
_HEAD = 2000
"""Bytes in which a header has its title."""


def misnamed_pages(root: Path, tree: Tree, languages: Collection[str], memory: Memory) -> tuple[Problem, ...]:
    """Those in the `tree` of the project at `root`: text files, and those that end with a language or nothing."""
    taken = tree.files.union(place.path for place in tree.places)
    endings = ("", *_OF_TEXTS, *(f".{code}" for code in languages))
    pages = [
        path
        for path in sorted(tree.files)
        if splitext(path)[1].lower() in endings
        and memory.recall(root, path, _is_page, partial(_is_page, root, path))
    ]
    wanted = Counter(map(_right, pages))
    return tuple(
        _misnamed(path, is_free=wanted[_right(path)] == 1 and _right(path) not in taken) for path in pages
    )


def pages_outside(root: Path, languages: Collection[str]) -> tuple[Problem, ...]:
    """Pages beside the folders of the content instead of in them: with a header, and a language in their names."""
    endings = tuple(f".{code}.md" for code in languages)
    return tuple(
        warning(
            "page-outside",
            file.name,
            "The page doesn't lie in the folder content, so nobody can read it on the site.",
            "Move it into the folder of its kind: content/articles, content/interviews, content/examples, "
            "content/events, content/presentations; an episode into podcast.",
        )
        for file in sorted(root.iterdir())
        if file.name.endswith(endings) and file.is_file() and _is_page(root, file.name)
    )


def _is_page(root: Path, path: str) -> bool:
    with (root / path).open("rb") as file:
        return _HEADER.match(file.read(_HEAD)) is not None


def _right(path: str) -> str:
    """The path that the page should have."""
    stem, ending = splitext(basename(path))
    bare = stem if ending.lower() in _OF_TEXTS else basename(path)
    return join(dirname(path), f"{'.'.join(slugify(part) or 'page' for part in bare.split('.'))}.md")


def _misnamed(path: str, *, is_free: bool) -> Problem:
    return Problem(
        "file-ending",
        Severity.ERROR,
        Position(path),
        "The file “{name}” is no page, because the name of a page ends with .md and nothing else.",
        "Rename it to: {right}",
        {"name": basename(path), "right": basename(_right(path))},
        repair=Renaming(path, _right(path)) if is_free else None,
    )
