"""Bytes → text: encodings, line ends and characters that no later stage should meet are settled here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..problems import Position, Problem, Severity

LARGEST = 2_000_000
"""Bytes of text that a file may have; a page of 2 MB is a mistake (a pasted picture, a wrong file)."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no text needs and XML 1.0 mostly forbids."""

_CONTROL_BYTES = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))


@dataclass(frozen=True, slots=True)
class SourceFile:
    r"""A text of the project; `path` is relative to its root, POSIX. `text` is NFC with `\n` line ends."""

    path: str
    text: str


def read_source(root: Path, path: str) -> tuple[SourceFile, tuple[Problem, ...]]:
    """The text in file `path` below `root`, whatever its encoding, and what is wrong with its bytes.

    Raises `OSError` when the file cannot be read.
    """
    return source_of(path, (root / path).read_bytes())


def source_of(path: str, data: bytes) -> tuple[SourceFile, tuple[Problem, ...]]:
    """The same of a file that holds `data`."""
    at = Position(path)
    if len(data) > LARGEST:
        return SourceFile(path, ""), (
            Problem(
                "too-large",
                Severity.ERROR,
                at,
                "The file has {size} MB of text; a page may have {limit} MB.",
                "Split the page, or take pasted pictures out into files of their own.",
                {"size": f"{len(data) / 1e6:.1f}", "limit": f"{LARGEST / 1e6:.0f}"},
            ),
        )
    text, problems = _decode(data, at)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _may_have_control(text) and (control := CONTROL.search(text)):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        problems += (control_character(control[0], Position(path, line, column)),)
        text = CONTROL.sub("\ufffd", text)
    return SourceFile(path, text), problems


def _may_have_control(text: str) -> bool:
    r"""Whether it is worth to search for `CONTROL`, which takes six times as long; U+FFFE is `\xef\xbf\xbe`."""
    data = text.encode()
    return b"\xef\xbf" in data or len(data.translate(None, _CONTROL_BYTES)) < len(data)


def is_lost(source: SourceFile, problems: Iterable[Problem]) -> bool:
    """Whether `problems` are why nothing of the file could be read; what it lacks is no news then."""
    return not source.text and any(problem.is_error for problem in problems)


def _decode(data: bytes, at: Position) -> tuple[str, tuple[Problem, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), (_wrong_encoding(at, "UTF-16"),)
    if (start := data[:200]).count(0) > len(start) // 4:
        order = "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
        return data.decode(order, "replace"), (_wrong_encoding(at, "UTF-16"),)
    problems: tuple[Problem, ...] = ()
    if data.startswith(b"\xef\xbb\xbf"):
        data, problems = data[3:], (_byte_order_mark(at),)
    try:
        return data.decode("utf-8"), problems
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        wrong = _wrong_encoding(Position(at.path, line, column), "windows-1250")
        return data.decode("cp1250", "replace"), (*problems, wrong)


def _byte_order_mark(at: Position) -> Problem:
    return Problem(
        "byte-order-mark",
        Severity.WARNING,
        at,
        "The file begins with a byte order mark (BOM).",
        "Save it as UTF-8 without BOM.",
    )


def _wrong_encoding(at: Position, encoding: str) -> Problem:
    return Problem(
        "wrong-encoding",
        Severity.ERROR,
        at,
        "The file is not in UTF-8 (it looks like {encoding}).",
        "Save it again with the encoding UTF-8.",
        {"encoding": encoding},
    )


def control_character(character: str, at: Position, field: str | None = None) -> Problem:
    """A character of `CONTROL` stands at `at`, in `field` of the front matter."""
    return Problem(
        "control-character",
        Severity.ERROR,
        at,
        "There is an invisible control character (U+{code}) here.",
        "Delete it; it would break the feeds.",
        {"code": f"{ord(character):04X}"},
        field,
    )
