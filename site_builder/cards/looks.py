"""How cards of each kind of page look: their colours and the pattern of marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

Colour = tuple[int, int, int]

INK, ACCENT, LEAVES = (1, 4), (5, 7), ((8, 10), (11, 13), (14, 15))
"""Places in the palette, the faintest and the full colour of each; place 0 is the ground's."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, and the marks that make the pattern: x, y and width of each in pixels."""

    ground: str
    ink: str
    accent: str
    leaves: tuple[str, str, str]
    pattern: tuple[tuple[int, int, int], ...]


_BRIGHT = ("#0b5563", "#e4572e", "#e4a32e")
_DARK = ("#4fb3c1", "#f0724e", "#e8b85c")
_PAPER = ("#fffdf8", "#14213d", "#b03a14", _BRIGHT)
_SAND = ("#f8f0e0", "#14213d", "#b03a14", _BRIGHT)
_DEEP = ("#0b5563", "#ffffff", "#ffc2a8", _DARK)
_NIGHT = ("#14213d", "#ffffff", "#ffc2a8", _DARK)

LOOKS = {
    "articles": Look(*_PAPER, ((820, 130, 560),)),
    "interviews": Look(*_SAND, ((860, 50, 260), (925, 320, 260))),
    "examples": Look(*_PAPER, ((880, 40, 170), (1020, 230, 170), (880, 420, 170))),
    "events": Look(*_DEEP, ((830, 190, 400),)),
    "presentations": Look(*_SAND, ((880, 200, 300),)),
    "people": Look(*_PAPER, ((900, 170, 260),)),
    "episodes": Look(
        *_NIGHT, tuple((880 + 160 * column, 75 + 165 * row, 130) for row in range(3) for column in range(2))
    ),
}
"""By the kind of page, in the colours of `overrides/assets/site.css` and `dark.css`."""

OTHER = Look(*_DEEP, ((810, 60, 600),))


def look_of(kind: str) -> Look:
    """The look of cards of this kind of page."""
    return LOOKS.get(kind, OTHER)


@cache
def palette(look: Look) -> bytes:
    """The 16 colours, three bytes each."""
    ground = _rgb(look.ground)
    ramps = zip((look.ink, look.accent, *look.leaves), (INK, ACCENT, *LEAVES), strict=True)
    colours = [ground, *(colour for full, places in ramps for colour in _ramp(ground, _rgb(full), *places))]
    return bytes(channel for colour in colours for channel in colour)


def _ramp(ground: Colour, colour: Colour, first: int, last: int) -> Iterator[Colour]:
    """The colours in the places `first` … `last`, from near the ground's to `colour` itself."""
    steps = last - first + 1
    for step in range(1, steps + 1):
        red, green, blue = (
            low + (high - low) * step // steps for low, high in zip(ground, colour, strict=True)
        )
        yield red, green, blue


def _rgb(colour: str) -> Colour:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
