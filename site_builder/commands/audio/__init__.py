"""The commands `site-builder audio …`: prepare, examine and store the podcast's audio."""

from __future__ import annotations

from ..group import Commands

audio = Commands(
    "audio",
    __name__,
    ("add", "check", "push", "pull", "verify", "orphans"),
    help="Prepare, examine and store the podcast's audio.",
    short_help="Prepare, examine and store audio.",
)
