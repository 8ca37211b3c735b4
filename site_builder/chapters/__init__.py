"""The chapters of an episode: one truth from whatever says them, for its page, its feed and its audio.

    chapters = chapters_of(library, document)

They are written in front matter, in a JSON file (`json_file`) or as a list of times in the notes (`notes`), or the
audio itself has them; `choice` tells which of them count.
"""

from __future__ import annotations

from .choice import NEARLY_ZERO, chapters_of, from_zero, recorded_chapters, written_chapters
from .json_file import read_chapters
from .notes import listed_chapters

__all__ = [
    "NEARLY_ZERO",
    "chapters_of",
    "from_zero",
    "listed_chapters",
    "read_chapters",
    "recorded_chapters",
    "written_chapters",
]
