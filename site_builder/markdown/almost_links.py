"""Links whose brackets or quotes are not quite those of Markdown: readers would see them as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..problems import Position, Problem, Severity
from ..repairs import Replacement
from .addresses import is_address, shortened, telephone
from .link_titles import with_other_quotes, with_quotes, with_straight_quotes
from .source import Source

_INSIDE = r"(?<!\\)\[((?:[^\[\]\n\\]|\\.){1,500})\]"
_ROUND = r"\(((?:[^()\n]|\([^()\n]*\)){1,1000})\)"
_WRITTEN = re.compile(rf"{_INSIDE}{_ROUND}")
_TITLE = r"(?:[ \t]+(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'))?"
_APART = re.compile(rf"{_INSIDE}([ \t]{{1,3}})\(([^()\s]{{1,1000}})({_TITLE})\)")
_LONE_MARK = re.compile(
    rf"^! (\[[^\[\]\n]{{0,500}}\]\([^()\s]{{1,1000}}\.(?:png|jpe?g|svg|webp|gif|avif){_TITLE}\))",
    re.IGNORECASE | re.MULTILINE,
)
_SWAPPED = re.compile(r"(?<![\]\\])\(([^()\[\]\n]{1,500})\)\[([^\[\]\s^]{1,1000})\](?![(:])")
_TWICE = re.compile(rf"{_INSIDE}\[([^\[\]\n^]{{1,1000}})\](?![(:])")
_OPENED = re.compile(rf"{_INSIDE}\((<?[^()<>\s]{{1,1000}})")
_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")
_FAR = 2000
"""Characters in which the bracket behind an address is looked for."""
_DEFINED = re.compile(r"^[ >]*\[([^\[\]]{1,999})\]:", re.MULTILINE)

_DESTINATION = r"(?:<[^<>\n]*>|[^\s<][^\s]*)?"
_VALID = re.compile(rf"\s*{_DESTINATION}(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*")
_CHECKBOX = frozenset({"", "x", "X"})


def almost_links(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    """Those of `source`; `shown` is its text with blanks for what is code, `links` are where true ones begin."""
    if "](" in shown:
        yield from _with_spaces(shown, links, source)
        yield from _open(shown, links, source)
    if ")[" in shown:
        yield from _swapped(shown, links, source)
    if "][" in shown:
        yield from _undefined(shown, links, source)
    if "] " in shown or "]\t" in shown:
        yield from _apart(shown, source)
    if "! [" in shown:
        yield from _lone_marks(shown, source)


def _with_spaces(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    for link in _WRITTEN.finditer(shown):
        inside = link[2]
        if link.start() in links or _VALID.fullmatch(inside) or not inside.strip():
            continue
        for mend, tell in _SLIPS:
            if right := mend(inside):
                repair = Replacement(source.at_offset(link.start(2)), inside, right)
                yield tell(source.at_offset(link.start()), link[0], f"[{link[1]}]({right})", repair)
                break


def _between_brackets(inside: str) -> str:
    return f"<{inside.strip()}>" if is_address(inside.strip()) and not set(inside) & set('<>"') else ""


def _telling(code: str, message: str, hint: str) -> Callable[[Position, str, str, Replacement], Problem]:
    def problem(at: Position, written: str, right: str, repair: Replacement) -> Problem:
        values = {"written": shortened(written), "right": right}
        return Problem(code, Severity.ERROR, at, message, hint, values, repair=repair)

    return problem


_SLIPS = (
    (
        with_straight_quotes,
        _telling(
            "link-title-quotes",
            "This is no link: the quotation marks of its title are typographic: {written}",
            "Write straight ones: {right}",
        ),
    ),
    (
        with_other_quotes,
        _telling(
            "link-title-inner-quotes",
            "Readers see this as it is written, because there are quotation marks inside the title: {written}",
            "Write the outer ones and the inner ones differently: {right}",
        ),
    ),
    (
        with_quotes,
        _telling(
            "link-title-without-quotes",
            "Readers see this as it is written, because the title is not between two quotation marks: {written}",
            "Write: {right}",
        ),
    ),
    (
        telephone,
        _telling(
            "link-telephone",
            "This is no link, because its address is a telephone number with spaces: {written}",
            "Write tel: before it, and no spaces: {right}",
        ),
    ),
    (
        _between_brackets,
        _telling(
            "link-with-spaces",
            "This is no link, because its address holds a space: {written}",
            "Put the address between < and >: {right}",
        ),
    ),
)
"""What stands between the round brackets → what was meant, and how to tell it; the first that knows it is right."""


def _open(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    for link in _OPENED.finditer(shown):
        if link.start() in links:
            continue
        rest = _PARAGRAPH_END.split(shown[link.end() : link.end() + _FAR], maxsplit=1)[0]
        is_open = ")" not in rest or (link[2].startswith("<") and ">" not in rest.partition("\n")[0])
        if is_open and is_address(link[2].lstrip("<")):
            yield Problem(
                "link-not-closed",
                Severity.ERROR,
                source.at_offset(link.start()),
                "This is no link, because a bracket behind its address is missing: {written}",
                "Close it: [text](address), or [text](<address>) where the address holds a space.",
                {"written": shortened(link[0])},
            )


def _swapped(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    for link in _SWAPPED.finditer(shown):
        if is_address(link[2]):
            right = f"[{link[1]}]({link[2]})"
            at = source.at_offset(link.start())
            yield Problem(
                "link-swapped",
                Severity.ERROR,
                at,
                "This is no link, because its brackets are swapped: {written}",
                "The text stands between square brackets, the address between round ones: {right}",
                {"written": shortened(link[0]), "right": right},
                repair=Replacement(at, link[0], right),
            )


def _undefined(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    defined = _defined(shown)
    for link in _TWICE.finditer(shown):
        text, label = link.groups()
        if link.start() in links or {_label(label), _label(text)} & defined or label.isdigit():
            continue
        at = source.at_offset(link.start())
        leads = is_address(label)
        yield Problem(
            "link-undefined",
            Severity.ERROR if leads else Severity.WARNING,
            at,
            "This is no link, because its address stands between square brackets: {written}"
            if leads
            else "This is no link, because the page says nowhere what [{label}] stands for: {written}",
            "Write the address between round brackets: {right}"
            if leads
            else "Write the address itself between round brackets: [text](address).",
            {"written": shortened(link[0]), "label": label, "right": f"[{text}]({label})"},
            repair=Replacement(at, link[0], f"[{text}]({label})") if leads else None,
        )


def _apart(shown: str, source: Source) -> Iterator[Problem]:
    defined: set[str] | None = None
    for link in _APART.finditer(shown):
        text, gap, address, title = link.groups()
        if text.strip() in _CHECKBOX or text.startswith("^") or not is_address(address):
            continue
        defined = _defined(shown) if defined is None else defined
        if _label(text) not in defined:
            yield Problem(
                "link-apart",
                Severity.ERROR,
                source.at_offset(link.start()),
                "This is no link, because a space stands between its brackets: {written}",
                "Delete the space: {right}",
                {"written": shortened(link[0]), "right": f"[{text}]({address}{title})"},
                repair=Replacement(source.at_offset(link.end(1)), f"]{gap}(", "]("),
            )


def _lone_marks(shown: str, source: Source) -> Iterator[Problem]:
    for picture in _LONE_MARK.finditer(shown):
        at = source.at_offset(picture.start())
        yield Problem(
            "picture-apart",
            Severity.ERROR,
            at,
            "This is a link and no picture, because a space stands behind the exclamation mark: {written}",
            "Delete the space: {right}",
            {"written": shortened(picture[0]), "right": f"!{picture[1]}"},
            repair=Replacement(at, "! [", "!["),
        )


def _defined(shown: str) -> set[str]:
    """The labels that the page defines somewhere."""
    return {_label(label) for label in _DEFINED.findall(shown)}


def _label(written: str) -> str:
    """The label of a definition as CommonMark compares them."""
    return " ".join(written.casefold().split())
