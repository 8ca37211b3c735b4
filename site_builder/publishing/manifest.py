"""What a publication consists of: the files that lie in a place because we put them there, and no others.

It is kept beside them as `.published-files.json`: only what it names is ever deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..ledger.complete import promised
from ..ledger.entries import LEDGER, Ledger

MANIFEST = ".published-files.json"
NEXT = ".published-next.json"
"""The ledger of a site that is on its way: readers may have seen some of it, should it never be completed."""

_NAMED_BY_BYTES = re.compile(r"(?:^|[/-])[0-9a-f]{10,}(?=[-./]|$)")
"""A path with a digest in it: `media/pictures/foto-3b5d0c7a9f12-480.webp`, `hledat/index/29daf38069/t0.json`."""


@dataclass(frozen=True)
class Manifest:
    """The files of a publication (path → SHA-256 in hex), and the `older` ones that pages opened before ask for.

    A digest is empty where a publication was interrupted: the file has the old bytes, the new ones, or isn't there.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    older: frozenset[str] = frozenset()

    @property
    def paths(self) -> frozenset[str]:
        """All of them."""
        return self.older | self.files.keys()

    @property
    def was_published(self) -> bool:
        """Whether all of a site lay there once: while the first one is on its way, no file has a digest."""
        return bool(self.older) or any(self.files.values())


def read_manifest(data: bytes) -> Manifest | None:
    """The manifest of a file's bytes; None where they are something else."""
    try:
        content = json.loads(data)
        files, older = content["files"], content["older"]
        return Manifest(
            {str(path): str(digest) for path, digest in files.items()}, frozenset(map(str, older))
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def manifest_by(ledger: Ledger) -> Manifest:
    """What is known by its ledger alone to lie there of a publication: no file's bytes, nor what pages show."""
    return Manifest(dict.fromkeys((*promised(ledger), LEDGER), ""))


def as_json(manifest: Manifest) -> bytes:
    """`manifest` as the bytes of its file."""
    content = {"files": dict(sorted(manifest.files.items())), "older": sorted(manifest.older)}
    return json.dumps(content, ensure_ascii=False, indent=0).encode()


def under_way(before: Manifest, new: Mapping[str, str]) -> Manifest:
    """What may lie there while the files `new` take the place of those of `before`."""
    files = {
        path: digest if before.files.get(path) == digest else ""
        for path, digest in {**before.files, **new}.items()
    }
    return Manifest(files, before.older)


def after(before: Manifest, new: Mapping[str, str]) -> Manifest:
    """What lies there once the files `new` have taken the place of those of `before`.

    Files that have a new name with each change of their bytes stay until the next publication: a page that somebody
    has opened asks for its pictures and for the search's words later. Where a page went without a redirect, nothing
    stays: it may have been withdrawn with its pictures.
    """
    gone = before.files.keys() - new.keys()
    if any(path.endswith(".html") for path in gone):
        return Manifest(new)
    return Manifest(new, frozenset(path for path in gone if _NAMED_BY_BYTES.search(path)))
