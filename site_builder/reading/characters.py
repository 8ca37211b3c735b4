"""Characters that look like a space, a bullet, a quote or like nothing at all."""

from __future__ import annotations

import re

INVISIBLE = re.compile("[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000]")
"""Spaces other than the plain one, and characters of no width. A text may hold them, YAML's own parts may not."""

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

COLONS = "\uff1a\ufe55\u2236\ua789"
"""Colons that aren't the plain one: full-width, small, the ratio's, the letter's."""

DASHES = "–—\u2012\u2015\u2212"
"""Longer than a hyphen: en and em dash, those of figures and quotations, the minus."""

BULLETS = "•·◦▪‣●○■–—"
"""What Word makes of a hyphen at the beginning of a line."""

SMART = "„“”‟\u2018’\u201a«»"
"""Quotes that aren't the straight ones."""

PAIRS = frozenset({"„“", "“”", "\u201a\u2018", "\u2018’", "«»", "»«"})
"""Those that belong together in Czech, English or their neighbours."""

_NO_INK = "".join(filter(INVISIBLE.match, map(chr, range(0x80, 0x3001)))) + " \t\n"


def trimmed(text: str) -> str:
    """`text` without spaces and characters of no width at its ends."""
    return text.strip(_NO_INK)


def plain(text: str) -> str:
    """`text` with plain spaces, and without what has no width."""
    return INVISIBLE.sub("", _SPACES.sub(" ", text))
