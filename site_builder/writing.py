"""The files of a site → its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> frozenset[str]:
    """Write `files` (path in `folder` and bytes), each as it comes: a large site's don't fit into memory at once.

    One that is there already as it should be isn't touched. Returns the paths of all.
    """
    written, folders = set(), set()
    for path, data in files:
        written.add(path)
        target = f"{folder}/{path}"
        parent = target.rpartition("/")[0]
        if parent not in folders:
            Path(parent).mkdir(parents=True, exist_ok=True)
            folders.add(parent)
        try:
            with open(target, "xb") as new:  # noqa: PTH123 - a `Path` costs half of what writing the file does
                new.write(data)
        except FileExistsError:
            old = Path(target)
            if old.read_bytes() != data:
                old.write_bytes(data)
    return frozenset(written)
