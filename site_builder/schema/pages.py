"""Pages that front matter names by the path of their file, in either language's name, as links of a text do."""

from __future__ import annotations

from ..documents import PageLink
from ..reading.front_matter import Value
from .fields import Reading, text


def page(value: Value, reading: Reading) -> PageLink | None:
    """The path of a page's file from this one; whether there is such a page, only the whole content knows."""
    written = text(value, reading)
    return PageLink(written, value.at) if written else None
