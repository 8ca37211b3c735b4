"""From a Markdown text to what readers get."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from html import unescape

from ..problems import Position, in_order
from .drawing import draw
from .engine import to_escaped_html, to_html, to_located_html
from .mistakes import may_have_mistakes, mistakes
from .raw_html import RawTag, has_raw_html, is_too_deep, markup, problems_of, raw_tags, sanitise
from .rendered import Labels, Rendered
from .source import Source
from .wording import too_deep

_LINK = re.compile(r'<(?:a|img) data-sourcepos="([^"]*)" (?:href|src)="([^"]*)"')
# Those that nobody reads: links, pictures and headings keep theirs.
_POSITION = re.compile(r' data-sourcepos="(?<!<h[1-6] data-sourcepos=")[0-9:-]*"(?! href=| src=)')


def render(text: str, at: Position, labels: Labels, language: str = "") -> Rendered:
    """`text`, whose first line stands at `at` in its file, as HTML with all that is known of it. Never raises.

    It is set as `language` (its code) has it, as it is written where that is empty.

    Positions take a third of the time and are seldom asked for: `Rendered.located` finds them afterwards.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")
    if has_raw_html(text):
        return _located(text, at, labels, language)
    html = to_html(text)
    rendered = draw(html, Source(text, at), labels, (), {})
    if rendered.problems or may_have_mistakes(text, html):
        return _located(text, at, labels, language)
    return replace(rendered, language=language, locate=partial(_located, text, at, labels, language))


def _located(text: str, at: Position, labels: Labels, language: str) -> Rendered:
    """`text` as HTML, with the position of every reference and problem."""
    html = to_located_html(text)
    source = Source(text, at)
    tags: tuple[RawTag, ...] = ()
    links: dict[str, str] = {}
    problems = list(mistakes(html, source))
    if has_raw_html(text):
        tokens = markup(html)
        if is_too_deep(tokens):
            problems.append(too_deep(at))
            html = _POSITION.sub("", to_escaped_html(text))
        else:
            tags = raw_tags(tokens, html, source)
            problems += problems_of(tags)
            links = {place: unescape(address) for place, address in _LINK.findall(html)}
            html = sanitise(_POSITION.sub("", html))
    else:
        html = _POSITION.sub("", html)
    rendered = draw(html, source, labels, tags, links)
    return replace(rendered, language=language, problems=in_order((*problems, *rendered.problems)))
