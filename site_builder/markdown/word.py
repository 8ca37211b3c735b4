"""HTML that Word leaves when a text is pasted from it: hundreds of tags, one thing to mend."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..problems import Position, Problem, Severity

_OWN_TAG = re.compile(r"(?:o|w|v|m|st\d):|\?xml:")
_LOOK = frozenset(
    {"align", "bgcolor", "border", "cellpadding", "cellspacing", "class", "color", "face", "height"}
)
_LOOK |= {"name", "nowrap", "size", "style", "valign", "width"}
_ONLY_LOOK = frozenset({"center", "font", "link", "meta", "style", "xml"})


def is_of_word(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether only Word writes such a `tag`."""
    return (
        attributes.get("class", "").startswith("Mso")
        or "mso-" in attributes.get("style", "")
        or _OWN_TAG.match(tag) is not None
    )


def is_only_look(tag: str) -> bool:
    """Whether `tag`, pasted from Word, says nothing but what it should look like."""
    return tag in _ONLY_LOOK or _OWN_TAG.match(tag) is not None


def without_look(attributes: Mapping[str, str]) -> dict[str, str]:
    """Those of the `attributes` that are not only about the look."""
    return {name: value for name, value in attributes.items() if name not in _LOOK}


def word_html(at: Position) -> Problem:
    """The text was pasted from Word with its HTML."""
    return Problem(
        "word-html",
        Severity.ERROR,
        at,
        "The text was pasted from Word together with its HTML.",
        "Paste it again as plain text (Ctrl+Shift+V), and write headings, lists and links in Markdown.",
    )
