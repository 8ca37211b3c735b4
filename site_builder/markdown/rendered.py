"""What comes out of the Markdown room, and the few words it needs from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import NamedTuple

from ..problems import Position, Problem
from ..typography import typeset

IMG, LAZY = '<img src="', ' loading="lazy"'
"""What stands before the address of a picture, and what says that it may be loaded later."""

_HREF = ' href="'
"""What stands before the address of a link."""

_ADDRESS = "\1"
"""What stands for an address while the text is set: a character that files are read without."""

_END_OF_TAG = re.compile(r'"(?: [a-z-]+="[^"]*")*>')
"""What follows the address."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts that the engine itself writes, plain, in the page's language.

    `back_to_text` names the link from a footnote back to where it is used; `{number}` in it is the number of the
    footnote ("1"; "1-2" for its second use). `done` and `to_do` name the checkboxes of a task list.
    """

    note: str
    tip: str
    important: str
    warning: str
    caution: str
    footnotes: str
    back_to_text: str
    table: str
    done: str
    to_do: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; `level` 1–6, `text` plain."""

    level: int
    id: str
    text: str


class Written(NamedTuple):
    """An address as an editor typed it, and where it begins."""

    text: str
    at: Position


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or a picture of the text.

    `target` is the address as it stands in `href` or `src`: entities decoded, other characters percent-encoded by
    CommonMark's rules. `text` is the link's text or the picture's alternative text, plain; `credit` says whose work a
    picture is. `written` is known of those in Markdown whose positions are.
    """

    target: str
    is_picture: bool
    at: Position
    text: str
    credit: str = ""
    written: Written | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The sizes of a picture that browsers choose from, as `srcset` has them, and in WebP; `sizes` as HTML has it."""

    srcset: str
    webp: str
    sizes: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link or a picture leads, and what its tag can say of it.

    `language` is set where a page is in another one, `is_titled` where the link is called as that page; `size` is
    a picture's width and height in CSS pixels, so that browsers keep the place for it, `choice` its other sizes;
    `is_first` where a picture is loaded at once, being the first of its page.
    """

    url: str
    language: str = ""
    is_titled: bool = False
    size: tuple[int, int] | None = None
    choice: Choice | None = None
    is_first: bool = False


@dataclass(frozen=True)
class Rendered:
    """A text as HTML, cut at the addresses that only the whole site can know.

    Even `parts` are HTML, odd ones the `target`s of `references`, in the same order. `headings` are those with a
    text, `ids` all places of the page to which an address may point after `#`. `words` is about
    how many there are, counted by their gaps. `language` is whose typography `html` has, none where it is empty.
    """

    parts: tuple[str, ...]
    references: tuple[Reference, ...]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    words: int
    problems: tuple[Problem, ...]
    language: str = ""
    locate: Callable[[], Rendered] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def set_parts(self) -> tuple[str, ...]:
        """`parts` as they are set, all at once, as code may hold links; a check, which shows nobody any, needs none."""
        html = typeset(_ADDRESS.join(self.parts[::2]), self.language).split(_ADDRESS)
        if len(html) != len(self.references) + 1:
            return self.parts  # somebody wrote that very character, as an entity
        parts = list(self.parts)
        parts[::2] = html
        return tuple(parts)

    def located(self) -> Rendered:
        """Itself with the true positions of its `references`: before, they may stand where it begins."""
        return self.locate() if self.locate else self

    def html(self, resolve: Callable[[Reference], str | Address | None]) -> str:
        """The whole HTML; `resolve` says the final address of each reference, unescaped.

        None leaves a link without an address: what it is called stays, as where a link might be (HTML, `a`).
        """
        pieces = list(self.set_parts)
        for index, reference in enumerate(self.references):
            found = resolve(reference)
            place = 2 * index + 1
            if found is None:
                pieces[place - 1] = pieces[place - 1].removesuffix(_HREF)
                pieces[place], pieces[place + 1] = "", pieces[place + 1].removeprefix('"')
                continue
            if isinstance(found, str):
                pieces[place] = escape(found)
                continue
            pieces[place] = _told(found, pieces[place + 1])
            if found.is_first:
                pieces[place + 1] = pieces[place + 1].replace(LAZY, "", 1)
            if found.choice and found.choice.srcset:
                pieces[place - 1] = f"{pieces[place - 1].removesuffix(IMG)}{_modern(found.choice)}{IMG}"
                pieces[place + 1] = _END_OF_TAG.sub(r"\g<0></picture>", pieces[place + 1], count=1)
        return "".join(pieces)


def _modern(choice: Choice) -> str:
    """What stands before the picture itself: its sizes in WebP."""
    return (
        f'<picture><source type="image/webp" srcset="{escape(choice.webp)}" sizes="{escape(choice.sizes)}">'
    )


def _told(found: Address, rest: str) -> str:
    """The address with the attributes that tell of it; `rest` is what follows it in the tag and after."""
    written = rest.partition(">")[0]
    attributes = [escape(found.url)]
    if found.language:
        attributes.append(f'hreflang="{found.language}')
    if found.language and found.is_titled and ' lang="' not in written:
        attributes.append(f'lang="{found.language}')
    if found.choice and found.choice.srcset:
        attributes += f'srcset="{escape(found.choice.srcset)}', f'sizes="{escape(found.choice.sizes)}'
    if found.size and ' width="' not in written:
        attributes += f'width="{found.size[0]}', f'height="{found.size[1]}'
    return '" '.join(attributes)
