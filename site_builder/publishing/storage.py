"""A site in any storage that rclone reaches: file by file, in an order in which nobody is led to what isn't there.

Where the storage has no step that gives a file its bytes or its name at once (WebDAV), files are sent into a folder of
their own, and take their places from there.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..ledger.entries import LEDGER
from ..ledger.written import NoLedgerError, from_json
from ..media.rclone import PART, Rclone
from .manifest import MANIFEST, NEXT, Manifest, after, as_json, manifest_by, read_manifest, under_way
from .order import UNCACHED, emptied_folders, in_the_way, is_page, phases
from .places import Progress
from .site import BuiltSite

_PARTS = ".publishing"
"""The folder of what is still being sent."""

_LEFT_OVER = re.compile(rf"{re.escape(_PARTS)}/.*|.*\.[0-9a-f]{{8}}{re.escape(PART)}|{re.escape(NEXT)}")


@dataclass(frozen=True)
class StorageFound:
    """A storage as it was found: `sizes` of its files by their names, and the `manifest` of what we put there."""

    rclone: Rclone
    sizes: Mapping[str, int]
    folders: frozenset[str]
    manifest: Manifest
    ledger: bytes | None
    seen_ledgers: tuple[bytes, ...]
    was_published: bool

    @property
    def is_ours(self) -> bool:
        """Whether nothing lies there, or what does was put there by us."""
        is_noted = LEDGER in self.sizes or MANIFEST in self.sizes
        return is_noted or all(_LEFT_OVER.fullmatch(name) for name in self.sizes)

    def put(self, site: BuiltSite, progress: Progress) -> bool:
        """Publish `site`; False where the same is there already."""
        unsent = [path for path in site.files if not self._has(path, site)]
        left_over = [name for name in self.sizes if _LEFT_OVER.fullmatch(name)]
        is_tidy = not left_over and _PARTS not in self.folders
        if is_tidy and not unsent and self.manifest.files == site.digests:
            return False
        ledger = (site.folder / LEDGER).read_bytes()
        self._note({MANIFEST: as_json(under_way(self.manifest, site.digests)), NEXT: ledger})
        self._send(site, unsent, progress)
        settled = after(self.manifest, site.digests)
        gone = self.manifest.paths - settled.paths - in_the_way(unsent, self.manifest.paths)
        self._delete(gone | {*left_over, NEXT})
        self._note({MANIFEST: as_json(settled)})
        return True

    def _has(self, path: str, site: BuiltSite) -> bool:
        """Whether the file has been published as it is in `site`."""
        file = site.files[path]
        return self.manifest.files.get(path) == file.sha256 and self.sizes.get(path) == file.size

    def _send(self, site: BuiltSite, paths: Iterable[str], progress: Progress) -> None:
        total = sum(site.files[path].size for path in paths) or 1
        sent = 0

        def count(more: int) -> None:
            nonlocal sent
            sent += more
            progress(min(sent / total, 1))

        for phase, names in phases(paths, self.sizes, site.ledger):
            self._delete(in_the_way(names, self.manifest.paths))
            self._place(site.folder, names, count, uncached=phase in UNCACHED)

    def _place(
        self, folder: Path, names: Iterable[str], count: Callable[[int], object], *, uncached: bool
    ) -> None:
        """Send the files `names` of `folder`, each of which has its old bytes there until it has the new ones."""
        if self.rclone.is_atomic or self.rclone.renames_uploads:
            self.rclone.copy(folder, names, "", count, uncached=uncached)
        else:
            self.rclone.copy(folder, names, _PARTS, count, uncached=uncached)
            self.rclone.move(_PARTS, names)

    def _delete(self, gone: frozenset[str]) -> None:
        """Delete the files at `gone`, pages before what they show, and the folders that have none then."""
        there = gone & {*self.sizes, NEXT}
        pages = {path for path in there if is_page(path)}
        for names in (pages, there - pages):
            if names:
                self.rclone.delete(sorted(names))
        for folder in {*emptied_folders(gone, self.sizes.keys() - gone), _PARTS} & self.folders:
            self.rclone.delete_empty(folder)

    def _note(self, notes: Mapping[str, bytes]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in notes.items():
                Path(folder, name).write_bytes(data)
            self._place(Path(folder), notes, lambda _: None, uncached=True)


def look(rclone: Rclone) -> StorageFound:
    """What lies in the storage. Raises `StorageError`."""
    files, folders = rclone.listing()
    sizes = {file.name: file.size for file in files}
    noted = read_manifest(rclone.read(MANIFEST)) if MANIFEST in sizes else Manifest()
    ledger = rclone.read(LEDGER) if LEDGER in sizes else None
    seen = (rclone.read(NEXT),) if NEXT in sizes else ()
    was_published = ledger is not None or noted is None or noted.was_published
    manifest = noted if noted and MANIFEST in sizes else _manifest_by(ledger)
    return StorageFound(rclone, sizes, folders, manifest, ledger, seen, was_published)


def _manifest_by(data: bytes | None) -> Manifest:
    """What the ledger tells of our files where the manifest is lost, so that withdrawn pages don't stay."""
    try:
        return Manifest() if data is None else manifest_by(from_json(data))
    except NoLedgerError:
        return Manifest()
