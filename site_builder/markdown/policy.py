"""Which HTML an editor may write: what GitHub allows and a text can use.

Classes and styles are the site's own, so they are dropped; an `id` stays, because links lead to it.
"""

from __future__ import annotations

import re

_ANYWHERE = frozenset({"dir", "id", "lang", "title"})
# What the engine writes itself and no editor needs to.
_ENGINE_ANYWHERE = frozenset({"class", "data-sourcepos"})

_CELL = frozenset({"align", "colspan", "headers", "rowspan", "scope"})
# fmt: off
_PLAIN_TAGS = (
    "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "kbd",
    "mark", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary",
    "sup", "table", "tbody", "tfoot", "thead", "tr", "u", "ul", "var", "wbr",
)
# fmt: on

ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN_TAGS, frozenset[str]()),
    "a": frozenset(
        {"href", "aria-label", "data-footnote-ref", "data-footnote-backref", "data-footnote-backref-idx"}
    ),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "input": frozenset({"checked", "disabled", "type"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "section": frozenset({"data-footnotes"}),
    "td": _CELL,
    "th": _CELL,
    "time": frozenset({"datetime"}),
}
"""The tags that stay and, beside those in `GENERIC_ATTRIBUTES`, the attributes that stay on them."""

GENERIC_ATTRIBUTES = _ANYWHERE | _ENGINE_ANYWHERE

CHECKBOX_CLASS = "task-list-item-checkbox"

_ENGINE_CLASS = re.compile(
    rf"language-\S+|{CHECKBOX_CLASS}|task-list-item|contains-task-list"
    r"|footnotes|footnote-ref|footnote-backref|markdown-alert(?: markdown-alert-\w+|-title)"
)
# The interface's own ids begin with two underscores; scripts of the theme read them.
_ID = re.compile(r"[A-Za-z][^\s\"]*")


def keeps(tag: str, attribute: str, value: str) -> bool:
    """Whether `attribute` of `tag`, both in lower case, stays with that value; addresses are judged elsewhere."""
    if attribute == "class":
        return _ENGINE_CLASS.fullmatch(value) is not None
    if attribute == "id":
        return _ID.fullmatch(value) is not None
    return attribute in GENERIC_ATTRIBUTES or attribute in ATTRIBUTES.get(tag, ())
