"""Every link, picture, stylesheet and anchor of every page must be there."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from ..problems import Position, Problem, Severity

_LINK = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def verify_links(folder: Path, base: str, origin: str) -> Iterator[Problem]:
    """Links of all HTML files in `folder` that lead to nothing in it; `base` is the site's path on its host."""
    files = {path for path, _ in _files(folder)}
    anchors: dict[str, frozenset[str]] = {}
    links: dict[str, set[str]] = {}
    for path, name in _files(folder):
        if path.endswith(".html"):
            text = Path(name).read_text(encoding="utf-8")
            anchors[path] = frozenset(_values(_ID, text))
            links[path] = set(_values(_LINK, text))
    found: dict[str, str | None] = {}
    for path in sorted(links):
        for link in sorted(links[path]):
            target, _, fragment = link.partition("#")
            target = target.removeprefix(origin) if origin and target.startswith(origin + base) else target
            if _OUTSIDE.match(target):
                continue
            if target not in found:
                found[target] = _file(target, base, files)
            file = found[target] if target else path
            if file is None:
                yield _dead(path, link)
            elif fragment and not fragment.startswith("t=") and unquote(fragment) not in anchors.get(file, ()):
                yield _dead(path, link)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        below = os.path.relpath(parent, folder).replace(os.sep, "/")
        for name in sorted(names):
            yield name if below == "." else f"{below}/{name}", os.path.join(parent, name)


def _values(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        value = match[1] or match[2] or match[3] or ""
        yield html.unescape(value) if "&" in value else value


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
