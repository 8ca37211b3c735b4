"""A file that is there whole or not at all, wherever its writing is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A hidden file beside `target` to write into; it is gone when this ends unless it was given its name."""
    made = target.with_name(f".new-{target.name}")
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)
