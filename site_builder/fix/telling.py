"""Changes of files as an editor reads them: texts as a unified diff, all else in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from ..languages import Language
from ..reading.characters import ODD_SPACES
from ..report import Screen
from ..report.rows import visible
from .changes import Change, Moving, Rewriting, Round, Stripped

_STYLES = {"---": "strong", "+++": "strong", "@": "quiet", "-": "removed", "+": "added"}
"""The colours of a diff's lines by how they begin; the longer beginnings come first."""

_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
"""Lines that differ must look different."""


def as_diff(step: Round, language: Language, screen: Screen) -> str:
    """What `step` changes, file by file."""
    return "\n".join(line for change in step.changes for line in _told(change, language, screen))


def refusals_told(step: Round, language: Language) -> str:
    """The repairs that `step` doesn't make, a line each: where, and why."""
    return "\n".join(
        visible(f"{at.path}:{at.line}:{at.column}: ") + language.text("not mended: {reason}", reason=text)
        for refusal in step.refusals
        for at, text in [(refusal.problem.at, language.text(refusal.reason))]
    )


def _told(change: Change, language: Language, screen: Screen) -> Iterator[str]:
    match change:
        case Moving(path, to):
            message = language.text("{path} is called {to} from now on", path=path, to=to)
            yield screen.paint(visible(message), "strong")
        case Stripped(path, size, data):
            message = language.text(
                "{path} loses what isn't needed to show it: {before} bytes become {after}",
                path=path,
                before=size,
                after=len(data),
            )
            yield screen.paint(visible(message), "strong")
        case Rewriting():
            if change.is_resaved:
                message = language.text("{path} is saved again as plain UTF-8", path=change.path)
                yield screen.paint(visible(message), "strong")
            yield from _diff(change, screen)


def _diff(change: Rewriting, screen: Screen) -> Iterator[str]:
    path = visible(change.path)
    for line in unified_diff(_lines(change.old), _lines(change.new), path, path, lineterm=""):
        style = next((style for start, style in _STYLES.items() if line.startswith(start)), "")
        yield screen.paint(_ODD_SPACE.sub("⍽", line), style) if style else line


def _lines(text: str) -> list[str]:
    """The lines of `text` as a terminal shows them; one that has no end is told from one that has."""
    lines = ["\t".join(map(visible, line.split("\t"))) for line in text.split("\n")]
    return lines[:-1] if lines[-1] == "" else [*lines[:-1], f"{lines[-1]}\n\\ No newline at end of file"]
