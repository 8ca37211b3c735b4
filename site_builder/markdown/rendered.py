"""What comes out of the Markdown room, and the few words it needs from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from ..problems import Position, Problem


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


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or a picture of the text.

    `target` is the address as it stands in `href` or `src`: entities decoded, other characters percent-encoded by
    CommonMark's rules. `text` is the link's text or the picture's alternative text, plain.
    """

    target: str
    is_picture: bool
    at: Position
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, cut at the addresses that only the whole site can know.

    Even `parts` are HTML, odd ones the `target`s of `references`, in the same order. `headings` are those with a
    text, `ids` all places of the page to which an address may point after `#`. `words` is about
    how many there are, counted by their gaps.
    """

    parts: tuple[str, ...]
    references: tuple[Reference, ...]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    words: int
    problems: tuple[Problem, ...]
    locate: Callable[[], Rendered] | None = field(default=None, compare=False, repr=False)

    def located(self) -> Rendered:
        """The same with the true positions of `references`: before, they may stand where the text begins."""
        return self.locate() if self.locate else self

    def html(
        self,
        resolve: Callable[[Reference], str],
        measure: Callable[[Reference], tuple[int, int] | None] = lambda _: None,
    ) -> str:
        """The whole HTML; `resolve` says the final address of each reference, unescaped.

        `measure` says the width and height of pictures in CSS pixels where they are known, so that browsers keep the
        place for them.
        """
        pieces = list(self.parts)
        pieces[1::2] = [escape(resolve(reference)) for reference in self.references]
        for place, reference in enumerate(self.references):
            size = measure(reference) if reference.is_picture else None
            if size and ' width="' not in pieces[2 * place + 2].partition(">")[0]:
                pieces[2 * place + 1] += '" width="{}" height="{}'.format(*size)
        return "".join(pieces)
