"""The hashes of a file: SHA-256 is what names and checks audio, MD5 what most object stores know of a file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Digests:
    """Both hashes of the same bytes, as hex digits."""

    sha256: str
    md5: str


def sha256_of(file: Path) -> str:
    """The SHA-256 of `file`, as hex digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_digests(file: Path) -> Digests:
    """The hashes of `file`, read once."""
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            sha256.update(piece)
            md5.update(piece)
    return Digests(sha256.hexdigest(), md5.hexdigest())
