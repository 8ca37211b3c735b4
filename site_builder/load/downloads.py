"""Documents that readers download (PDF, Word, ZIP …) → what their bytes say is wrong, before a reader finds out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from ..problems import Problem, error
from .memory import Memory

_ZIPPED = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".zip")
_ENDS = {".pdf": b"%%EOF", **dict.fromkeys(_ZIPPED, b"PK\x05\x06")}
"""What a whole file of such an ending has near its end: ISO 32000-1, 7.5.5; APPNOTE.TXT of ZIP, 4.3.16."""

_DOCUMENTS = (*_ENDS, ".doc", ".xls", ".ppt", ".rtf", ".csv")
_HEAD = 200
_TAIL = 66_000
"""Bytes from the end; a comment behind the last mark of a ZIP may have 65,535."""

_LOCKED = b"\xd0\xcf\x11\xe0"
"""How a Word, Excel or PowerPoint file begins that has a password: it is no ZIP (MS-OFFCRYPTO, 1.3; MS-CFB, 2.2)."""

_OF_OFFICE = b"urn:schemas-microsoft-com:office:"
"""What Word and Excel write into the HTML that they save as `.doc` and `.xls`, and open."""

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def read_downloads(root: Path, files: Iterable[str], memory: Memory) -> tuple[Problem, ...]:
    """What is wrong with those of `files`, which the project at `root` has, that are documents."""
    found = (
        memory.recall(root, path, _examine, partial(_examine, root, path))
        for path in sorted(files)
        if path.lower().endswith(_DOCUMENTS)
    )
    return tuple(problem for problem in found if problem)


def _examine(root: Path, path: str) -> Problem | None:
    with (root / path).open("rb") as file:
        head = file.read(_HEAD)
        file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
        tail = file.read()
    tell = _fault(head, tail, Path(path).suffix.lower())
    return tell(path) if tell else None


def _fault(head: bytes, tail: bytes, ending: str) -> Callable[[str], Problem] | None:
    if not head:
        return _empty
    if head.startswith(_LFS_POINTER):
        return _lfs_pointer
    if _WEB_PAGE.match(head):
        return None if _OF_OFFICE in head else _web_page
    return None if head.startswith(_LOCKED) or _ENDS.get(ending, b"") in tail else _cut_off


def _empty(path: str) -> Problem:
    return error("download-empty", path, "The document is an empty file.", "Save it here once more.")


def _lfs_pointer(path: str) -> Problem:
    return error(
        "download-lfs-pointer",
        path,
        "The file is not the document but a pointer of Git LFS to it.",
        "Run “git lfs pull”, or put the document itself here.",
    )


def _web_page(path: str) -> Problem:
    return error(
        "download-is-html",
        path,
        "The file is a web page (HTML), not the document that its name promises.",
        "Where it comes from one has to sign in, or it is gone: download it again in the browser and look into it.",
    )


def _cut_off(path: str) -> Problem:
    return error(
        "download-cut-off",
        path,
        "The document is damaged or cut off: its end is missing.",
        "Open it on your computer; if that works, save it anew from there, otherwise take another copy of it.",
    )
