"""What every place offers, whatever it is: it tells what is published there, and takes a new site instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from .site import BuiltSite

Progress = Callable[[float], object]
"""Told which share of the work is done, from 0 to 1."""


class OvertakenError(Exception):
    """Somebody else has published there since we looked; nothing was changed."""


class Found(Protocol):
    """A place as it was found."""

    @property
    def ledger(self) -> bytes | None:
        """The ledger that is published there."""

    @property
    def seen_ledgers(self) -> tuple[bytes, ...]:
        """Those of other sites that readers may have seen there: interrupted ones, and what a rollback has left."""

    @property
    def is_ours(self) -> bool:
        """Whether nothing lies there, or what does was put there by us."""

    @property
    def was_published(self) -> bool:
        """Whether we have put a whole site there once, as far as can be told: its ledger must be there still."""

    def put(self, site: BuiltSite, progress: Progress) -> bool:
        """Publish `site`; False where the same is there already. Raises `RefusalError` and `OvertakenError`.

        When interrupted, readers have the old site or what is whole of the new one, and another run completes it.
        """
