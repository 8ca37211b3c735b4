"""Changes of files → the files, each whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import uuid4

from ..reading.below import below
from ..reading.names import same_on_some_disks
from .changes import Change, Moving


def carry_out(root: Path, changes: Iterable[Change]) -> None:
    """Make `changes` in the files of the project at `root`. Nothing that is there is overwritten by a move."""
    for change in changes:
        if isinstance(change, Moving):
            _move(root / change.path, root / change.to)
        else:
            _replace(inside(root, change.path), change.data)


def inside(root: Path, path: str) -> Path:
    """The file `path`, or what it is a link to. Raises `ValueError` where that isn't in the project at `root`."""
    target = below(root, path)
    if target is None:
        message = f"{path} leads out of the project"
        raise ValueError(message)
    return target


def _replace(target: Path, data: bytes) -> None:
    with NamedTemporaryFile(
        dir=target.parent, prefix=".", delete=False
    ) as new:  # the content has no hidden files
        temporary = Path(new.name)
        try:
            new.write(data)
            new.flush()
            shutil.copymode(target, temporary)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _move(source: Path, target: Path) -> None:
    """In two steps: a disk that takes capital and small letters for the same would leave the name as it is."""
    is_same = same_on_some_disks(str(source)) == same_on_some_disks(str(target))
    if target.exists() and not (is_same and target.samefile(source)):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    between = source.with_name(f".{uuid4()}")
    source.rename(between)
    try:
        between.rename(target)
    except OSError:
        between.rename(source)
        raise
