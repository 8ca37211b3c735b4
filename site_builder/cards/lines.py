"""A title → lines that are about equally long and end where Czech and English lines may."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_BREAKS = re.compile(r"(?:(?<!\b[KkSsVvZzOoUuAaIi])|(?<=['’]s))(?<!\d)(?<!\d\.) (?![–—] )")
"""Spaces where a line may end: not after a word of one letter nor a number (ČSN 01 6910), nor before a dash."""

_STEP = 8
"""Pixels by which lines are narrowed until they are equally long."""

Measure = Callable[[str], float]


def balanced(title: str, measure: Measure, width: float, most: int) -> tuple[str, ...]:
    """`title` on at most `most` lines of `width` pixels, none where it is too long; `measure` tells a text's width.

    The lines are as few as can be, and the widest of them as narrow as that allows.
    """
    words = _BREAKS.split(title)
    widths = [measure(word) for word in words]
    space = measure(" ")
    ends = _filled(widths, space, width)
    if not ends or len(ends) > most:
        return ()
    while (narrower := _filled(widths, space, width := width - _STEP)) and len(narrower) == len(ends):
        ends = narrower
    starts = (0, *ends[:-1])
    return tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


def _filled(widths: Sequence[float], space: float, width: float) -> list[int]:
    """After which words lines of `width` end that are filled one by one; nothing where a word is wider."""
    ends, used = [], 0.0
    for number, word in enumerate(widths):
        if word > width:
            return []
        if used and used + space + word > width:
            ends.append(number)
            used = 0.0
        used += word + (space if used else 0)
    return [*ends, len(widths)]


def shortened(title: str, measure: Measure, width: float, most: int) -> tuple[str, ...]:
    """As much of the beginning of `title` as `most` lines of `width` pixels hold, and an ellipsis."""
    words = title.split(" ")
    for count in range(len(words) - 1, 0, -1):
        lines = balanced(" ".join(words[:count]).rstrip(",.:;–— ") + "…", measure, width, most)
        if lines:
            return lines
    for count in range(len(words[0]) - 1, 0, -1):
        if measure(words[0][:count] + "…") <= width:
            return (words[0][:count] + "…",)
    return ("…",)
