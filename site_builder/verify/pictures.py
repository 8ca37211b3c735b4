"""Every picture that pages show must have been made; one that is damaged inside can't be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..plan.site import Site
from ..problems import Position, Problem, Severity


def missing_pictures(folder: Path, site: Site) -> dict[str, str]:
    """The pictures that aren't in `folder`: the path of each there, and that of the file that it is made of."""
    outputs = ((site.urls.output(url), recipe.path) for url, recipe in site.pictures.items())
    return {output: path for output, path in outputs if not (folder / output).exists()}


def verify_pictures(missing: dict[str, str]) -> Iterator[Problem]:
    """Each picture that couldn't be made, once."""
    for path in sorted(set(missing.values())):
        yield Problem(
            "picture-damaged",
            Severity.ERROR,
            Position(path),
            "The picture can't be decoded: it is damaged inside.",
            "Open it in a program for pictures and save it as JPEG or PNG, or take another copy of it.",
        )
