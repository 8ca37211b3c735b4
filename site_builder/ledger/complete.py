"""Whether a folder holds all that its ledger promises: one may have been damaged since it was built."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from ..media.digests import sha256_of
from ..plan.urls import file_of
from ..problems import Problem, error
from ..schema.former import has_page
from .entries import LEDGER, Ledger, PublishedItem


def promised(ledger: Ledger) -> dict[str, PublishedItem | None]:
    """The files of the site's folder that answer what `ledger` promises; those of episodes with what is said of them.

    Audio on other hosts has none, nor has a redirect that only the host's list can make.
    """
    base = ledger.base
    redirects = (redirect.url for redirect in ledger.redirects if has_page(redirect.url))
    audio = {file_of(item.enclosure, base): item for item in ledger.items if item.enclosure.startswith(base)}
    linked = (file.url for file in ledger.files)
    return {**dict.fromkeys(file_of(url, base) for url in (*ledger.urls, *redirects, *linked)), **audio}


def incomplete(folder: Path, ledger: Ledger, digests: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """What `folder` lacks of the files that `ledger` promises, or has with other bytes.

    An empty page or feed is as good as none; a file that texts link to may have been empty from the beginning.
    `digests` (path → SHA-256 in hex) are of its files, where they have been read already; the audio's are read else.
    """
    place = str(folder / LEDGER)
    linked = frozenset(file_of(file.url, ledger.base) for file in ledger.files)
    return tuple(_told(place, folder, promised(ledger), linked, digests or {}))


def _told(
    place: str,
    folder: Path,
    files: Mapping[str, PublishedItem | None],
    may_be_empty: Container[str],
    digests: Mapping[str, str],
) -> Iterator[Problem]:
    for path, item in sorted(files.items(), key=lambda file: file[0]):
        file = folder / path
        if not file.is_file() or not (file.stat().st_size or path in may_be_empty):
            yield error(
                "site-incomplete",
                place,
                "The built site lacks {path}, which its published.json promises.",
                "Something was changed in it since. Build it again: site-builder build",
                path=path,
            )
        elif item and (
            file.stat().st_size != item.length or (digests.get(path) or sha256_of(file)) != item.sha256
        ):
            yield error(
                "site-incomplete",
                place,
                "The built site has other audio at {path} than its published.json promises.",
                "See whether the audio is the one that podcast/media.lock.json knows: site-builder audio check. Then "
                "build the site again: site-builder build",
                path=path,
            )
