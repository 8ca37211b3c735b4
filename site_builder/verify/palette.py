"""The contrast of the site's colours, by WCAG 2.2: text 4.5:1 (1.4.3), signs and the ring of the focus 3:1 (1.4.11).

The colours are custom properties of the stylesheets, set once in `:root`; the dark ones are laid over the light ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from ..palette import PAIRS, contrast, is_colour, properties
from ..problems import Position, Problem, Severity, in_order

_LIGHT, _DARK = "assets/site.css", "assets/dark.css"


@dataclass(frozen=True, slots=True)
class _Colour:
    """A custom property's value as written, and where its name stands."""

    written: str
    at: Position


def verify_palette(folder: Path) -> tuple[Problem, ...]:
    """Pairs of colours in the stylesheets of the site in `folder` that are too alike, each told once."""
    light = _colours(folder, _LIGHT)
    dark = {**light, **_colours(folder, _DARK)}
    return in_order((*_judge(light), *_judge(dark)))


def _judge(colours: Mapping[str, _Colour]) -> Iterator[Problem]:
    for front, back, wanted in PAIRS:
        pair = [colours[each] for each in (front, back) if each in colours]
        unread = next((colour for colour in pair if not is_colour(colour.written)), None)
        if unread:
            yield _unread(unread)
        elif len(pair) == 2:
            ratio = contrast(pair[0].written, pair[1].written)
            if ratio < wanted:
                at = next((colour.at for colour in pair if colour.at.path.endswith(_DARK)), pair[0].at)
                yield _too_alike(at, front, back, ratio, wanted)


def _colours(folder: Path, file: str) -> dict[str, _Colour]:
    """The custom properties of a stylesheet's `:root` by their names."""
    path = folder / file
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = {}
    for name, written, start in properties(text):
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        found[name] = _Colour(written, Position(f"overrides/{file}", line, column))
    return found


def _too_alike(at: Position, front: str, back: str, ratio: float, wanted: float) -> Problem:
    return Problem(
        "palette-contrast",
        Severity.ERROR,
        at,
        "The contrast of the colour --{front} on --{back} is {ratio}:1; readers need {wanted}:1.",
        "Make one of them darker or lighter (WCAG 2.2: text needs 4.5:1, signs and the ring of the focus 3:1).",
        {"front": front, "back": back, "ratio": f"{floor(ratio * 100) / 100:.2f}", "wanted": f"{wanted:g}"},
    )


def _unread(colour: _Colour) -> Problem:
    return Problem(
        "palette-colour",
        Severity.ERROR,
        colour.at,
        "The contrast of the colour “{written}” can't be judged.",
        "Write it as # and six hexadecimal digits, such as #0b5563.",
        {"written": colour.written},
    )
