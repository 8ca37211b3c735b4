"""What all tests share: the time at which the small sites of the tests are built, and ways to make them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from judges.chromium import launched
from playwright.sync_api import Browser, expect
from sites import SITES, copy_site

for name in ("GITHUB_STEP_SUMMARY", "SITE_URL", "SOURCE_DATE_EPOCH"):
    os.environ.pop(name, None)  # set outside, they would change what is built, and be written to by tests

settings.register_profile("house", deadline=None, derandomize=True)  # the same verdict on any day and machine
settings.load_profile("house")
expect.set_options(timeout=30_000)  # as long as Playwright waits for everything else; its own are 5 s

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).parent.parent

pytest_plugins = ["media.servers", "repositories"]

MakeSite = Callable[[Mapping[str, str]], Path]
Run = Callable[..., "subprocess.CompletedProcess[str]"]

SLOW = (
    "publishing/test_kills",
    "media/test_kills",
    "judges/test_real_pages",
    "judges/test_generated_pages",
    "judges/test_keyboard",
    "judges/",
    "commands/test_audio_",
    "publishing/",
    "workflows/",
    "sites/",
    "studio/",
    "test_hostile",
    "browser/",
    "admin/",
)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: the slowest tests mostly wait, for uploads and for browsers."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest files first, those that wait before all, so that processes beside each other end together."""
    ranks = {f"tests/{name}": rank for rank, name in enumerate(SLOW)}
    items.sort(
        key=lambda item: next(
            (rank for name, rank in ranks.items() if item.nodeid.startswith(name)), len(ranks)
        )
    )


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def root() -> Path:
    """The project itself, with its real content."""
    return ROOT


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Make the base site with the given files (path → text) over it."""

    def make(files: Mapping[str, str]) -> Path:
        site = copy_site(None, tmp_path / "site")
        for path, text in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        return site

    return make


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command of this environment at `NOW`, in a folder, in English."""

    def command(
        *arguments: str, folder: Path, now: datetime = NOW, language: str = "en_GB.UTF-8"
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "SOURCE_DATE_EPOCH": str(int(now.timestamp())),
                "LC_ALL": language,
                "PYTHONUTF8": "1",
                "NO_MKDOCS_2_WARNING": "1",
            },
        )

    return command


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's: one for all tests of a process."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page of every kind in both languages; not to be changed."""
    return copy_site(SITES / "valid" / "every-kind", tmp_path_factory.mktemp("every-kind") / "site")


@pytest.fixture(scope="session")
def built(every_kind: Path, run: Run) -> Path:
    """The folder that `site-builder build` made of `every_kind`; not to be changed."""
    folder = every_kind.parent / "built"
    done = run("site_builder", "build", "--site-dir", str(folder), folder=every_kind)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
