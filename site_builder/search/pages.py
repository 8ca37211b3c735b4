"""A page → its passages, the pieces of text that results show, and where its words stand in them.

Done in C as far as possible: a site has millions of words, but few thousand different ones. A token is a piece of
text between spaces and ASCII punctuation, lower case in ASCII alone; what words it holds, `postings` asks once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain, repeat

from .entries import Entry, Spoken
from .numbers import PLACES

PASSAGE = 96
"""The bytes of a passage: about a line of a result, which shows one or two of them."""

HEADING, KEYWORD, TITLE, SHORT_TITLE = 1, 2, 3, 4
"""Where a word stands beside the text, the weightiest last."""

SHORT = 4
"""Words of a title that is short: each of them says much of what the page is about."""

_TAG = re.compile(r'<[^">]*(?:"[^"]*"[^">]*)*>')
_ITEMS = re.compile(r"<(?<=[^.,;:!?…>\n]<)/((?:[a-z]+></)*)li>\n<li")
"""Where an item that is no sentence ends and the next one begins; what is before is looked at last, as that is slow."""

_FOOTNOTE_MARK = re.compile(r'<sup[^>]* class="footnote-ref"[^>]*>.*?</sup>', re.DOTALL)
_SPACE = rb" \n\r\t"
_PASSAGE = re.compile(
    rb"[^%b](?:.{0,%d}(?![^%b])|.{0,%d})" % (_SPACE, PASSAGE - 2, _SPACE, PASSAGE - 1), re.DOTALL
)
_SAID = re.compile(rb".{1,%d}(?![^ ])|.{1,%d}" % (PASSAGE - 12, PASSAGE - 12))
_SECOND = re.compile(rb"\x02\d+ ")
_UNBROKEN = "\xa0".encode()
_TOKENS = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256)).lower()


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """What is kept of a page until all are known.

    `passages` are in order, the description first; of its different `tokens`, as they come, `counts` says how often
    each one stands there, `first` in which passage first. `fields` tells of the tokens that stand in the title and
    the like, where: the weightiest place.
    """

    passages: list[bytes]
    tokens: list[bytes]
    counts: list[int]
    first: list[int]
    fields: dict[bytes, int]
    length: int


def index_page(entry: Entry) -> IndexedPage:
    """The passages of `entry` and its tokens."""
    passages = _cut(entry.description) + _cut(_plain("".join(entry.html)))
    spoken = list(_said(entry.spoken))
    words = [_split(passage) for passage in passages]
    words += [_split(_SECOND.sub(b"", passage)) for passage in spoken]
    tokens = list(chain.from_iterable(words))
    counts = Counter(tokens)
    return IndexedPage(
        passages + spoken,
        list(counts),
        list(counts.values()),
        list(_first(counts, words, tokens)),
        _fields(entry),
        len(tokens),
    )


def _first(different: Iterable[bytes], words: Iterable[list[bytes]], tokens: list[bytes]) -> Iterator[int]:
    """The first passage of each of the `different` tokens: as they come, so each is sought after the last one."""
    numbers = chain(PLACES, repeat(PLACES[-1]))
    places = list(chain.from_iterable(map(repeat, numbers, map(len, words))))
    at = 0
    for token in different:
        at = tokens.index(token, at)
        yield places[at]


def _fields(entry: Entry) -> dict[bytes, int]:
    title = _tokens(entry.title)
    found = dict.fromkeys(_tokens(*entry.headings), HEADING)
    found.update(dict.fromkeys(_tokens(entry.description, *entry.keywords), KEYWORD))
    found.update(dict.fromkeys(title, SHORT_TITLE if len(title) <= SHORT else TITLE))
    return found


def _tokens(*texts: str) -> list[bytes]:
    return _split(" ".join(texts).encode())


def _split(text: bytes) -> list[bytes]:
    return text.replace(_UNBROKEN, b" ").translate(_TOKENS).split()


def _plain(html: str) -> str:
    """What the page reads: headings told from what follows, items of lists, cells and rows from each other."""
    if "footnote-ref" in html:
        html = _FOOTNOTE_MARK.sub("", html)
    if "<table" in html:
        html = html.replace("</th>\n<th", " ·</th>\n<th").replace("</td>\n<td", " ·</td>\n<td")
        html = html.replace("</th>\n</tr>\n</thead>", ":</th>").replace("</td>\n</tr>\n<tr>", ";</td>\n")
    if "</li>\n<li" in html:
        html = _ITEMS.sub(r" ·</\1li>\n<li", html)
    text = _TAG.sub("", html.replace("</h2>", " –").replace("</h3>", " –"))
    return unescape(text) if "&" in text else text


def _cut(text: str) -> list[bytes]:
    """`text` cut between words into pieces of at most `PASSAGE` bytes."""
    return _PASSAGE.findall(text.encode())


def _said(spoken: Iterable[Spoken]) -> Iterator[bytes]:
    """A transcript cut like a text; before what is said from a second on stands the byte 2, the second and a space.

    A passage leaves room for a space before the next one, as those that `_cut` makes do.
    """
    line = b""
    for said in spoken:
        mark = b"\x02%d " % said.second
        for piece in _SAID.findall(b" ".join(said.text.encode().split())):
            if line and len(line) + len(mark) + len(piece) < PASSAGE - 1:
                line += b" " + mark + piece.strip()
            else:
                if line:
                    yield line
                line = mark + piece.strip()
    if line:
        yield line
