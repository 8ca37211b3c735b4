"""The sites that are judged: the real one, and a generated one with what the real one may have tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.generator import generate
from playwright.sync_api import Browser, Page

from .chromium import launched, window
from .sites import Site, served
from .tools import ROOT

PAGES, EPISODES = 66, 4
"""Files and episodes of the generated site: with its people, topics and listings some 200 pages."""


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real site."""
    with served(ROOT, tmp_path_factory.mktemp("real") / "site") as site:
        yield site


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A generated site."""
    root = tmp_path_factory.mktemp("generated")
    generate(root, PAGES, EPISODES, words=400)
    with served(root, root / "site") as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's."""
    with launched() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, real: Site) -> Iterator[Page]:
    """A window on the real site."""
    with window(browser, real.url) as page:
        yield page


@pytest.fixture
def generated_page(browser: Browser, generated: Site) -> Iterator[Page]:
    """A window on the generated site."""
    with window(browser, generated.url) as page:
        yield page


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    """The folder of the site that the test names."""
    site: Site = request.getfixturevalue(request.param)
    return site.folder
