"""Files that are no text under the name of one: told by their bytes, so that nothing reads or rewrites them."""

from __future__ import annotations

import re

from ..problems import Position, Problem, Severity
from .encodings import wide

_DOCUMENTS = (
    (rb"%PDF-", "PDF"),
    (rb"PK\x03\x04.*?word/", "Word"),
    (rb"PK\x03\x04.*?xl/", "Excel"),
    (rb"PK\x03\x04.*?ppt/", "PowerPoint"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", "OpenDocument"),
    (rb"\xd0\xcf\x11\xe0", "Word, Excel, PowerPoint"),  # OLE, of before 2007
    (rb"\{\\rtf", "RTF"),
)
_PICTURES = (
    (rb"\xff\xd8\xff", "JPEG"),
    (rb"\x89PNG\r\n", "PNG"),
    (rb"GIF8[79]a", "GIF"),
    (rb"RIFF.{4}WEBP", "WebP"),
    (rb".{4}ftyp(?:hei[cfs]|avif|mif1|msf1)", "HEIC, AVIF"),
)
_DATA = ((rb"PK\x03\x04", "ZIP"), (rb"\x1f\x8b", "gzip"), (rb"ID3[\x02-\x04]", "MP3"))

_CONTROL_BYTES = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
"""No text is made of them; of any other data every ninth byte or more is one."""

_FEW = 4
_SHARE = 20


def not_a_text(path: str, data: bytes) -> Problem | None:
    """Why `data`, the bytes of file `path`, can't be read as text, if it can't; a few damaged letters don't count."""
    if kind := _kind(_DOCUMENTS, data):
        return _problem(
            path,
            "This is a document ({kind}) under the name of a text.",
            "Copy its words into a file of plain text, and give this one its own ending back or delete it.",
            kind,
        )
    if kind := _kind(_PICTURES, data):
        return _problem(
            path,
            "This is a picture ({kind}) under the name of a text.",
            "Give it its own ending back, and write the text into a file of its own.",
            kind,
        )
    if (kind := _kind(_DATA, data)) or _is_data(data):
        return _problem(
            path,
            "This is no text but data ({kind}) that only programs can read."
            if kind
            else "This is no text but data that only programs can read.",
            "Put the text here; if the file was one, it is damaged: bring back its last version.",
            kind,
        )
    return None


def _kind(kinds: tuple[tuple[bytes, str], ...], data: bytes) -> str:
    return next((kind for start, kind in kinds if re.match(start, data, re.DOTALL)), "")


def _is_data(data: bytes) -> bool:
    """Whether more than a few of its characters are no text's, one in `_SHARE`."""
    if encoding := wide(data):
        data = data.decode(encoding, "replace").encode()
    strange = len(data) - len(data.translate(None, _CONTROL_BYTES))
    return strange > max(_FEW, len(data) // _SHARE)


def _problem(path: str, message: str, hint: str, kind: str) -> Problem:
    return Problem("not-a-text-file", Severity.ERROR, Position(path), message, hint, {"kind": kind})
