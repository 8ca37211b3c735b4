"""Numbers as text that compresses well: a digit below 91 is one character, a larger number begins with `~`.

The characters are those that JSON writes as they are. `~` stands before the number's higher part, which is
written in the same way, and its last digit: 91 is `~"first"` and `"zeroth"` digit.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from operator import sub

BASE = 91
DIGITS = bytes(code for code in range(0x21, 0x7E) if chr(code) not in '"\\')
PLACED = 300
"""Pages of a term whose places are kept: in a large site the common words are in nearly all of them."""

_MORE = "~"
_TABLE = DIGITS + bytes(256 - BASE)
_TEXT = DIGITS.decode()
PLACES = tuple((number // BASE << 8) + number % BASE for number in range(BASE * BASE))
"""A number with each of its two digits in a byte; there are no larger ones of the kind."""


def written(numbers: Iterable[int]) -> str:
    """`numbers` one after the other."""
    listed = list(numbers)
    if max(listed, default=0) < BASE:
        return bytes(listed).translate(_TABLE).decode()
    return "".join([_TEXT[number] if number < BASE else _long(number) for number in listed])


def _long(number: int) -> str:
    high, low = divmod(number, BASE)
    return _MORE + (_TEXT[high] if high < BASE else _long(high)) + _TEXT[low]


def gaps(ascending: list[int]) -> str:
    """Numbers from 0 on, each larger than the one before: the first, then what is added."""
    return written([ascending[0], *map(sub, ascending[1:], ascending)]) if ascending else ""


def written_postings(postings: list[int]) -> str:
    """Pages, weights and places, in three or four runs with a space between; all but the first have a digit each.

    The places' higher digits are left out where all of them are 0.
    """
    data = struct.pack(f"<{len(postings)}Q", *postings)
    lows, highs, weights = data[0::8], data[1::8], data[2::8]
    if len(postings) > PLACED:
        lows, highs = _of_weighty(weights, lows), _of_weighty(weights, highs)
    runs = [weights, lows] if not any(highs) else [weights, lows, highs]
    texts = [run.translate(_TABLE).decode() for run in runs]
    return " ".join([gaps([posting >> 24 for posting in postings]), *texts])


def _of_weighty(weights: bytes, places: bytes) -> bytes:
    """`places` of the weightiest postings, about `PLACED` of them, and 0 for the others: results rarely show those."""
    least = sorted(weights)[-PLACED]
    keep = bytes([0] * (least + 1) + [255] * (255 - least))
    masked = int.from_bytes(weights.translate(keep)) & int.from_bytes(places)
    return masked.to_bytes(len(places))
