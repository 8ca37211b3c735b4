"""What a drawing (SVG) holds beside shapes: it is published as it is, and opened by itself it can do what pages can.

Parsed by expat, which loads nothing from outside; a declaration of entities ends the reading, so no bomb explodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from ..problems import Position, Problem, Severity

_ACTS = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "form"})
_LOADS = frozenset({"audio", "video"})
_ANIMATES = frozenset({"animate", "set", "animatetransform", "animatemotion"})
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);", re.IGNORECASE)
_FOREIGN_STYLE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:(?:image|font)/)", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data:text)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?|mailto|tel):\S*|[^:]*", re.IGNORECASE)
_LIMIT = 10_000_000
"""Bytes of a drawing that are read."""

_LONGEST = 60
"""Characters of it that a message shows."""


class _RefusedError(Exception):
    """The first thing in a drawing that can't be published."""

    def __init__(self, tell: Callable[[Position, str], Problem], what: str) -> None:
        super().__init__(what)
        self.tell, self.what = tell, what


def examine_drawing(root: Path, path: str) -> tuple[Problem, ...]:
    """What of the drawing `path` below `root` can't be published, at the place of the first such thing."""
    parser = ParserCreate()
    style: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        _judge(tag.rpartition(":")[2].lower(), attributes)
        style[:] = [*style, tag] if style or tag.lower().endswith("style") else []

    def end(_tag: str) -> None:
        del style[-1:]

    def text(data: str) -> None:
        if style and _FOREIGN_STYLE.search(data):
            raise _RefusedError(_loads, "@import, url(…)")

    def declared(name: str, *_rest: object) -> None:
        raise _RefusedError(_acts, f"<!ENTITY {name}>")

    def instruction(target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _RefusedError(_loads, _short(data))

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.EntityDeclHandler, parser.ProcessingInstructionHandler = declared, instruction
    try:
        with (root / path).open("rb") as file:
            parser.Parse(file.read(_LIMIT), True)
    except _RefusedError as found:
        return (found.tell(_place(path, parser.CurrentLineNumber, parser.CurrentColumnNumber), found.what),)
    except (ExpatError, LookupError, ValueError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "offset", 0)
        return (_broken(_place(path, line, column)),)
    return ()


def _judge(tag: str, attributes: dict[str, str]) -> None:
    """Raise `_RefusedError` where the element `tag` or one of its `attributes` may not be published."""
    if tag in _ACTS:
        raise _RefusedError(_acts, f"<{tag}>")
    if tag in _LOADS:
        raise _RefusedError(_loads, f"<{tag}>")
    for written, value in attributes.items():
        name = written.rpartition(":")[2].lower()
        animated = value.rpartition(":")[2].lower() if name == "attributename" and tag in _ANIMATES else ""
        if name.startswith("on") or animated.startswith(("on", "href")) or _SCRIPT.match(value):
            raise _RefusedError(_acts, _short(f'{written}="{value}"'))
        if name in {"href", "src"} and not _may_lead(tag, value.strip()):
            raise _RefusedError(_loads, _short(value))
        if "(" in value and _FOREIGN_STYLE.search(value):
            raise _RefusedError(_loads, _short(value))


def _may_lead(tag: str, address: str) -> bool:
    """Whether `tag` may hold `address`: a part of the drawing, a picture within it, or a link to be followed."""
    if not address or address.startswith("#") or _PICTURE.match(address):
        return True
    return tag == "a" and _LINK.fullmatch(address) is not None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _place(path: str, line: int, column: int) -> Position:
    return Position(path, max(line, 1), max(column, 0) + 1)


def _acts(at: Position, what: str) -> Problem:
    return Problem(
        "drawing-acts",
        Severity.ERROR,
        at,
        "The drawing holds more than shapes: {what}. Opened by itself it could act like a program.",
        "Save it again as plain SVG (in Inkscape: Save as, Plain SVG), or as PNG.",
        {"what": what},
    )


def _loads(at: Position, what: str) -> Problem:
    return Problem(
        "drawing-loads",
        Severity.ERROR,
        at,
        "The drawing wants to load something from another file or site: {what}",
        "Embed it in the drawing, or save the drawing as PNG; browsers load nothing into a picture.",
        {"what": what},
    )


def _broken(at: Position) -> Problem:
    return Problem(
        "drawing-broken",
        Severity.ERROR,
        at,
        "The drawing can't be read here, so browsers don't show it.",
        "Export it again from the program that it was drawn in.",
    )
