"""How commands ask the guard, and what `--first` forgives."""

from __future__ import annotations

import click

from ..clock import build_time
from ..guard import guard
from ..languages import Language
from ..ledger.entries import Ledger
from ..library import Library
from ..problems import Problem


def compared(
    published: Ledger | Problem, new: Ledger, library: Library, language: Language, *, first: bool
) -> tuple[Problem, ...]:
    """What `new`, built of `library`, breaks of what is `published`; a problem is why that can't be told.

    The `first` publication is said to break nothing, unless the ledger there was made by a newer version: it can be
    read by that one.
    """
    if isinstance(published, Ledger):
        return guard(published, new, library, build_time())
    if not first or published.code == "ledger-newer":
        return (published,)
    why = language.text(published.message, **published.values)
    click.echo(language.text("Nothing was compared, as --first is given: {why}", why=why), err=True)
    return ()
