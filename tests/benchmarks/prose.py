"""Seeded text in CommonMark with tables, footnotes, lists, alerts, links and pictures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from .vocabulary import Vocabulary

SECTION_WORDS = 160
SENTENCE_WORDS = 13.5
ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")


def slug(text: str) -> str:
    """`text` in lower-case ASCII with hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True)
class Writer:
    """Writes in one language; everything comes from `random`, so the same seed writes the same text."""

    vocabulary: Vocabulary
    random: Random

    def words(self, count: int) -> tuple[str, ...]:
        """Words as they come, the frequent ones more often."""
        return tuple(self.random.choices(self.vocabulary.words, cum_weights=self.vocabulary.weights, k=count))

    def phrase(self, low: int, high: int) -> str:
        """A heading, a label or a cell: no full stop, no repeated words."""
        text = " ".join(dict.fromkeys(self.words(self.random.randint(low, high))))
        return text[0].upper() + text[1:]

    def sentence(self, mark: str = "{}", end: str = ".") -> str:
        """One sentence with a few of its words in `mark`, such as `**{}**`."""
        words = list(self.words(self.random.randint(8, 19)))
        words[0] = words[0][0].upper() + words[0][1:]
        words[2:5] = [mark.format(" ".join(words[2:5]))]
        words[5] += ","
        return " ".join(words) + end

    def paragraph(self, words: int, marks: Sequence[str] = ()) -> str:
        """About `words` words; each of `marks` is in a sentence of its own."""
        count = max(len(marks), round(words / SENTENCE_WORDS), 1)
        places = dict(zip(self.random.sample(range(count), len(marks)), marks, strict=True))
        return " ".join(self.sentence(places.get(place, "{}")) for place in range(count))

    def items(self, words: int, bullet: str) -> str:
        """A list of about `words` words."""
        return "\n".join(f"{bullet} {self.sentence()}" for _ in range(max(2, round(words / SENTENCE_WORDS))))

    def table(self) -> str:
        """A table of a few columns and rows."""
        columns = self.random.randint(2, 4)
        rows = [[self.phrase(1, 3) for _ in range(columns)] for _ in range(self.random.randint(3, 7))]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join((lines[0], "|" + " --- |" * columns, *lines[1:]))

    def alert(self) -> str:
        """A block that GitHub draws as a box."""
        return f"> [!{self.random.choice(ALERTS)}]\n> {self.paragraph(30)}"

    def quotation(self) -> str:
        """A quotation of one sentence."""
        opening, closing = self.vocabulary.quotes
        return f"> {opening}{self.sentence()}{closing}"

    def question(self) -> str:
        """What the interviewer asks."""
        return f"**{self.vocabulary.editor}:** {self.sentence(end='?')}"

    def _specials(self, pictures: Sequence[str]) -> Iterator[str]:
        """What not every page has: pictures, a table, an alert, a quotation, a list of tasks."""
        for file in pictures:
            yield f"![{self.vocabulary.alternative} {self.phrase(2, 4).lower()}]({file})"
        if self.random.random() < 0.3:
            yield self.table()
        if self.random.random() < 0.3:
            yield self.alert()
        if self.random.random() < 0.3:
            yield self.quotation()
        if self.random.random() < 0.1:
            yield self.items(50, "- [ ]")

    def body(
        self, words: int, links: Sequence[str] = (), pictures: Sequence[str] = (), *, interview: bool = False
    ) -> str:
        """A page of about `words` words with `links` and `pictures`: files, relative to the page's own."""
        marks = [f"[{{}}]({link})" for link in links]
        note = self.random.random() < 0.35
        specials = list(self._specials(pictures))
        sections = max(1, round(words / SECTION_WORDS))
        share = words // sections
        blocks = [self.paragraph(share // 3, ["{}[^1]"] if note else [])]
        for number in range(sections):
            level = "###" if number and self.random.random() < 0.3 else "##"
            blocks.append(f"{level} {self.phrase(2, 6)}")
            if interview:
                blocks.append(self.question())
            blocks.append(self.paragraph(share // 2, ["**{}**", *(marks.pop() for _ in marks[:1])]))
            if specials and self.random.random() < 0.6:
                blocks.append(specials.pop())
            if self.random.random() < 0.3:
                blocks.append(self.items(share // 3, self.random.choice(("-", "-", "1."))))
            else:
                blocks.append(self.paragraph(share // 3, ["*{}*"]))
        blocks += specials
        blocks += [self.sentence(mark) for mark in marks]
        if note:
            blocks.append(f"[^1]: {self.sentence()}")
        return "\n\n".join(blocks) + "\n"
