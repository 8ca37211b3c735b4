"""What is to happen to files, as data."""

from __future__ import annotations

from dataclasses import dataclass

from ..problems import Problem


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The text file gets the bytes `data`; `old` and `new` are its text as an editor sees it before and after.

    `is_resaved` where its encoding, line ends or the form of its letters change too.
    """

    path: str
    old: str
    new: str
    data: bytes
    is_resaved: bool = False


@dataclass(frozen=True, slots=True)
class Stripped:
    """The picture gets the bytes `data`; it had `size` of them."""

    path: str
    size: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Moving:
    """The file gets the path `to`, where there is none."""

    path: str
    to: str


Change = Rewriting | Stripped | Moving


@dataclass(frozen=True, slots=True)
class Refusal:
    """A repair that isn't made: `reason` is an English message id that says why."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at the problems leads to: `changes` in the order in which they are made, moves last.

    `mended` is how many problems they mend. Repairs that touch another one wait for the next round.
    """

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    mended: int
