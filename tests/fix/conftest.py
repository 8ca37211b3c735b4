"""A project of a few files, and problems with repairs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from site_builder.problems import Position, Problem, Severity
from site_builder.repairs import Repair, Replacement

Files = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Write files (path → what is in it) into a project."""

    def write(contents: Mapping[str, str | bytes]) -> Path:
        for path, content in contents.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def problem() -> Callable[[Repair], Problem]:
    """A problem with a repair."""

    def make(repair: Repair) -> Problem:
        at = repair.at if isinstance(repair, Replacement) else Position(repair.path)
        return Problem("x", Severity.ERROR, at, "x", repair=repair)

    return make
