"""How commands ask the guard, and what `--first` forgives."""

from __future__ import annotations

from dataclasses import replace

from ..clock import build_time
from ..guard import guard
from ..languages import mark
from ..ledger.entries import Ledger
from ..library import Library
from ..problems import Problem, Severity


def compared(
    published: Ledger | Problem, new: Ledger, library: Library, *, first: bool
) -> tuple[Problem, ...]:
    """What `new`, built of `library`, breaks of what is `published`; a problem is why that can't be told.

    For the `first` publication that is a warning, unless the ledger there was made by a newer version: it can be read
    by that one.
    """
    if isinstance(published, Ledger):
        return guard(published, new, library, build_time())
    if not first or published.code == "ledger-newer":
        return (published,)
    hint = mark("Nothing was compared, as --first is given.")
    return (replace(published, severity=Severity.WARNING, hint=hint),)
