"""Covers as small as pages show them: apps want 3,000 pixels, a phone on a slow connection doesn't."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from ..plan.edition import COVER_WIDTH
from ..plan.site import Site
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


@lru_cache(maxsize=64)  # a preview asks for the same ones at every edit
def shrunk(path: Path, width: int, changed: int) -> bytes:
    """A picture at most `width` pixels wide, as JPEG; `changed` tells the versions of its file apart."""
    with Image.open(path) as picture:
        picture.draft("RGB", (width, width))  # a JPEG is decoded no larger than needed: ten times faster
        small = picture.convert("RGB")
        small.thumbnail((width, width), Image.Resampling.LANCZOS)
        data = BytesIO()
        small.save(data, "JPEG", quality=80, optimize=True, progressive=True)
        return data.getvalue()
