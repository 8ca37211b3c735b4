"""Transcripts: a WebVTT or SRT file → cues with their speakers → the turns of a page and the files that apps read.

    cues, problems = read_cues(source)
    files = transcript_files(cues, "cs", title)  # {".vtt": b"…", ".srt": b"…", …}

The same words in every form: all of them are written from the cues, none is a copy of the source.
"""

from __future__ import annotations

from .cues import LONGEST_TURN, Cue, Utterance, turns
from .reading import read_cues
from .writing import MEDIA_TYPES, transcript_files

__all__ = ["LONGEST_TURN", "MEDIA_TYPES", "Cue", "Utterance", "read_cues", "transcript_files", "turns"]
