"""What names of files say: rubbish of programs, names that not every computer bears, copies, other endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from posixpath import basename, dirname, join, splitext

from ..languages import slugify
from ..problems import Position, Problem, Severity
from ..repairs import Renaming, Repair

_RUBBISH = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
_RUBBISH_BEGINS = (".", "~$", "~wrl")
_RUBBISH_ENDS = ("~", ".tmp", ".bak", ".crdownload", ".part")

_ORDINARY = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9][a-z0-9_-]*"
    r"(?:(?:\.(?!md\.)[a-z]{2,3})?\.(?:md|svg|png|jpg|webp|pdf|mp3|m4a|vtt|yml|json))?"
)

_UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""What no name of a file may hold: control characters, and bytes that aren't UTF-8 (as Python shows them)."""

_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for itself, whatever their ending (Microsoft: "Naming Files, Paths, and Namespaces")."""

_ACTIVE = frozenset(
    {"html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "svgz", "js", "mjs", "swf"}
    | {"php", "exe", "msi", "bat", "cmd", "ps1", "sh", "vbs", "hta", "jar", "scr", "lnk", "url", "webloc"}
)
"""Endings of files that run in a browser or on a computer, or only lead to another file."""

_MARKDOWN = re.compile(
    r"(.+?)(?:\.md\.txt|(?:\.md)+\.(?:md|markdown|mdown|mkd|mdx)|\.(?:md|markdown|mdown|mkd|mdx))",
    re.IGNORECASE,
)
"""A name that ends as pages do elsewhere, or twice."""

_COPY = re.compile(
    r"(?:kopie|copy of|copy|kopie souboru)(?: ?\(\d+\))?(?: ?[-–—] ?| )(?P<before>.+)"
    r"|(?P<behind>.+?)(?:(?: ?[-–—] ?| )(?:kopie|copy)(?: ?\(?\d+\)?)?| ?\(\d+\))",
    re.IGNORECASE,
)


def is_ordinary(name: str) -> bool:
    """Whether nothing can be wrong with the file `name`: a quick look that most names pass."""
    return _ORDINARY.fullmatch(name) is not None


def is_rubbish(name: str) -> bool:
    """Whether a program or a system left the file `name` there (`~$text.docx`, `Thumbs.db`), or it is hidden."""
    name = name.lower()
    return name.startswith(_RUBBISH_BEGINS) or name.endswith(_RUBBISH_ENDS) or name in _RUBBISH


def refusal(path: str, *, is_folder: bool) -> Problem | None:
    """Why the file or folder `path` can't be published under its name, if it can't."""
    name = basename(path)
    if _UNREADABLE.search(name):
        return _unreadable(path)
    if _NOT_ON_WINDOWS.search(name) or name.partition(".")[0].lower() in _DEVICES:
        return _folder_not_on_windows(path) if is_folder else _not_on_windows(path)
    if splitext(name)[1][1:].lower() in _ACTIVE:
        return _active(path)
    if is_folder or (name.endswith(".md") and not name.endswith(".md.md")):
        return None
    markdown = _MARKDOWN.fullmatch(name)
    return _markdown_ending(path, markdown[1]) if markdown else None


def original_of(name: str) -> str:
    """The name of which `name` (without ending) seems to be a copy: `Kopie – plán` → `plán`; empty where of none."""
    copy = _COPY.fullmatch(unicodedata.normalize("NFC", name))
    return (copy["before"] or copy["behind"]).strip() if copy else ""


def same_on_some_disks(path: str) -> str:
    """What Windows and macOS take `path` for: one without capitals, whose letters and marks belong together."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def collision(path: str, first: str) -> Problem:
    """`path` and `first` are one file on some computers."""
    return _problem(
        "name-collision",
        path,
        "On Windows and macOS this is the same file as {other}: one of them would vanish.",
        "Give one of them another name; capital letters and the way in which accents are stored don't count.",
        None,
        other=first,
    )


def wrong_name(path: str, part: str, right: str, repair: Repair | None, folder: str) -> Problem:
    """`part` of `path` can't be a part of an address; it names `folder`, or the file where that is empty."""
    return _problem(
        "file-name",
        path,
        "The name “{name}” may hold only small letters without diacritics, digits and hyphens.",
        "Rename the folder {folder} to: {right}" if folder else "Rename it to: {right}",
        repair,
        name=part,
        right=right,
        folder=folder,
    )


def copied(path: str, right: str, *, is_there: bool) -> Problem:
    """`path` is called as a copy of `right`; `is_there` tells whether that is a file too."""
    return _problem(
        "file-copy",
        path,
        "“{name}” is called like a copy that a computer made.",
        "Delete it if {right} is the right one; otherwise give it a name of its own."
        if is_there
        else "Rename it to: {right}",
        None if is_there else Renaming(path, right),
        name=basename(path),
        right=basename(right),
    )


def is_free(repair: Repair, seen: Collection[str], twice: Collection[str]) -> bool:
    """Whether a file can be renamed as `repair` says: names as in `same_on_some_disks`, those of one or more files."""
    if not isinstance(repair, Renaming):
        return True
    new = same_on_some_disks(repair.to)
    return new not in seen or (new not in twice and new == same_on_some_disks(repair.path))


def _problem(code: str, path: str, message: str, hint: str, repair: Repair | None, **values: str) -> Problem:
    return Problem(code, Severity.ERROR, Position(path), message, hint, values, repair=repair)


def _unreadable(path: str) -> Problem:
    shown = _UNREADABLE.sub("\ufffd", path)
    return _problem(
        "file-name",
        shown,
        "The name “{name}” holds characters that can't be read everywhere (�).",
        "Rename it to: {right}",
        None,
        name=basename(shown),
        right=_readable(basename(shown)),
    )


def _not_on_windows(path: str) -> Problem:
    right = _readable(basename(path))
    return _problem(
        "file-name",
        path,
        "On Windows no file can be called “{name}”, so nobody could open the project there.",
        "Rename it to: {right}",
        Renaming(path, join(dirname(path), right)),
        name=basename(path),
        right=right,
    )


def _folder_not_on_windows(path: str) -> Problem:
    """What names its files would have to follow, so only people rename a folder."""
    return _problem(
        "file-name",
        path,
        "On Windows no folder can be called “{name}”, so nobody could open the project there.",
        "Rename the folder {folder} to: {right}",
        None,
        name=basename(path),
        folder=path,
        right=_readable(basename(path)),
    )


def _active(path: str) -> Problem:
    return _problem(
        "forbidden-file",
        path,
        "A file of this kind ({ending}) isn't published: it could act on readers' computers.",
        "Write the text as a page (.md); save a drawing as .svg, a document as .pdf.",
        None,
        ending=splitext(path)[1],
    )


def _markdown_ending(path: str, bare: str) -> Problem:
    right = f"{'.'.join(slugify(part) or 'page' for part in bare.split('.'))}.md"
    return _problem(
        "file-ending",
        path,
        "The file “{name}” is no page, because the name of a page ends with .md and nothing else.",
        "Rename it to: {right}",
        Renaming(path, join(dirname(path), right)),
        name=basename(path),
        right=right,
    )


def _readable(name: str) -> str:
    """A name for the file `name` that every computer bears."""
    stem, ending = splitext(name)
    parts = [part for part in map(slugify, stem.split(".")) if part] or ["file"]
    if parts[0] in _DEVICES:
        parts[0] += "-1"
    return f"{'.'.join(parts)}{ending.rstrip(' .')}"
