"""Two texts → what was deleted and what was inserted, word by word, and how much that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .texts import Text, plain

MOST = 1_000_000
"""Pairs of words (or paragraphs) among which what is equal is searched for; beyond, all is deleted and inserted."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are in both texts (`kept`, as the newer one writes them), or in one of them alone."""

    kept: str = ""
    deleted: str = ""
    inserted: str = ""

    @property
    def words(self) -> int:
        """How many words differ; one in the place of another counts once."""
        return max(len(self.deleted.split()), len(self.inserted.split()))


Block = tuple[Piece, ...]
"""A paragraph or a field."""


def difference(before: Text, after: Text) -> tuple[Block, ...]:
    """The paragraphs that differ, in the order of the text."""
    old, new = before.blocks, after.blocks
    return tuple(
        block for _, was, now in _steps(old, new) for block in _changed(old[slice(*was)], new[slice(*now)])
    )


def words_changed(blocks: Sequence[Block]) -> int:
    """How many words `blocks` differ in."""
    return sum(piece.words for block in blocks for piece in block)


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Paragraphs in the place of others: each beside its counterpart; what is too much, at the end."""
    for index in range(max(len(old), len(new))):
        before, after = (texts[index].split() if index < len(texts) else [] for texts in (old, new))
        pieces: list[Piece] = []
        for is_kept, was, now in _steps(before, after, kept=True):
            words = " ".join(after[slice(*now)])
            pieces.append(Piece(words) if is_kept else Piece("", " ".join(before[slice(*was)]), words))
        if any(not piece.kept for piece in pieces):
            yield tuple(pieces)


Range = tuple[int, int]


def _steps(
    old: Sequence[str], new: Sequence[str], *, kept: bool = False
) -> Iterator[tuple[bool, Range, Range]]:
    """Where `old` and `new` differ, and with `kept` also where they don't: whether they do, and their ranges."""
    before, after = [plain(text) for text in old], [plain(text) for text in new]
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = before[start : len(before) - end], after[start : len(after) - end]
    if kept and start:
        yield True, (0, start), (0, start)
    if len(middle[0]) * len(middle[1]) > MOST:
        yield False, (start, len(before) - end), (start, len(after) - end)
    else:
        for tag, a, b, c, d in SequenceMatcher(None, *middle).get_opcodes():
            if kept or tag != "equal":
                yield tag == "equal", (start + a, start + b), (start + c, start + d)
    if kept and end:
        yield True, (len(before) - end, len(before)), (len(after) - end, len(after))
