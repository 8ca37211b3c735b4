"""A text as it is in its file beside the same text as it was read: a change touches only the place that it is about."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

_PIECE = re.compile(r"[^\r\n]+|\r\n|\r|\n")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the file, `written` in its own form and as it was `read`: in NFC, its line end LF."""

    written: str
    read: str


class Aligned:
    r"""The text of a file, `written` as it is decoded: with its byte order mark, its `\r`, its forms of letters."""

    def __init__(self, written: str) -> None:
        """Take `written` apart into lines and their ends."""
        self.written = written
        self._pieces = tuple(_pieces(written))
        self._read = (0, *accumulate(len(piece.read) for piece in self._pieces))
        self._written = (0, *accumulate(len(piece.written) for piece in self._pieces))
        self.line_end = next((piece.written for piece in self._pieces if piece.read == "\n"), "\n")

    def read(self) -> str:
        """The text as it was read."""
        return "".join(piece.read for piece in self._pieces)

    def place(self, offset: int) -> int | None:
        """Where in `written` the `offset`th character of the text as it was read begins; None within a letter."""
        index = bisect_right(self._read, offset) - 1
        rest, place = offset - self._read[index], self._written[index]
        if not rest:
            return place
        piece = self._pieces[index]
        if piece.written == piece.read:
            return place + rest
        for letter in _letters(piece):
            if rest <= 0:
                break
            rest -= len(letter.read)
            place += len(letter.written)
        return None if rest else place


def _pieces(written: str) -> Iterator[Piece]:
    text = written.removeprefix(_BOM)
    if text != written:
        yield Piece(_BOM, "")
    for found in _PIECE.finditer(text):
        yield Piece(found[0], "\n" if found[0] in ("\n", "\r\n", "\r") else _nfc(found[0]))


def _letters(line: Piece) -> Iterator[Piece]:
    """`line` in the smallest parts that are read each by itself: a letter with all that joins it."""
    letters = [Piece(letter, _nfc(letter)) for letter in _joined(line.written)]
    yield from letters if "".join(letter.read for letter in letters) == line.read else [line]


def _joined(line: str) -> Iterator[str]:
    letter = ""
    for char in line:
        joins = unicodedata.combining(char) or _nfc(letter + char) != _nfc(letter) + _nfc(char)
        if letter and not joins:
            yield letter
            letter = ""
        letter += char
    yield letter


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
