"""Lists as Word writes them, with `•` or a dash at the beginning of each line: readers get one run-on paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem, Severity
from ..reading.characters import BULLETS
from .source import Source

_LIST = re.compile(rf"^([{BULLETS}])[ \t\xa0]+\S.*(?:\n\1[ \t\xa0]+\S.*)+", re.MULTILINE)
_LATER_LINE = re.compile(rf"\n[{BULLETS}][ \t\xa0]")


def has_bullets(text: str) -> bool:
    """Whether two lines in a row begin with one."""
    return _LATER_LINE.search(text) is not None and _LIST.search(text) is not None


def lists_of_bullets(shown: str, source: Source) -> Iterator[Problem]:
    """Those of `source`; `shown` is its text with blanks for what is code."""
    for found in _LIST.finditer(shown) if _LATER_LINE.search(shown) else ():
        yield Problem(
            "bullets-without-list",
            Severity.WARNING,
            source.at_offset(found.start()),
            "The lines that begin with {bullet} are no list: readers get them as one paragraph.",
            "Begin each with a hyphen and a space for a list, or put an empty line between them.",
            {"bullet": found[1]},
        )
