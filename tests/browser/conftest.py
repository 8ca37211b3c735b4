"""The real site, built once, behind a plain file server, and a real browser to look at it with."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hosts import hosted
from playwright.sync_api import Browser, BrowserContext

from site_builder.plugin import build_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `site` is served from."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The URL of the real site, served from its own folder with no host of its own."""
    with hosted(site_folder) as url:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", url)
            assert build_site(ROOT, site_folder).project.is_publishable
        yield url


@pytest.fixture(scope="session")
def every_page(site: str) -> list[str]:
    """The URLs of all pages, from the sitemap."""
    with urllib.request.urlopen(f"{site}sitemap.xml") as answer:
        sitemap = ET.parse(answer)
    return [found.text or "" for found in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


@pytest.fixture
def desktop(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A window of a desktop computer."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def without_scripts(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A phone whose browser runs no scripts."""
    context = browser.new_context(
        base_url=site, viewport={"width": 390, "height": 800}, java_script_enabled=False
    )
    yield context
    context.close()
