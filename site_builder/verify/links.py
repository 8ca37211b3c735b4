"""Every link, picture, stylesheet and anchor of every page must be there."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from ..problems import Position, Problem, Severity

_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def verify_links(folder: Path, base: str, origin: str) -> Iterator[Problem]:
    """Links of all HTML files in `folder` that lead to nothing in it; `base` is the site's path on its host."""
    files = set(_files(folder))
    right: set[bytes] = set()
    for path in sorted(path for path in files if path.endswith(".html")):
        page = (folder / path).read_bytes()
        for written in sorted(_links(page) - right):
            link = html.unescape(written.decode())
            target, _, fragment = _below(origin, link).partition("#")
            if not target:
                if not _has(page, fragment):
                    yield _dead(path, link)
            elif _OUTSIDE.match(target) or _is_there(folder, _file(target, base, files), fragment):
                right.add(written)
            else:
                yield _dead(path, link)


def _links(page: bytes) -> set[bytes]:
    """The links of a page, by cutting rather than searching: a site has hundreds of thousands of them."""
    parts = page.split(b' href="')[1:] + page.split(b' src="')[1:]
    return {part[: part.find(b'"')] for part in parts}


def _has(page: bytes, fragment: str) -> bool:
    """Whether a page has the place that `fragment` names; `t=70` is a time within audio."""
    return not fragment or "=" in fragment or f' id="{html.escape(unquote(fragment))}"'.encode() in page


def _is_there(folder: Path, file: str | None, fragment: str) -> bool:
    """Whether a link leads to a file of the site, and to a place in it."""
    if file is None or not fragment or not file.endswith(".html"):
        return file is not None
    return _has((folder / file).read_bytes(), fragment)


def _below(origin: str, link: str) -> str:
    """`link` without the site's own host."""
    return link.removeprefix(origin) if origin and link.startswith(f"{origin}/") else link


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
