"""The finished site's folder → problems: what readers, listeners' apps and search engines would stumble over."""

from __future__ import annotations

from pathlib import Path

from ..plan.site import Site
from ..problems import Problem
from .feeds import verify_feeds
from .links import verify_links
from .palette import verify_palette

__all__ = ["verify"]


def verify(folder: Path, site: Site) -> tuple[Problem, ...]:
    """What is wrong with the site in `folder`, built from `site`."""
    return (
        *verify_links(folder, site.urls.base, site.urls.origin),
        *verify_feeds(folder, site),
        *verify_palette(folder),
    )
