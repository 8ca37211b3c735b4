"""The folder of a built site → its files, each with its digest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..ledger.entries import Ledger
from ..media.digests import sha256_of

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file's size in bytes, and its SHA-256 (hex)."""

    size: int
    sha256: str


@dataclass(frozen=True)
class BuiltSite:
    """A site as it was built into `folder` (absolute): its `files` by their paths in it, and its `ledger`."""

    folder: Path
    ledger: Ledger
    files: Mapping[str, SiteFile]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The SHA-256 of each file."""
        return {path: file.sha256 for path, file in self.files.items()}

    @cached_property
    def digest(self) -> str:
        """What stands for all of it: the same files, the same digest (12 hexadecimal digits)."""
        return hashlib.sha256(repr(sorted(self.digests.items())).encode()).hexdigest()[:_DIGITS]


def read_site(folder: Path, ledger: Ledger) -> BuiltSite:
    """The site in `folder`, whose ledger is read already. Raises `OSError`: what can't be read isn't gone."""
    paths = (Path(place, name) for place, _, names in os.walk(folder, onerror=_fail) for name in names)
    files = {
        path.relative_to(folder).as_posix(): SiteFile(path.stat().st_size, sha256_of(path))
        for path in sorted(paths)
    }
    return BuiltSite(folder.absolute(), ledger, files)


def _fail(error: OSError) -> None:
    raise error
