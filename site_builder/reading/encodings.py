"""Bytes → text, in whatever encoding a program saved them, and what is wrong with that."""

from __future__ import annotations

import codecs
import re

from ..problems import Position, Problem, Severity
from ..repairs import Resaving

LEGACY = "windows-1250"
"""What Czech Windows programs save, if not Unicode."""

MOST_LINES = 10
"""Lines that a message names; who has more of them saves the file anew in any case."""

_UTF_8 = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
"""A letter or mark of Central Europe in UTF-8; no Czech word in windows-1250 holds such bytes."""

_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data`, the bytes of file `path`, without its byte order mark.

    Where bytes of it mean nothing in its encoding, what is wrong has no repair: saving the file would lose them.
    """
    at = Position(path)
    if encoding := wide(data):
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        return text, (_wrong(at, encoding[:6].upper(), is_certain="\ufffd" not in text),)
    problems: tuple[Problem, ...] = ()
    if data.startswith(codecs.BOM_UTF8):
        data, problems = data.removeprefix(codecs.BOM_UTF8), (_byte_order_mark(at),)
    try:
        return data.decode(), problems
    except UnicodeDecodeError as error:
        first = _place(data, error.start, path)
    if not _UTF_8.search(data):
        text = "".join(map(_LEGACY.__getitem__, data))
        return text, (*problems, _wrong(first, LEGACY, is_certain=not _UNDEFINED.search(text)))
    text = data.decode(errors="surrogateescape")
    return _ESCAPED.sub(_in_legacy, text), (*problems, _mixed(first, text))


def in_legacy(byte: int, encoding: str) -> str:
    """The character that `byte` is in `encoding`; where it is none, the control character of that number (WHATWG)."""
    try:
        return bytes((byte,)).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


_LEGACY = [in_legacy(byte, "cp1250") for byte in range(256)]
_UNDEFINED = re.compile("[\x81\x83\x88\x90\x98]")
"""Bytes that are no character in windows-1250: nobody knows what stood there."""

_ESCAPED = re.compile("[\udc80-\udcff]")
"""Bytes that aren't UTF-8, as Python shows them (PEP 383)."""

_ESCAPED_UNDEFINED = re.compile("[\udc81\udc83\udc88\udc90\udc98]")


def _in_legacy(escaped: re.Match[str]) -> str:
    return _LEGACY[ord(escaped[0]) - 0xDC00]


def wide(data: bytes) -> str:
    """The encoding of more than one byte a character, by its mark or its many NULs; empty for others."""
    if data.startswith(_UTF_32):
        return "utf-32"
    if data.startswith(_UTF_16):
        return "utf-16"
    start = data[:200]
    if start.count(0) <= len(start) // 4:
        return ""
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"


def _place(data: bytes, index: int, path: str) -> Position:
    """Where byte `index` of `data` stands, in characters."""
    line_start = data.rfind(b"\n", 0, index) + 1
    return Position(
        path, data.count(b"\n", 0, index) + 1, len(data[line_start:index].decode(errors="replace")) + 1
    )


def _byte_order_mark(at: Position) -> Problem:
    return Problem(
        "byte-order-mark",
        Severity.WARNING,
        at,
        "The file begins with a byte order mark (BOM).",
        "Save it as UTF-8 without BOM.",
        repair=Resaving(at.path),
    )


def _wrong(at: Position, encoding: str, *, is_certain: bool) -> Problem:
    return Problem(
        "wrong-encoding",
        Severity.ERROR,
        at,
        "The file is not in UTF-8 (it looks like {encoding}).",
        "Save it again with the encoding UTF-8.",
        {"encoding": encoding},
        repair=Resaving(at.path) if is_certain else None,
    )


def _mixed(at: Position, text: str) -> Problem:
    lines = [str(number) for number, line in enumerate(text.split("\n"), 1) if _ESCAPED.search(line)]
    shown = ", ".join(lines[:MOST_LINES]) + (" …" if len(lines) > MOST_LINES else "")
    return Problem(
        "mixed-encodings",
        Severity.ERROR,
        at,
        "The file is in UTF-8, but these of its lines hold letters in {encoding}: {lines}",
        "Type those letters again in an editor that is set to UTF-8.",
        {"encoding": LEGACY, "lines": shown},
        repair=None if _ESCAPED_UNDEFINED.search(text) else Resaving(at.path),
    )
