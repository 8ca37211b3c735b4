"""Whether a path stays in its folder, wherever symbolic links lead."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path


def below(folder: Path, path: str) -> Path | None:
    """The file or folder `path` (relative to `folder`), symbolic links followed; None where that leads out of it.

    Whether there is one isn't asked. Raises `ValueError` where nothing can be called so.
    """
    target = Path(realpath(folder / path))
    return target if target.is_relative_to(realpath(folder)) else None
