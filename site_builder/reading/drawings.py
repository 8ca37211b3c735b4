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
_FOREIGN_STYLE = re.compile(r"@import|url\(\s*+[\"']?+(?!#|data:(?:image|font)/)", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data:text)", re.IGNORECASE)
_SIGNS = tuple(
    sign.encode()
    for sign in (
        *(
            " on",
            "\ton",
            "\non",
            "\ron",
            "/on",
            '"on',
            "'on",
            "href",
            "src",
            "url",
            "data:",
            "import",
            "attributename",
        ),
        *(
            "script",
            "foreign",
            "frame",
            "object",
            "embed",
            "handler",
            "listener",
            "<form",
            ":form",
            "audio",
            "video",
        ),
        *("<!doctype", "<!entity", "<?xml-", "&", "\\"),
    )
)
"""What drawings that hold more than shapes have, in small letters; most have none of them."""

_DECLARATION = 100
"""Bytes in which the encoding is declared."""

_LINK = re.compile(r"(?:https?|mailto|tel):\S*|[^:]*", re.IGNORECASE)
_LIMIT = 10_000_000
"""Bytes of a drawing that are read."""

_LONGEST = 60
"""Characters of it that a message shows."""


Wrong = tuple[Callable[[Position, str], Problem], str]
"""What can't be published: the problem that it is, and how it is written."""


class _FoundError(Exception):
    """The reading ends at the first of those."""


def examine_drawing(root: Path, path: str) -> tuple[Problem, ...]:
    """What of the drawing `path` below `root` can't be published: the first such thing."""
    with (root / path).open("rb") as file:
        data = file.read(_LIMIT)
    examination = _Examination(path, examines=_may_hold_more(data))
    try:
        examination.parser.Parse(data, True)
    except _FoundError:
        return tuple(examination.found)
    except (ExpatError, LookupError, ValueError) as error:
        return (_broken(_place(path, getattr(error, "lineno", 1), getattr(error, "offset", 0))),)
    return ()


def _may_hold_more(data: bytes) -> bool:
    """Whether the drawing `data` may hold more than shapes: never false where it does."""
    text = data.lower()
    is_utf8 = b"\0" not in text and (b"encoding" not in text or b"utf-8" in text[:_DECLARATION])
    return not is_utf8 or any(sign in text for sign in _SIGNS)


class _Examination:
    """What expat tells while it reads the drawing `path`: is it whole, and with `examines`, what it holds."""

    def __init__(self, path: str, *, examines: bool) -> None:
        self.path = path
        self.found: list[Problem] = []
        self.styles: list[str] = []
        self.parser = parser = ParserCreate()
        if not examines:
            return
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.EntityDeclHandler = self.declared
        parser.ProcessingInstructionHandler = self.instruction

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.judge(_wrong_with(tag, attributes))
        if self.styles or tag.lower().endswith("style"):
            self.styles.append(tag)

    def end(self, _tag: str) -> None:
        del self.styles[-1:]

    def text(self, data: str) -> None:
        if self.styles and _FOREIGN_STYLE.search(data):
            self.judge((_loads, "@import, url(…)"))

    def declared(self, name: str, *_rest: object) -> None:
        self.judge((_acts, f"<!ENTITY {name}>"))

    def instruction(self, target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.judge((_loads, _short(data)))

    def judge(self, wrong: Wrong | None) -> None:
        """End the reading where something is wrong."""
        if wrong:
            tell, what = wrong
            at = _place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)
            self.found.append(tell(at, what))
            raise _FoundError


def _wrong_with(written: str, attributes: dict[str, str]) -> Wrong | None:
    """What can't be published of the element that is `written` so, or of its `attributes`."""
    tag = written.rpartition(":")[2].lower()
    if tag in _ACTS:
        return _acts, f"<{written}>"
    if tag in _LOADS:
        return _loads, f"<{written}>"
    for written_name, value in attributes.items():
        name = written_name.rpartition(":")[2].lower()
        animated = value.rpartition(":")[2].lower() if name == "attributename" and tag in _ANIMATES else ""
        if name.startswith("on") or animated.startswith(("on", "href")) or _SCRIPT.match(value):
            return _acts, _short(f'{written_name}="{value}"')
        if name in {"href", "src"} and not _may_lead(tag, value.strip()):
            return _loads, _short(value)
        if "(" in value and _FOREIGN_STYLE.search(value):
            return _loads, _short(value)
    return None


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
