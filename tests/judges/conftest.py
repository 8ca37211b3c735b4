"""The sites that are judged: the real one, and a generated one with what the real one may have tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.generator import generate

from .sites import Site, served
from .tools import ROOT

PAGES, EPISODES, CROWD = 84, 4, 12
"""Files, episodes and people of the generated site: with its topics and listings some 200 pages."""

EVERYTHING = Path(__file__).parent / "everything.cs.md"
"""A page with all that a text can have, in one language."""


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real site."""
    with served(ROOT, tmp_path_factory.mktemp("real") / "site") as site:
        yield site


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A generated site."""
    root = tmp_path_factory.mktemp("generated")
    generate(root, PAGES, EPISODES, words=400, crowd=CROWD)
    person = next(path.name.partition(".")[0] for path in sorted((root / "content/people").iterdir()))
    text = EVERYTHING.read_text(encoding="utf-8").replace("PERSON", person)
    (root / "content/articles/vsechno.cs.md").write_text(text, encoding="utf-8")
    with served(root, root / "site") as site:
        yield site


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    """The folder of the site that the test names."""
    site: Site = request.getfixturevalue(request.param)
    return site.folder
