"""Characters that look like a space, a bullet, a quote or like nothing at all."""

from __future__ import annotations

import re

ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""Spaces other than the plain one, which look like it."""

BREAKS = "\u00ad\u200b"
"""Where a word may break: the soft hyphen and the space of no width."""

NO_WIDTH = BREAKS + "".join(map(chr, (0x180E, *range(0x200C, 0x2010), *range(0x2060, 0x2065))))
"""Characters that nobody sees: where a word may break, what joins letters, marks of direction."""

INVISIBLE = re.compile(f"[{ODD_SPACES}{NO_WIDTH}]")
"""A text may hold them, YAML's own parts may not."""

BREAK = re.compile(f"[{BREAKS}]")
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")

COLONS = "\uff1a\ufe55\u2236\ua789"
"""Colons that aren't the plain one: full-width, small, the ratio's, the letter's."""

DASHES = "–—\u2012\u2015\u2212"
"""Longer than a hyphen: en and em dash, those of figures and quotations, the minus."""

BULLETS = "•·◦▪‣●○■–—"
"""What Word makes of a hyphen at the beginning of a line."""

DOUBLE, SINGLE = "„“”‟«»", "\u201a\u2018’\u201b\u2039\u203a"
SMART = DOUBLE + SINGLE
"""Quotes that aren't the straight ones."""

PAIRS = frozenset({"„“", "“”", "\u201a\u2018", "\u2018’", "«»", "»«", "\u2039\u203a", "\u203a\u2039"})
"""Those that belong together in Czech, English or their neighbours."""

_NO_INK = f"{ODD_SPACES}{NO_WIDTH} \t\n"


def trimmed(text: str) -> str:
    """`text` without spaces and characters of no width at its ends."""
    return text.strip(_NO_INK)


def unbroken(text: str) -> str:
    """`text` without what tells where its words may break."""
    return BREAK.sub("", text)


def plain(text: str) -> str:
    """`text` with plain spaces, and without what has no width."""
    return INVISIBLE.sub("", _ODD_SPACE.sub(" ", text))
