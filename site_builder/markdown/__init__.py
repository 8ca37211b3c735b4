"""Markdown to HTML: CommonMark with GitHub's extensions, safe, with every link and picture at its place in the file.

    rendered = render(document.body, Position(document.path, document.body_line), labels)
    html = rendered.html(lambda reference: address_of(reference.target))

`comrak` parses (`engine`), `nh3` sanitises what is written as raw HTML (`raw_html`), one pass over the result
draws it for readers and learns what it refers to (`drawing`). In the notes of an episode, `timed` links its times
and `timed_list` finds a list of them.
"""

from __future__ import annotations

from .rendered import Address, Choice, Heading, Labels, Reference, Rendered
from .rendering import render
from .timed_lists import TimedItem, timed_list
from .times import timed

__all__ = [
    "Address",
    "Choice",
    "Heading",
    "Labels",
    "Reference",
    "Rendered",
    "TimedItem",
    "render",
    "timed",
    "timed_list",
]
