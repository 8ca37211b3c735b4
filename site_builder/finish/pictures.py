"""The pictures of a site in the sizes that its pages show, each made only if it wasn't before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..pictures.recipe import digest
from ..pictures.store import forget, made
from ..pictures.stripping import stripped
from ..plan.site import Site
from ..stages import stage


def picture_files(site: Site, root: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each picture's path in the site's `folder` and its bytes, but those that are there; the project is at `root`.

    Those in sizes never change: their digest is in their path.
    """
    output = site.urls.output
    scaled = {recipe: output(url) for url, recipe in site.pictures.items() if recipe.format}
    missing = [recipe for recipe, path in scaled.items() if not (folder / path).exists()]
    with stage("pictures"):
        for recipe, data in made(missing, root):
            yield scaled[recipe], data
        for url, recipe in site.pictures.items():
            if not recipe.format:
                yield output(url), stripped((root / recipe.path).read_bytes())


def forget_pictures(site: Site, root: Path) -> None:
    """Delete what is kept of pictures that the project at `root` doesn't have any more."""
    kept = {recipe.digest for recipe in site.pictures.values()}
    forget(root, kept, (digest(facts) for facts in site.library.pictures.values() if facts.is_resized))
