"""The site's own stylesheets and scripts: each is asked for by an address that changes with its bytes.

So a new page never meets an old stylesheet, whatever a browser, a server between or the offline copy has kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

FOLDER = "assets/"

THEME = f"{FOLDER}stylesheets/main."
"""What pages use of the theme's own files: its stylesheet, in part; scripts, search and fonts are not published."""


@dataclass(frozen=True)
class Assets:
    """The files below `assets/` of a site at `base` (its path on the host), each with the digest of its bytes."""

    base: str
    digests: Mapping[str, str]

    @classmethod
    def of(cls, base: str, files: Iterable[tuple[str, bytes]]) -> Assets:
        """Of `files`, which are pairs: a path in the site's folder, and the bytes there."""
        return cls(base, {path: hashlib.sha256(data).hexdigest()[:8] for path, data in files})

    def url(self, name: str) -> str:
        """The address of `assets/<name>`."""
        path = FOLDER + name
        return f"{self.base}{path}?v={self.digests[path]}"

    @cached_property
    def stylesheets(self) -> tuple[str, ...]:
        """The addresses of the stylesheets of every page: the theme's, whose name has a digest of its own, and ours."""
        theme = sorted(path.removeprefix(FOLDER) for path in self.digests if path.startswith(THEME))
        return tuple(self.url(name) for name in (*theme, "site.css"))

    @cached_property
    def version(self) -> str:
        """The digest of all of them."""
        return hashlib.sha256(repr(sorted(self.digests.items())).encode()).hexdigest()[:12]
