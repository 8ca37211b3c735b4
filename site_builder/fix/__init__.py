"""Problems with one right answer → files that no longer have them: planned as data, told as a diff, then written.

problems → round_of → Round(changes, refusals) → as_diff, carry_out
"""

from __future__ import annotations

from .changes import Change, Moving, Refusal, Rewriting, Round, Stripped
from .rounds import round_of
from .telling import as_diff, refusals_told
from .writing import carry_out

__all__ = [
    "Change",
    "Moving",
    "Refusal",
    "Rewriting",
    "Round",
    "Stripped",
    "as_diff",
    "carry_out",
    "refusals_told",
    "round_of",
]
