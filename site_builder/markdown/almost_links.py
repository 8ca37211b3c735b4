"""Links whose brackets or quotes are not quite those of Markdown: readers would see them as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem, Severity
from ..reading.characters import SMART
from ..repairs import Replacement
from .addresses import shortened
from .source import Source

_INSIDE = r"(?<!\\)\[((?:[^\[\]\n\\]|\\.){1,500})\]"
_ROUND = r"\(((?:[^()\n]|\([^()\n]*\)){1,1000})\)"
_WRITTEN = re.compile(rf"{_INSIDE}{_ROUND}")
_APART = re.compile(rf"{_INSIDE}([ \t]{{1,3}})\(([^()\s]{{1,1000}})\)")
_SWAPPED = re.compile(r"(?<![\]\\])\(([^()\[\]\n]{1,500})\)\[([^\[\]\s^]{1,1000})\](?![(:])")
_TWICE = re.compile(rf"{_INSIDE}\[([^\[\]\n^]{{1,1000}})\](?![(:])")
_OPENED = re.compile(rf"{_INSIDE}\((<?[^()<>\s]{{1,1000}})")
_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")
_FAR = 2000
"""Characters in which the bracket behind an address is looked for."""
_DEFINED = re.compile(r"^[ >]*\[([^\[\]]{1,999})\]:", re.MULTILINE)

_DESTINATION = r"(?:<[^<>\n]*>|[^\s<][^\s]*)?"
_VALID = re.compile(rf"\s*{_DESTINATION}(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*")
_WITH_TITLE = re.compile(rf'(\S+)\s+[{SMART}]([^"]*?)[{SMART}"]\s*')
_ADDRESS = re.compile(
    r"(?:https?:|mailto:|www\.|\.{0,2}/|#)\S.*"
    r"|[^\"|]*\.(?:md|markdown|html?|pdf|docx?|xlsx?|pptx?|od[tsp]|svg|png|jpe?g|webp|gif|avif|mp3|m4a|zip|csv)"
    r"(?:[#?]\S*)?",
    re.IGNORECASE,
)
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
        yield from _apart(shown, links, source)


def _with_spaces(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    for link in _WRITTEN.finditer(shown):
        inside = link[2]
        if link.start() in links or _VALID.fullmatch(inside) or not inside.strip():
            continue
        at = source.at_offset(link.start(2))
        titled = _WITH_TITLE.fullmatch(inside)
        if titled:
            yield Problem(
                "link-title-quotes",
                Severity.ERROR,
                source.at_offset(link.start()),
                "This is no link: the quotation marks of its title are typographic: {written}",
                "Write straight ones: {right}",
                {"written": shortened(link[0]), "right": f'[{link[1]}]({titled[1]} "{titled[2]}")'},
                repair=Replacement(at, inside, f'{titled[1]} "{titled[2]}"'),
            )
        elif _ADDRESS.fullmatch(inside.strip()) and not set(inside) & set("<>"):
            right = f"<{inside.strip()}>"
            yield Problem(
                "link-with-spaces",
                Severity.ERROR,
                source.at_offset(link.start()),
                "This is no link, because its address holds a space: {written}",
                "Put the address between < and >: {right}",
                {"written": shortened(link[0]), "right": f"[{link[1]}]({right})"},
                repair=Replacement(at, inside, right),
            )


def _open(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    for link in _OPENED.finditer(shown):
        if link.start() in links:
            continue
        rest = _PARAGRAPH_END.split(shown[link.end() : link.end() + _FAR], maxsplit=1)[0]
        is_open = ")" not in rest or (link[2].startswith("<") and ">" not in rest.partition("\n")[0])
        if is_open and _ADDRESS.fullmatch(link[2].lstrip("<")):
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
        if _ADDRESS.fullmatch(link[2]):
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
    defined = {_label(label) for label in _DEFINED.findall(shown)}
    for link in _TWICE.finditer(shown):
        text, label = link.groups()
        if link.start() in links or {_label(label), _label(text)} & defined or label.isdigit():
            continue
        at = source.at_offset(link.start())
        is_address = _ADDRESS.fullmatch(label)
        yield Problem(
            "link-undefined",
            Severity.ERROR if is_address else Severity.WARNING,
            at,
            "This is no link, because its address stands between square brackets: {written}"
            if is_address
            else "This is no link, because the page says nowhere what [{label}] stands for: {written}",
            "Write the address between round brackets: {right}"
            if is_address
            else "Write the address itself between round brackets: [text](address).",
            {"written": shortened(link[0]), "label": label, "right": f"[{text}]({label})"},
            repair=Replacement(at, link[0], f"[{text}]({label})") if is_address else None,
        )


def _apart(shown: str, links: frozenset[int], source: Source) -> Iterator[Problem]:
    defined: set[str] | None = None
    for link in _APART.finditer(shown):
        text, gap, address = link.groups()
        if text.strip() in _CHECKBOX or text.startswith("^") or not _ADDRESS.fullmatch(address):
            continue
        defined = {_label(label) for label in _DEFINED.findall(shown)} if defined is None else defined
        if _label(text) not in defined:
            yield Problem(
                "link-apart",
                Severity.ERROR,
                source.at_offset(link.start()),
                "This is no link, because a space stands between its brackets: {written}",
                "Delete the space: {right}",
                {"written": shortened(link[0]), "right": f"[{text}]({address})"},
                repair=Replacement(source.at_offset(link.end(1)), f"]{gap}(", "]("),
            )


def _label(written: str) -> str:
    """The label of a definition as CommonMark compares them."""
    return " ".join(written.casefold().split())
