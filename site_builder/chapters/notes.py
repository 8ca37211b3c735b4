"""Show notes → the chapters that a list of times in them tells."""

from __future__ import annotations

from ..documents import Chapter
from ..markdown import timed_list
from ..problems import Position


def listed_chapters(text: str, at: Position) -> tuple[Chapter, ...]:
    """The chapters in the Markdown `text` that begins at `at`; the list stays in the text."""
    return tuple(Chapter(item.start, item.text, item.at) for item in timed_list(text, at))
