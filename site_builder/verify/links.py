"""Every link, picture, stylesheet and anchor of every page must be there."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from ..problems import Position, Problem, Severity

_ADDRESS = re.compile(rb' (?:href|src)="([^"]*)')
_SIZES = re.compile(rb' srcset="([^"]*)')
_PLACE = re.compile(rb' id="([^"]*)')
_OUTSIDE = re.compile(rb"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def verify_links(folder: Path, base: str, origin: str, missing: Iterable[str] = ()) -> Iterator[Problem]:
    """Links of all HTML files in `folder` that lead to nothing in it; `base` is the site's path on its host.

    Of the files that are known to be `missing`, nothing is said.
    """
    files = {*_files(folder), *missing}
    own = f"{origin}{base}".encode()
    right: set[bytes] = set()
    for path in sorted(path for path in files if path.endswith(".html")):
        page = (folder / path).read_bytes()
        places, dead = set(_PLACE.findall(page)), []
        for written in (set(_ADDRESS.findall(page)) | _sizes(page)) - right:
            if _OUTSIDE.match(written) and not (origin and written.startswith(own)):
                continue
            link = html.unescape(written.decode())
            target, _, fragment = link.removeprefix(origin).partition("#")
            if target and _is_there(folder, _file(target, base, files), fragment):
                right.add(written)
            elif target or not _has(places, fragment):
                dead.append(link)
        yield from (_dead(path, link) for link in sorted(dead))


def _sizes(page: bytes) -> set[bytes]:
    """The addresses in `srcset`; none of ours has a comma or a space."""
    candidates = (part for value in _SIZES.findall(page) for part in value.split(b", "))
    return {candidate.partition(b" ")[0] for candidate in candidates}


def _has(places: set[bytes], fragment: str) -> bool:
    """Whether a page with `places` has the one that `fragment` names; `t=70` is a time within audio."""
    return not fragment or "=" in fragment or html.escape(unquote(fragment)).encode() in places


def _is_there(folder: Path, file: str | None, fragment: str) -> bool:
    """Whether a link leads to a file of the site, and to a place in it."""
    if file is None or not fragment or not file.endswith(".html"):
        return file is not None
    return _has(set(_PLACE.findall((folder / file).read_bytes())), fragment)


def _files(folder: Path) -> Iterator[str]:
    """The paths of all files in `folder`, as they stand in URLs."""
    top = len(str(folder)) + 1
    for parent, _, names in os.walk(str(folder)):
        below = f"{parent[top:]}/".replace(os.sep, "/").lstrip("/")
        yield from (below + name for name in names)


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
