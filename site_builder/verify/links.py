"""Every link, picture, stylesheet and anchor of every page must be there."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from ..problems import Position, Problem, Severity

_LINK = re.compile(r' (?:href|src)="([^"]+)"')
_ID = re.compile(r' id="([^"]+)"')
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def verify_links(folder: Path, base: str, origin: str) -> Iterator[Problem]:
    """Links of all HTML files in `folder` that lead to nothing in it; `base` is the site's path on its host."""
    files = set(_files(folder))

    @cache
    def file_of(target: str) -> str | None:
        return _file(target, base, files)

    @cache
    def anchors_of(file: str) -> frozenset[str]:
        return frozenset(_ID.findall((folder / file).read_text(encoding="utf-8")))

    for path in sorted(path for path in files if path.endswith(".html")):
        for link in sorted(set(_LINK.findall((folder / path).read_text(encoding="utf-8")))):
            target, _, fragment = _below(origin, html.unescape(link)).partition("#")
            if _OUTSIDE.match(target):
                continue
            file = file_of(target) if target else path
            if file is None or (_is_anchor(fragment, file) and unquote(fragment) not in anchors_of(file)):
                yield _dead(path, link)


def _below(origin: str, link: str) -> str:
    """`link` without the site's own host."""
    return link.removeprefix(origin) if origin and link.startswith(f"{origin}/") else link


def _is_anchor(fragment: str, file: str) -> bool:
    """Whether `fragment` names a place of an HTML page; `t=70` is a time within audio."""
    return bool(fragment) and "=" not in fragment and file.endswith(".html")


def _files(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        below = os.path.relpath(parent, folder).replace(os.sep, "/")
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def _file(target: str, base: str, files: set[str]) -> str | None:
    """The file that answers URL path `target`, or None."""
    if not target.startswith(base):
        return None
    path = unquote(target.removeprefix(base).partition("?")[0])
    if not path or path.endswith("/"):
        path += "index.html"
    return path if path in files else None


def _dead(path: str, link: str) -> Problem:
    return Problem(
        "dead-link-in-site",
        Severity.ERROR,
        Position(path),
        "The finished page links to “{link}”, which isn't in the site.",
        "If the link is in a text, correct it there; if every page has it, it is in the templates.",
        {"link": link},
    )
