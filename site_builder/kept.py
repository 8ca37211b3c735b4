"""What takes long to make is made once, and kept in a folder beside the project that Git doesn't hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path


def found(file: Path) -> bytes | None:
    """What is kept as `file`; None where nothing is."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def keep(file: Path, data: bytes) -> None:
    """Keep `data` as a whole or not at all: a build may be ended at any moment, and another one run beside it.

    Where nothing can be written, nothing is kept.
    """
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(file)


def clear(folder: Path, is_needed: Callable[[str], bool]) -> None:
    """Delete from `folder` the files whose names aren't needed."""
    with suppress(OSError):
        for file in folder.iterdir():
            if not is_needed(file.name):
                file.unlink(missing_ok=True)


def version(files: Iterable[Path], *libraries: str | None) -> str:
    """Tells apart what is made by other code (`files`) or other `libraries` (their versions)."""
    parts = (path.read_bytes() for path in files)
    return blake2b(b"".join((*parts, " ".join(map(str, libraries)).encode())), digest_size=4).hexdigest()
