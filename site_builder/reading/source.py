"""Bytes → text: encodings, line ends and characters that no later stage should meet are settled here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..problems import Position, Problem, Severity
from ..repairs import Repair, Resaving
from .encodings import decode, in_legacy
from .mojibake import Scramble, unscrambled
from .not_texts import not_a_text

LARGEST = 2_000_000
"""Bytes of text that a file may have; a page of 2 MB is a mistake (a pasted picture, a wrong file)."""

_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_TURNS}\ufeff\ufffe\uffff]")
"""Characters that no text needs: XML 1.0 mostly forbids them, YAML takes some for line ends.

Turns of direction (Unicode, UAX 9) make readers see another text than the one that is there; with none of them the
letters of each script still run as they should.
"""

_MEANT = {
    **dict.fromkeys("\x0b\x0c\u2028\u2029", " "),
    **{chr(byte): letter for byte in range(0x80, 0xA0) if (letter := in_legacy(byte, "cp1250")) != chr(byte)},
}
"""What some of `CONTROL` stand for: Word, InDesign and web pages break lines with the first ones; the others are
quotes, dashes and letters of windows-1250 that a program took for Latin-1."""

_ODD_LINE_END = re.compile("\r(?!\n)")
"""Of an old Mac, or of a program that wrote the end of each line twice."""

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
    """The text in `data`, which the file `path` holds, and what is wrong with its bytes."""
    if problem := not_a_text(path, data):
        return SourceFile(path, ""), (problem,)
    if len(data) > LARGEST:
        return SourceFile(path, ""), (_too_large(path, len(data)),)
    text, problems = decode(data, path)
    is_certain = all(problem.repair for problem in problems)
    if "\r" in text:
        if odd := _ODD_LINE_END.search(text):
            problems += (_odd_line_ends(_position(path, text, odd.start())),)
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    text, scramble = unscrambled(text)
    if scramble:
        problems += (_scrambled(scramble, _position(path, text, scramble.index)),)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _may_have_control(text) and (control := CONTROL.search(text)):
        at = _position(path, text, control.start())
        problems += (control_character(control[0], at, repair=Resaving(path)),)
        text = without_control(text)
    if not is_certain:  # saving the file anew would lose for good what some of its bytes meant
        problems = tuple(replace(problem, repair=None) for problem in problems)
    return SourceFile(path, text), problems


def is_lost(source: SourceFile, problems: Iterable[Problem]) -> bool:
    """Whether `problems` are why nothing of the file could be read; what it lacks is no news then."""
    return not source.text and any(problem.is_error for problem in problems)


def without_control(text: str) -> str:
    """`text` without its characters of `CONTROL`; those that stand for something become what they mean."""
    return CONTROL.sub(lambda found: _MEANT.get(found[0], ""), text)


def control_character(
    character: str, at: Position, field: str | None = None, repair: Repair | None = None
) -> Problem:
    """A character of `CONTROL` stands at `at`, in `field` of the front matter."""
    return Problem(
        "control-character",
        Severity.ERROR,
        at,
        "There is an invisible control character (U+{code}) here.",
        "Delete it: it turns the direction of what follows, so that readers see another text than the one here."
        if character in _TURNS
        else "Delete it, or type what should stand here; it would break the feeds.",
        {"code": f"{ord(character):04X}"},
        field,
        repair,
    )


def _may_have_control(text: str) -> bool:
    r"""Whether it is worth to search for `CONTROL`, which takes six times as long.

    In UTF-8, U+FEFF and above begin with `\xef\xbb` or `\xef\xbf`, and U+0080 to U+009F begin with `\xc2`.
    """
    data = text.encode()
    return (
        b"\xef" in data
        or b"\xc2" in data
        or any(character in text for character in f"\u2028\u2029{_TURNS}")
        or len(data.translate(None, _CONTROL_BYTES)) < len(data)
    )


def _position(path: str, text: str, index: int) -> Position:
    """Where the character `index` of `text` stands."""
    return Position(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _too_large(path: str, size: int) -> Problem:
    return Problem(
        "too-large",
        Severity.ERROR,
        Position(path),
        "The file has {size} MB of text; a page may have {limit} MB.",
        "Split the page, or take pasted pictures out into files of their own.",
        {"size": f"{size / 1e6:.1f}", "limit": f"{LARGEST / 1e6:.0f}"},
    )


def _odd_line_ends(at: Position) -> Problem:
    return Problem(
        "line-ends",
        Severity.WARNING,
        at,
        "Lines end here as no program of today writes it (CR).",
        "Save the file again with line ends of Unix or Windows (LF or CRLF).",
        repair=Resaving(at.path),
    )


def _scrambled(scramble: Scramble, at: Position) -> Problem:
    return Problem(
        "scrambled-letters",
        Severity.ERROR,
        at,
        "Letters were scrambled by a wrong encoding: “{written}” stands here for “{meant}”.",
        "Put the text back from before it was saved so, or type these letters again.",
        {"written": without_control(scramble.written), "meant": scramble.meant},
        repair=Resaving(at.path),
    )
