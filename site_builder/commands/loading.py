"""The content that a command works on, or a clear refusal."""

from __future__ import annotations

from pathlib import Path

import click

from ..languages import Language
from ..library import Library
from ..load import load


def open_library(root: Path, language: Language) -> Library:
    """The content of the project at `root`."""
    library, _ = load(root)
    if library is None:
        raise click.ClickException(language.text("content/site.yml can't be read; run site-builder check."))
    return library
