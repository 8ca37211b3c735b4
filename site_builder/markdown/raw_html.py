"""Raw HTML in the text: is there any, what must go and where it stands, and the sanitiser.

What readers get is decided by `nh3` alone, an HTML5 parser with the allow-list of `policy`. The tags read here only
tell the editor about it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape

import nh3

from ..problems import Position, Problem, Severity
from .addresses import ALLOWED_SCHEMES, is_allowed, is_local, pasted_bytes, shortened
from .policy import ATTRIBUTES, CHECKBOX_CLASS, GENERIC_ATTRIBUTES, keeps
from .source import Source
from .word import is_of_word, is_only_look, without_look, word_html
from .wording import local_file, pasted_picture

# Whatever may begin a tag, a comment or a declaration, and isn't an autolink (CommonMark 0.31.2, section 6.5).
_MARKUP = re.compile(
    r"<(?![A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*>|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>)[A-Za-z/!?]"
)

# Tags and comments as browsers read them (HTML, 13.2.5 "Tokenization"): what is never closed ends with the text.
_TOKEN = re.compile(
    r"""<(?:
        !--(?: -?> | .*?(?:--!?>|\Z) )
      | [!?][^>]*(?:>|\Z)
      | (?P<close>/?) (?P<tag>[A-Za-z][^\s/>]*+)
        (?P<attributes>(?: [^>=]++ | =\s*+(?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+ )?+ )*+)
        (?:>|\Z)
    )""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>"'][^\s>]*+)))?"""
)
_SWALLOW_MARKUP = {
    tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)
    for tag in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}

_FIRST_LINE = re.compile(r"<[A-Za-z][^\n\r<>]*")
_IN_SOURCE = re.compile(r"<!--.*?(?:-->|\Z)|(?<!\\)<[A-Za-z][^\n\r<>]*", re.DOTALL)
_CODE = re.compile(r'<(?:code|pre) data-sourcepos="(\d{1,9}):(\d{1,9})-(\d{1,9}):(\d{1,9})"')
_TAG_OR_QUOTE = re.compile(r'<[^">]*(?:"[^"]*"[^">]*)*>|"')

# Void tags, and those whose end may be left out.
_DOES_NOT_NEST = frozenset(
    {"area", "br", "col", "hr", "img", "input", "meta", "source", "wbr"}
    | {"colgroup", "dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class RawTag:
    """An opening tag as the editor wrote it; names in lower case, values decoded."""

    name: str
    attributes: dict[str, str]
    at: Position


def has_raw_html(text: str) -> bool:
    """Whether `text` may hold raw HTML: never false when it does, sometimes true for a tag in code."""
    return _MARKUP.search(text) is not None


def markup(html: str) -> list[re.Match[str]]:
    """The opening and closing tags of `html`, outside comments and scripts."""
    return list(_tokens(html))


def is_too_deep(tokens: Iterable[re.Match[str]]) -> bool:
    """Whether tags nest deeper than anybody means it: an HTML5 parser takes quadratic time for it, or worse."""
    opened: dict[str, int] = defaultdict(int)
    depth = 0
    for token in tokens:
        close, tag = token.group("close", "tag")
        tag = tag.lower()
        if tag in _DOES_NOT_NEST:
            continue
        if not close:
            opened[tag] += 1
            depth += 1
        elif opened[tag]:
            opened[tag] -= 1
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


def raw_tags(tokens: Iterable[re.Match[str]], html: str, source: Source) -> tuple[RawTag, ...]:
    """Those of the `tokens` of `html`, the engine's, that are raw HTML (or written by the engine in the same way)."""
    places = _places(html, source)
    found = []
    for token in tokens:
        close, tag, attributes = token.group("close", "tag", "attributes")
        if close or attributes.startswith(" data-sourcepos="):
            continue
        line = _FIRST_LINE.match(token[0])
        offsets = places.get(line[0] if line else "")
        at = source.at_offset(offsets.popleft() if offsets else 0)
        found.append(RawTag(tag.lower(), _attributes(attributes), at))
    return tuple(found)


def problems_of(tags: Iterable[RawTag]) -> Iterator[Problem]:
    """What the sanitiser takes away from `tags`; what Word brings along is told once."""
    tags = tuple(tags)
    word = next((tag for tag in tags if is_of_word(tag.name, tag.attributes)), None)
    if word:
        yield word_html(word.at)
        tags = tuple(
            replace(tag, attributes=without_look(tag.attributes))
            for tag in tags
            if not is_only_look(tag.name)
        )
    for tag in tags:
        if tag.name not in ATTRIBUTES or (
            tag.name == "input" and tag.attributes.get("class") != CHECKBOX_CLASS
        ):
            yield Problem(
                "forbidden-html",
                Severity.ERROR,
                tag.at,
                "The tag <{tag}> is not allowed in a text, so it was left out.",
                "Delete it or say it in Markdown; link to a video, a map or a form instead of embedding it. "
                "If readers are to see the tag itself, put it between `backticks`.",
                {"tag": tag.name},
            )
            continue
        for name, value in tag.attributes.items():
            yield from _problems_of_attribute(tag, name, value)


def sanitise(html: str) -> str:
    """`html` with nothing in it but what `policy` keeps, every tag closed, quotation marks as the engine has them."""
    return _TAG_OR_QUOTE.sub(lambda found: "&quot;" if found[0] == '"' else found[0], _CLEANER.clean(html))


def _problems_of_attribute(tag: RawTag, name: str, value: str) -> Iterator[Problem]:
    if name in ("href", "src") and (size := pasted_bytes(value)):
        yield pasted_picture(tag.at, value, size)
    elif name in ("href", "src") and is_local(value):
        yield local_file(tag.at, value)
    elif name in ("href", "src") and not is_allowed(value):
        yield Problem(
            "forbidden-html",
            Severity.ERROR,
            tag.at,
            "<{tag}> leads to {address}, which is not allowed, so the address was left out.",
            "Write an address that begins with https:, mailto: or tel:, or the path of a file.",
            {"tag": tag.name, "address": shortened(value)},
        )
    elif name == "style" or name.startswith("on"):
        yield Problem(
            "forbidden-html",
            Severity.ERROR,
            tag.at,
            "The attribute {attribute} of <{tag}> is not allowed, so it was left out.",
            "Delete the attribute: neither scripts nor styles may be written in a text.",
            {"tag": tag.name, "attribute": name},
        )
    elif not keeps(tag.name, name, value):
        yield Problem(
            "dropped-attribute",
            Severity.WARNING,
            tag.at,
            "The attribute {attribute} of <{tag}> has no effect.",
            "Delete the attribute: the site's own design decides what the text looks like.",
            {"tag": tag.name, "attribute": name},
        )


def _tokens(html: str) -> Iterator[re.Match[str]]:
    start = 0
    while token := _TOKEN.search(html, start):
        start = token.end()
        if not token["tag"]:
            continue
        yield token
        end = None if token["close"] else _SWALLOW_MARKUP.get(token["tag"].lower())
        if end:
            closing = end.search(html, start)
            start = closing.start() if closing else len(html)


def _attributes(text: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        attributes.setdefault(name.lower(), unescape("".join(values)))
    return attributes


def _places(html: str, source: Source) -> dict[str, deque[int]]:
    """Where in the text each tag stands outside code and comments, by its first line."""
    code = sorted(
        (source.offset(first, start), source.offset(last, end))
        for first, start, last, end in (map(int, numbers) for numbers in _CODE.findall(html))
    )
    starts = [start for start, _ in code]
    places: dict[str, deque[int]] = defaultdict(deque)
    position = 0
    while match := _IN_SOURCE.search(source.text, position):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() <= code[before][1]:
            position = match.start() + 1
            continue
        position = match.end()
        places[match[0]].append(match.start())
    return places


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    return value if keeps(tag, attribute, value) else None


_CLEANER = nh3.Cleaner(
    tags=set(ATTRIBUTES),
    attributes={
        "*": set(GENERIC_ATTRIBUTES),
        **{tag: set(names) for tag, names in ATTRIBUTES.items() if names},
    },
    attribute_filter=_filtered,
    set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    url_schemes=set(ALLOWED_SCHEMES),
    link_rel=None,
)
