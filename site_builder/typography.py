"""Typography: spaces that no line may break at, dashes, quotation marks and ellipses as each language has them.

It is set when a page is made and never in the files. Czech: ČSN 01 6910 and the Czech Language Institute's handbook
(https://prirucka.ujc.cas.cz/, "Zalomení řádků", "Uvozovky", "Pomlčka"); English: New Hart's Rules. A language
without rules here is left as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

_HIDDEN = re.compile(r"<(pre|code|kbd|samp)\b.*?</\1>", re.DOTALL)
_HIDING = ("<pre", "<code", "<kbd", "<samp")
_PLACE = "\0"  # a character that no text has once it was read
_TAGS = re.compile(r"(?:<[^<>]*>)+$")
_BLOCK_END = re.compile("</(?:p|li|h[1-6]|t[dh]|d[td]|figcaption)>")
_OPENS_AFTER = "([{–—/"
_ELLIPSIS = re.compile(r'\.\.\.(?<![./].{3})(?=$|[\s<,;:!?)&“”"])')
_YEARS = re.compile(r'((?:1[89]|20)\d\d)-((?:1[89]|20)\d\d)(?<![\w/."#-].{9})(?![\w/-])')
_DAYS = r"(?:(?<=[\s(>]\d\.-)|(?<=[\s(>]\d\d\.-))(?=\d\d?\.\s)"
_HOURS = r"(?:(?<=[\s(>]\d:\d\d-)|(?<=[\s(>]\d\d:\d\d-))(?<!-\d\d.{7})(?=\d\d?:\d\d(?!\.?\w|[:/-]))"
_FROM_TO = re.compile(f"-(?:{_DAYS}|{_HOURS})")
_DASHES = ((" -- ", " – "), (" - ", " – "), (" – ", "\xa0– "))
_APOSTROPHE = re.compile(r"'(?<=[^\W\d_].)(?=[^\W\d_])")
_POSSESSIVE = re.compile(r"'(?<=s.)(?=\s[^\W\d_])")
_OPENING = re.compile(r"(?<=[\s(>])'")

_Marks = tuple[str, str]
"""The mark that opens and the one that closes."""

_CAPITAL = "[A-ZÁČĎÉÍŇÓŘŠŤÚÝŽ]"
_INITIAL = rf"(?<=[\s(>]{_CAPITAL}\..)(?={_CAPITAL}(?:\.|[^\W\d_]))"
"""Between an initial and the next one or the surname."""

_UNITS = "%|‰|°C|Kč|€|EUR|km|cm|mm|m[²³]?|kg|g|l|ha|h|min|s|kB|MB|GB"


def _after(letter: str, *cases: str) -> str:
    """A space behind a character of `letter`, where one of `cases` holds: patterns of what is before and behind it."""
    return rf"(?<=[{letter}].)(?:{'|'.join(cases)})"


def _number(units: str) -> str:
    return _after(r"\d", r"(?=\d{3}(?!\d))", rf"(?=(?:{units})(?![^\W_]))")


def _glued(*places: str) -> re.Pattern[str]:
    return re.compile(rf"[ \n](?:{'|'.join(places)})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Rules:
    """`glued` finds spaces that keep their neighbours together; `quotes` are the marks, then those within them."""

    glued: re.Pattern[str]
    quotes: tuple[_Marks, _Marks]


_RULES = {
    "cs": _Rules(
        _glued(
            _after("ksvzouaiKSVZOUAI", r"(?<=[\s(>„\0].{2})"),
            _number(rf"{_UNITS}|hod\.|tis\.|mil\.|mld\.|let"),
            _after(
                r".§",
                r"(?<=\d\..)(?=[\da-záčďéěíňóřšťúůýž])",
                r"(?<=§.)(?=\d)",
                r"(?<=[\s(>]č\..)(?=[\dA-Z])",
                r"(?<=[\s(>]s\..)(?=\d)",
                r"(?<=[\s(>]čl\..)(?=\d)",
                r"(?<=[\s(>]str\..)(?=\d)",
                r"(?<=\sodst\..|\spísm\..)",
                r"(?<=.Mgr\..|.Ing\..)(?=[^\W\d_])",
                _INITIAL,
            ),
        ),
        (("„", "“"), ("‚", "‘")),
    ),
    "en": _Rules(
        _glued(
            _number(_UNITS),
            _after(
                ".rs§",
                r"(?<=§.)(?=\d)",
                r"(?<=[\s>]No\..)(?=\d)",
                r"(?<=[\s>](?:Mr|Ms|Dr).)(?=[A-Z])",
                _INITIAL,
            ),
        ),
        (("“", "”"), ("‘", "’")),
    ),
}


def typeset(html: str, language: str) -> str:
    """`html`, set for readers of `language` (its code).

    Code and the addresses in tags stay as they are.
    """
    rules = _RULES.get(language)
    if rules is None:
        return html
    html = f"\n{html}"  # a text's first letter has no space before it
    hidden: list[str] = []
    if any(start in html for start in _HIDING):
        hidden = [found[0] for found in _HIDDEN.finditer(html)]
        html = _HIDDEN.sub(_PLACE, html)
    if "..." in html:
        html = _ELLIPSIS.sub("…", html)
    if "-1" in html or "-2" in html:
        html = _YEARS.sub(r"\1–\2", html)
    html = _FROM_TO.sub("–", html)
    for written, dash in _DASHES:
        html = html.replace(written, dash)
    if "'" in html:
        html = _APOSTROPHE.sub("’", html)
        html = html if _OPENING.search(html) else _POSSESSIVE.sub("’", html)
    if "&quot;" in html:
        html = _quoted(html, rules.quotes)
    html = rules.glued.sub("\xa0", html)
    if hidden:
        first, *others = html.split(_PLACE)
        html = first + "".join(code + text for code, text in zip(hidden, others, strict=True))
    return html[1:]


def typeset_text(text: str, language: str) -> str:
    """Plain `text` set by the rules of `language`."""
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return unescape(typeset(html, language)) if html != text else typeset(text, language)


def _quoted(html: str, marks: tuple[_Marks, _Marks]) -> str:
    """Straight quotation marks in pairs, and pairs within pairs.

    One opens at the beginning, after a space and after another mark that opens, else it closes; one that has nothing
    to close stays (12" are inches).
    """
    pieces = html.split("&quot;")
    done = [pieces[0]]
    depth, opens = 0, True
    for before, after in pairwise(pieces):
        if _BLOCK_END.search(before):
            depth = 0
        text = _TAGS.sub("", before)
        if text or len(done) == 1:
            opens = not text or text[-1].isspace() or text[-1] in _OPENS_AFTER or text[-1] == marks[0][0]
        depth += opens
        done += marks[min(depth, 2) - 1][not opens] if depth else "&quot;", after
        depth -= depth > 0 and not opens
    return "".join(done)
