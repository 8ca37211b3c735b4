"""Covers as small as pages show them: apps want 3,000 pixels, a phone on a slow connection doesn't."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..plan.edition import COVER_WIDTH
from ..plan.site import Site
from ..reading.pictures import shrunk
from ..stages import stage


def cover_files(site: Site, root: Path) -> Iterator[tuple[str, bytes]]:
    """The path in the site's folder and the bytes of each show's small cover; the project is at `root`."""
    library, urls = site.library, site.urls
    for show in library.shows.values():
        if show.image in library.pictures:
            path = root / show.image
            with stage("covers"):
                yield (
                    urls.output(urls.small_cover(show.image)),
                    shrunk(path, COVER_WIDTH, path.stat().st_mtime_ns),
                )
