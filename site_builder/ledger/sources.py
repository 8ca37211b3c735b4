"""Whether a built site is of the content as it is now: what is checked and what is published must be the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..documents import CONTENT, PODCAST
from ..problems import Problem, error
from ..settings import WITHDRAWN
from .entries import LEDGER, Ledger

_TEXTS = frozenset({".md", ".yml", ".json", ".vtt", ".srt"})
"""Endings of the files by which content is known. Pictures and audio are too large to be read for this."""


def content_digest(root: Path) -> str:
    """Stands for the texts of the project at `root`, in hex: the same wherever and whenever they are the same."""
    digest = hashlib.sha256()
    files = (file for folder in (CONTENT, PODCAST) for file in (root / folder).rglob("*"))
    for name, file in sorted(
        (file.relative_to(root).as_posix(), file) for file in files if file.suffix in _TEXTS
    ):
        if name != WITHDRAWN and file.is_file():  # that is the guard's, and makes no other site
            data = file.read_bytes()
            digest.update(f"{name} {len(data)} ".encode(errors="replace"))
            digest.update(data)
    return digest.hexdigest()[:16]


def stale(folder: Path, ledger: Ledger, root: Path) -> tuple[Problem, ...]:
    """That the site in `folder`, whose ledger this is, was built of other texts than the project at `root` has."""
    if ledger.content in ("", content_digest(root)):
        return ()
    return (
        error(
            "site-stale",
            str(folder / LEDGER),
            "The content has changed since this site was built.",
            "Build it again: site-builder build",
        ),
    )
