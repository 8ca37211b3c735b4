"""Letters that a program read in the wrong encoding and saved so (`Å¾` or `Ĺľ` for `ž`) → the letters meant.

Only sequences are mended that are exactly the UTF-8 bytes of one letter or mark of Czech and its neighbours, read as
windows-1250 or windows-1252; and only in texts where one of them stands that no language writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .encodings import in_legacy

_MEANT = "áčďéěíľĺňóôŕřšťúůýžäöüÁČĎÉĚÍĽŇÓŘŠŤÚŮÝŽÄÖÜ„“”\u201a\u2018’–—…•€§°\u00a0"
_ENCODINGS = ("cp1250", "cp1252")
_LEADS = "ĂĹÄÅÃÂâ"
"""What the first byte of every sequence becomes in one of the encodings."""

_FOLLOWS_LETTERS = "„“”\u201a\u2018’–—…•\u00a0"
"""Marks that may follow any letter: `Ã–` is an Ö, or the end of „Ã – …“ without its space."""


@dataclass(frozen=True, slots=True)
class Scramble:
    """The first scrambled letter of a text: its index, how it stands there and what was meant."""

    index: int
    written: str
    meant: str


def unscrambled(text: str) -> tuple[str, Scramble | None]:
    """`text` with its scrambled letters mended."""
    if not any(lead in text for lead in _LEADS):
        return text, None
    table, certain, possible = _tables()
    if not certain.search(text):
        return text, None
    first = possible.search(text)
    assert first is not None
    return possible.sub(lambda found: table[found[0]], text), Scramble(
        first.start(), first[0], table[first[0]]
    )


@cache
def _tables() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """What each sequence means; those that no language writes; all of them."""
    table = {
        "".join(in_legacy(byte, encoding) for byte in meant.encode()): meant
        for encoding in _ENCODINGS
        for meant in _MEANT
    }
    certain = [written for written in table if len(written) > 2 or written[-1] not in _FOLLOWS_LETTERS]
    return table, _any_of(certain), _any_of(table)


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, texts)))
