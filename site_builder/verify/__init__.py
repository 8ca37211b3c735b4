"""The finished site's folder → problems: what readers, listeners' apps and search engines would stumble over."""

from __future__ import annotations

from pathlib import Path

from ..plan.site import Site
from ..problems import Problem
from .feeds import verify_feeds
from .links import verify_links
from .palette import verify_palette
from .pictures import missing_pictures, verify_pictures

__all__ = ["verify"]


def verify(folder: Path, site: Site) -> tuple[Problem, ...]:
    """What is wrong with the site in `folder`, built from `site`."""
    missing = missing_pictures(folder, site)
    return (
        *verify_pictures(missing),
        *verify_links(folder, site.urls.base, site.urls.origin, missing),
        *verify_feeds(folder, site),
        *verify_palette(folder),
    )
