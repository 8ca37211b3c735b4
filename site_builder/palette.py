"""The colours of the site's stylesheets: which stand on which, and how well they can be told apart.

Contrast is WCAG 2.2's ratio (relative luminance, 1–21): 4.5 for text (1.4.3), 3 for what isn't text (1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TEXT, SHAPE = 4.5, 3.0

PAIRS = (
    *(
        (ink, ground, TEXT)
        for ground in ("paper", "sheet", "sand")
        for ink in ("ink", "muted", "link", "accent")
    ),
    *(("button", ground, TEXT) for ground in ("paper", "sand")),
    ("button-ink", "button", TEXT),
    *((ink, "deep", TEXT) for ink in ("deep-ink", "deep-muted")),
    *((ink, "night", TEXT) for ink in ("deep-ink", "deep-muted", "deep-accent")),
    *(("focus", ground, SHAPE) for ground in ("paper", "sheet", "sand")),
    *((leaf, "paper", SHAPE) for leaf in ("leaf-1", "leaf-2")),
)
"""What is drawn on what: colours by the names of their properties, and the contrast that they need."""

_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_PROPERTY = re.compile(r"--([\w-]+)\s*:\s*([^;]+)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on a ground, both `#rrggbb`, with the contrast that they have and need."""

    ink: str
    ground: str
    ink_colour: str
    ground_colour: str
    contrast: float
    needed: float


def properties(stylesheet: str) -> Iterator[tuple[str, str, int]]:
    """The custom properties that the first rule for `:root` sets: name, value as written, index of the name.

    Later ones are for print and the like, whose colours are others.
    """
    root = _ROOT.search(stylesheet)
    for found in _PROPERTY.finditer(stylesheet, root.start(1), root.end(1)) if root else ():
        yield found[1], found[2].strip(), found.start()


def colours(stylesheet: str) -> dict[str, str]:
    """The colours among them by their names, `#rrggbb`."""
    found = ((name, value) for name, value, _ in properties(stylesheet))
    return {name: _long(value) for name, value in found if is_colour(value)}


def is_colour(value: str) -> bool:
    """Whether `value` is a colour whose contrast can be judged: `#rgb` or `#rrggbb`."""
    return _HEX.fullmatch(value) is not None


def palettes(light: str, dark: str) -> Iterator[tuple[str, tuple[Pair, ...]]]:
    """`PAIRS` in the light and in the dark appearance; `dark` is a stylesheet over the one of `light`."""
    base = colours(light)
    yield "light", tuple(pairs(base))
    yield "dark", tuple(pairs(base | colours(dark)))


def pairs(palette: Mapping[str, str]) -> Iterator[Pair]:
    """`PAIRS` in the colours of `palette`."""
    for ink, ground, needed in PAIRS:
        one, other = palette[ink], palette[ground]
        yield Pair(ink, ground, one, other, contrast(one, other), needed)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rgb` or `#rrggbb`) as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(_long(colour)[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _long(colour: str) -> str:
    """`#abc` → `#aabbcc`."""
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])
