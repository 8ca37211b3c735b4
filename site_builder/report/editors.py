"""The languages that messages to editors are written in."""

from __future__ import annotations

import os

from ..languages import CATALOGUES, Catalogue, Language, read_catalogue

EDITOR_LANGUAGES = {"cs": "Čeština", "en": "English"}
"""Languages that messages to editors are written in."""


def editor_language(code: str) -> Language:
    """The language of messages; English where there are none in `code`."""
    known = code if code in EDITOR_LANGUAGES else "en"
    path = CATALOGUES / f"{known}.po"
    catalogue: Catalogue = read_catalogue(path)
    return Language(known, EDITOR_LANGUAGES[known], "", catalogue)


def system_language() -> str:
    """The language of the editor's system, as its environment says it (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value[:2].lower()
            return code if code in EDITOR_LANGUAGES else "en"
    return "en"
