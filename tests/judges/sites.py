"""A built site behind a server that compresses, as public hosts do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hosts import CompressingHost, hosted

from site_builder.plan.frame import Page
from site_builder.plugin import build_site


@dataclass(frozen=True)
class Site:
    """A site that is served at `url` (with a slash at the end) from `folder`.

    `pages` are the URL paths of all its pages without the first slash; `kinds` has, for each kind of page, the
    one that says the most.
    """

    url: str
    folder: Path
    pages: tuple[str, ...]
    kinds: dict[str, str]
    languages: tuple[str, ...]


@contextmanager
def served(root: Path, folder: Path) -> Iterator[Site]:
    """The site of the project at `root`, built into `folder`, while it is served."""
    with hosted(folder, CompressingHost) as url:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", url)  # canonical addresses lead to where the site is judged
            built = build_site(root, folder)
        assert built.project.site is not None
        assert built.project.is_publishable, built.project.problems
        kinds = {"missing": "404.html", **_kinds(folder, built.project.site.pages)}
        yield Site(url, folder, all_pages(folder), kinds, tuple(built.project.site.chromes))


def _kinds(folder: Path, pages: Iterable[Page]) -> dict[str, str]:
    """The largest page of each kind, by its layout and what it is about."""
    ordered = sorted(pages, key=lambda page: (folder / page.url[1:] / "index.html").stat().st_size)
    views = ((page, page.view()) for page in ordered)
    return {f"{view.layout} {view.kind}": page.url[1:] for page, view in views}


def all_pages(folder: Path) -> tuple[str, ...]:
    """The URL paths of all pages in `folder` but those of the web editor, which is others' program.

    What leads on at once isn't one either: a browser shows the next page. The judges of markup read it as a file.
    """
    files = (path for path in folder.rglob("*.html") if path.parent.name != "admin")
    pages = (path for path in files if b'http-equiv="refresh"' not in path.read_bytes())
    return tuple(sorted(path.relative_to(folder).as_posix().removesuffix("index.html") for path in pages))
