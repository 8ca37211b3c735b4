"""`site-builder audio verify`: whether listeners get what the lock says."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from ...languages import Language
from ..asking import ask_all
from ..loading import open_library
from ..options import message_language
from ..reporting import report
from .episodes import choose, episodes_or_files
from .opened import open_lock


@click.command(short_help="Ask for stored audio as podcast apps do.")
@episodes_or_files
@message_language
def verify(words: tuple[str, ...], language: Language) -> int:
    """Ask for the stored audio of episodes at its public addresses: for its length, its type and a part of it.

    Run it in the project's folder. Exit status as of check: 0 all is well, 1 there are errors.
    """
    # No other command of audio needs to import an HTTP client.
    from ...fetching import Web  # noqa: PLC0415
    from ...media.public import Promised, examine  # noqa: PLC0415

    root = Path()
    chosen = choose(open_library(root), words)
    known = open_lock(root, language)
    web = Web()
    stored = [
        partial(examine, web, Promised(audio.path, audio.url, audio.size, audio.media_type), at)
        for audio, at in ((known[path], at) for path, at in chosen.items() if path in known)
        if audio.url
    ]
    return report(ask_all(stored, language), language)
