"""The engine's HTML drawn for readers: anchors, admonitions, tables that scroll, links cut out to be resolved."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from html import escape, unescape

from ..problems import Position, Problem
from .addresses import is_allowed, is_external
from .anchors import Anchors
from .policy import CHECKBOX_CLASS
from .raw_html import RawTag
from .rendered import IMG, LAZY, Heading, Labels, Reference, Rendered, Written
from .saying_nothing import alt_is_mute, link_is_mute
from .source import Source
from .wording import (
    alt_says_nothing,
    empty_link,
    forbidden_address,
    h1_in_text,
    link_says_nothing,
    missing_alt,
    skipped_heading,
)

_INSIDE_TAG = r'[^">]*(?:"[^"]*"[^">]*)*'
TAG = re.compile(rf"<{_INSIDE_TAG}>")
"""A tag of the engine's HTML."""

_DRAWN = re.compile(
    r'<(a|img|h[1-6]|input|/?table)(?: data-sourcepos="((\d{1,9}):(\d{1,9})-[0-9:]*)")?'
    rf"((?: {_INSIDE_TAG})?)>"
)
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_ID = re.compile(r' id="([^"<>]*)"')
_PICTURE = re.compile(rf"<img {_INSIDE_TAG}>")
_ALT = re.compile(r' alt="([^"]*)"')

# A picture that stands by itself, in a link or not, and has a title: that says whose work it is.
_CAPTION = "<figcaption>"
_ALONE = rf"(?:<img {_INSIDE_TAG}>|<a {_INSIDE_TAG}><img {_INSIDE_TAG}></a>)"
_PICTURES = re.compile(rf"<p>((?:{_ALONE}\s*)+)</p>")
_FIGURE = re.compile(rf"({_ALONE})\s*")
_TITLE = re.compile(r' title="([^"]*)"')
_FOOTNOTE_MARK = re.compile(r'<sup[^>]* class="footnote-ref"[^>]*>.*?</sup>', re.DOTALL)

_ALERT = re.compile(
    r'<div class="markdown-alert markdown-alert-(note|tip|important|warning|caution)"[^>]*>\n'
    r'<p class="markdown-alert-title">([^<]*)</p>'
)
# Material draws no "important" and calls the gravest one "danger".
_ADMONITION = {"important": "info", "caution": "danger"}

# HTML has no such attribute any more, and a strict Content-Security-Policy allows no style in its place.
_ALIGNED = re.compile(r'(<t[hd]) align="(left|center|right)"')

# Browsers break lines at hyphens, in code too, where "--" and "-" are no "---". Longer words have to be broken.
_CODE = re.compile(r"(?<=<code>)[^<\n]+(?=</code>)")
_HYPHENATED = re.compile(r"(?<!\S)(?=\S{1,16}(?!\S))\S*-\S*")

# The arrow alone is drawn: a digit beside it would be a label that the name of the link doesn't hold.
_BACK_TO_TEXT = re.compile(
    r' data-footnote-backref(?:="")? data-footnote-backref-idx="[^"]*" aria-label="Back to reference ([0-9-]+)"'
    r'>↩(?:<sup class="footnote-ref">[0-9]+</sup>)?'
)
_FOOTNOTE_LINK = re.compile(r' data-footnote-ref(?:="")?')
_FOOTNOTES = re.compile(r'<section[^>]* class="footnotes" data-footnotes(?:="")?>')

_REPLACED = frozenset({"href", "src"})


def draw(html: str, source: Source, labels: Labels, raw: Iterable[RawTag], links: dict[str, str]) -> Rendered:
    """The engine's `html` (sanitised, if the editor wrote `raw` tags) as readers get it.

    `links` holds the addresses the sanitiser may have taken away, by their `data-sourcepos`.
    """
    if "markdown-alert" in html:
        html = _ALERT.sub(lambda alert: _admonition(alert[1], alert[2], labels), html)
    if ' align="' in html:
        html = _ALIGNED.sub(r'\1 class="align-\2"', html)
    if "<code>" in html:
        html = _CODE.sub(lambda code: _HYPHENATED.sub(r'<span class="unbroken">\g<0></span>', code[0]), html)
    if "data-footnote" in html:
        html = _footnotes(html, labels)
    if " title=" in html and "<img " in html:
        html = _PICTURES.sub(_figures, html)
    return _Drawing(html, source, labels, raw, links).rendered()


def plain(html: str) -> str:
    """What `html` reads: without tags and footnote marks, pictures by their alternative text."""
    if "<" in html:
        html = _FOOTNOTE_MARK.sub("", html)
        html = _PICTURE.sub(lambda picture: "".join(_ALT.findall(picture[0])), html)
        html = TAG.sub("", html)
    return " ".join(unescape(html).split())


def _figures(pictures: re.Match[str]) -> str:
    """Pictures that stand by themselves, those with a title with it below them."""
    found = (_figure(picture[1]) for picture in _FIGURE.finditer(pictures[1]))
    return "\n".join(found)


def _figure(picture: str) -> str:
    title = _TITLE.search(picture.rpartition("<img ")[2])
    credit = escape(unescape(title[1]).strip()) if title else ""
    if not credit:
        return f"<p>{picture}</p>"
    credit = credit.replace("&#x27;", "'")  # typography knows an apostrophe as it is typed
    return f'<figure class="picture">{picture}{_CAPTION}{credit}</figcaption></figure>'


def _admonition(kind: str, title: str, labels: Labels) -> str:
    own = "" if title == kind.capitalize() else title
    return (
        f'<div class="admonition {_ADMONITION.get(kind, kind)}" role="note">\n'
        f'<p class="admonition-title">{own or escape(getattr(labels, kind))}</p>'
    )


def _footnotes(html: str, labels: Labels) -> str:
    """The parts by their roles (DPUB-ARIA 1.1); `footnote` is the class that Material knows."""
    section = f'<section class="footnote" role="doc-endnotes" aria-label="{escape(labels.footnotes)}">'
    html = _FOOTNOTES.sub(lambda _: section, html)
    html = _FOOTNOTE_LINK.sub(' role="doc-noteref"', html)
    return _BACK_TO_TEXT.sub(
        lambda link: (
            f' role="doc-backlink" aria-label="{escape(labels.back_to_text.replace("{number}", link[1]))}">↩'
        ),
        html,
    )


class _Drawing:
    """One pass over the tags that need drawing; each method returns what stands in the tag's place."""

    def __init__(
        self, html: str, source: Source, labels: Labels, raw: Iterable[RawTag], links: dict[str, str]
    ) -> None:
        self._html = html
        self._source = source
        self._labels = labels
        self._links = links
        self._written: dict[tuple[str, str], deque[Position]] = defaultdict(deque)
        for tag in raw:
            address = tag.attributes.get("href") or tag.attributes.get("src") or ""
            self._written[tag.name, address].append(tag.at)
        self._anchors = Anchors(set(_ID.findall(html)) if ' id="' in html else set())
        self._parts: list[str] = []
        self._pending: list[str] = []
        self._references: list[Reference] = []
        self._headings: list[Heading] = []
        self._problems: list[Problem] = []
        self._level = 1

    def rendered(self) -> Rendered:
        methods: dict[str, Callable[[dict[str, str], re.Match[str]], str]] = {
            "a": self._link,
            "img": self._picture,
            "input": self._checkbox,
            "table": self._table,
            "/table": lambda _attributes, _tag: "</table></div>",
        }
        done = 0
        for tag in _DRAWN.finditer(self._html):
            self._pending.append(self._html[done : tag.start()])
            done = tag.end()
            attributes = dict(_ATTRIBUTE.findall(tag[5])) if tag[5] else {}
            self._pending.append(methods.get(tag[1], self._heading)(attributes, tag))
        self._pending.append(self._html[done:])
        return Rendered(
            parts=(*self._parts, "".join(self._pending)),
            references=tuple(self._references),
            headings=tuple(self._headings),
            ids=frozenset(self._anchors.all),
            words=self._source.text.count(" ") + self._source.text.count("\n"),
            problems=tuple(self._problems),
        )

    def _link(self, attributes: dict[str, str], tag: re.Match[str]) -> str:
        if "role" in attributes and attributes.get("href", "").startswith("#"):
            return f'<a href="{attributes["href"]}"{_written(attributes)}>'
        if "href" not in attributes and not tag[2]:
            return f"<a{_written(attributes)}>"
        inside = self._html[tag.end() : self._html.find("</a>", tag.end())]
        text = plain(inside)
        target, at = self._target_and_position(attributes, tag)
        if not is_allowed(target):
            self._problems.append(forbidden_address(at, target, self._address(target, tag)))
            return "<a>"
        if not text and "<img" not in inside:
            self._problems.append(empty_link(at, target))
        elif link_is_mute(text):
            self._problems.append(link_says_nothing(at, text))
        self._cut('<a href="', Reference(target, False, at, text, "", self._address(target, tag)))
        rel = ' rel="noopener"' if is_external(target) else ""
        return f'"{_written(attributes)}{rel}>'

    def _picture(self, attributes: dict[str, str], tag: re.Match[str]) -> str:
        target, at = self._target_and_position(attributes, tag)
        alt = unescape(attributes.get("alt", ""))
        if not is_allowed(target):
            self._problems.append(forbidden_address(at, target, self._address(target, tag)))
        if not is_allowed(target) or not ("src" in attributes or tag[2]):
            return escape(alt)
        # An empty `alt` in raw HTML says on purpose that the picture only decorates.
        is_markdown = tag[2] or not self._written
        if "alt" not in attributes or (is_markdown and not alt.strip()):
            self._problems.append(missing_alt(at, target))
        elif alt_is_mute(alt):
            self._problems.append(alt_says_nothing(at, alt))
        credit = unescape(attributes.pop("title", "")).strip()
        self._cut(IMG, Reference(target, True, at, alt, credit, self._address(target, tag)))
        is_captioned = self._html.startswith((_CAPTION, f"</a>{_CAPTION}"), tag.end())
        told = f' <small class="credit">{escape(credit)}</small>' if credit and not is_captioned else ""
        return f'"{_written(attributes)}{LAZY} decoding="async">{told}'

    def _heading(self, attributes: dict[str, str], tag: re.Match[str]) -> str:
        name = tag[1]
        level = int(name[1])
        text = plain(self._html[tag.end() : self._html.find(f"</{name}>", tag.end())])
        _, at = self._target_and_position(attributes, tag)
        if level == 1:
            self._problems.append(h1_in_text(at, text, has_hash=self._source.has_at(at, "#")))
        elif level > self._level + 1:
            self._problems.append(skipped_heading(at, text, level, self._level + 1))
        self._level = level
        if not text:
            return f"<{name}{_written(attributes)}>"
        anchor = unescape(attributes["id"]) if "id" in attributes else self._anchors.claim(text)
        self._headings.append(Heading(level, anchor, text))
        return f"<{name}{_written({**attributes, 'id': escape(anchor)})}>"

    def _checkbox(self, attributes: dict[str, str], _tag: re.Match[str]) -> str:
        if attributes.get("class") != CHECKBOX_CLASS:
            return ""
        checked = "checked" in attributes
        label = escape(self._labels.done if checked else self._labels.to_do)
        state = " checked" if checked else ""
        return f'<input type="checkbox" class="{CHECKBOX_CLASS}" disabled{state} aria-label="{label}">'

    def _table(self, attributes: dict[str, str], _tag: re.Match[str]) -> str:
        """A wide table scrolls by itself, for the keyboard as well; a named group, not one more landmark."""
        label = escape(self._labels.table)
        group = f'<div class="table-scroll" role="group" tabindex="0" aria-label="{label}">'
        return f"{group}<table{_written(attributes)}>"

    def _cut(self, html: str, reference: Reference) -> None:
        self._pending.append(html)
        self._parts += "".join(self._pending), reference.target
        self._pending.clear()
        self._references.append(reference)

    def _target_and_position(self, attributes: dict[str, str], tag: re.Match[str]) -> tuple[str, Position]:
        target = unescape(attributes.get("href") or attributes.get("src") or "")
        if tag[2]:
            return target or self._links.get(tag[2], ""), self._source.at_byte(int(tag[3]), int(tag[4]))
        written = self._written.get((tag[1], target))
        return target, written.popleft() if written else self._source.start

    def _address(self, target: str, tag: re.Match[str]) -> Written | None:
        """How `target` stands in the text, if the engine told where the link does."""
        return self._source.address(target, int(tag[3]), int(tag[4])) if tag[2] else None


def _written(attributes: dict[str, str]) -> str:
    """The attributes that stay as they are; their values are escaped already."""
    return "".join([f' {name}="{value}"' for name, value in attributes.items() if name not in _REPLACED])
