"""The site's own stylesheets and scripts: each is asked for by an address that changes with its bytes.

So a new page never meets an old stylesheet, whatever a browser, a server between or the offline copy has kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

FOLDER = "assets/"

THEME = "theme.css"
"""What pages use of the theme's stylesheet; nothing else of the theme is published."""


@dataclass(frozen=True)
class Assets:
    """The files below `assets/` of a site at `base` (its path on the host), each with the digest of its bytes."""

    base: str
    digests: Mapping[str, str]

    @classmethod
    def of(cls, base: str, files: Iterable[tuple[str, bytes]]) -> Assets:
        """Those among `files`, which are pairs: a path in the site's folder, and the bytes."""
        return cls(
            base,
            {path: hashlib.sha256(data).hexdigest()[:8] for path, data in files if path.startswith(FOLDER)},
        )

    def url(self, name: str) -> str:
        """The address of `assets/<name>`."""
        path = FOLDER + name
        return f"{self.base}{path}?v={self.digests[path]}"

    @cached_property
    def stylesheets(self) -> tuple[str, ...]:
        """The addresses of the stylesheets of every page: the theme's and ours."""
        return self.url(THEME), self.url("site.css")

    @cached_property
    def version(self) -> str:
        """The digest of all of them."""
        return hashlib.sha256(repr(sorted(self.digests.items())).encode()).hexdigest()[:12]
