"""Speakers as SRT has them: `Jana: Dobrý den.` at the start of a cue (podcast namespace, `transcripts.md`)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .cues import Cue

LONGEST_NAME = 30
"""Characters; with the colon and a space it fills a line of SRT."""

_MOST_WORDS = 3
_NAMED = re.compile(rf"([^:]{{1,{LONGEST_NAME}}}): (?=\S)")
_INITIAL = re.compile(r"[^\W\d_]\.")


def with_names(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues with the names in their texts as speakers; who has been named speaks on until the next name.

    A colon may follow any words ("Pozor: …", "U Cokida: …"). So names are read only where the file clearly has
    them: its first cue begins with one and another cue does too, and what is repeated counts before what stands
    there once. All else stays text, and no word is lost.
    """
    names = [_name(cue) for cue in cues]
    known = Counter(filter(None, names))
    repeated = {name for name, times in known.items() if times > 1} or set(known)
    names = [name if name in repeated else "" for name in names]
    if any(cue.speaker for cue in cues) or not any(names[:1]) or not any(names[1:]):
        return cues
    found = []
    speaker = ""
    for cue, name in zip(cues, names, strict=True):
        speaker = name or speaker
        text = cue.text.removeprefix(f"{name}: ") if name else cue.text
        found.append(replace(cue, speaker=speaker, text=text))
    return tuple(found)


def _name(cue: Cue) -> str:
    """The name that the cue begins with: one to three words with capitals ("Host 2", "J. Nováková"), or none."""
    found = _NAMED.match(cue.text)
    words = found[1].split() if found else []
    is_name = 0 < len(words) <= _MOST_WORDS and words[0][0].isupper() and all(map(_is_of_name, words))
    return found[1] if found and is_name else ""


def _is_of_name(word: str) -> bool:
    if not (word[0].isupper() or word.isdecimal()):
        return False
    return bool(_INITIAL.fullmatch(word)) or word.replace("-", "").replace("’", "").isalnum()
