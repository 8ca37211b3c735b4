"""What is said when and by whom: cues as a file has them, utterances as a page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

LONGEST_TURN = 600
"""Characters a turn may have before it is split between two cues: its time should stay near its words."""

_SENTENCE_END = re.compile(r"[.!?…][”“\"')]*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """What `speaker` (empty where unknown) says between `start` and `end`, in seconds; `text` is plain.

    `line` is where its times stand in the file.
    """

    start: float
    end: float
    speaker: str
    text: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker says without interruption from `start`, in seconds."""

    start: float
    speaker: str
    text: str


def turns(cues: Iterable[Cue]) -> tuple[Utterance, ...]:
    """`cues` of one speaker in a row as one utterance, long ones split at the border of two cues."""
    found: list[Utterance] = []
    for cue in cues:
        last = found[-1] if found else None
        if last and last.speaker == cue.speaker and not _is_full(last.text, cue.text):
            found[-1] = Utterance(last.start, last.speaker, f"{last.text} {cue.text}")
        else:
            found.append(Utterance(cue.start, cue.speaker, cue.text))
    return tuple(found)


def _is_full(text: str, more: str) -> bool:
    """Whether `more` begins a new turn: after a sentence if one ends near the limit, else at the limit."""
    length = len(text) + 1 + len(more)
    return length > LONGEST_TURN or (length > LONGEST_TURN * 5 // 6 and bool(_SENTENCE_END.search(text)))
