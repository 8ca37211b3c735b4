"""Whole sites, what their pages say as JSON-LD, and judges from npm, installed once."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from benchmarks.generator import generate
from npm import installed

from .reading import BuiltSite

NPM = Path(__file__).parent / "npm"
ROOT = Path(__file__).parents[3]
LATER = datetime(2028, 1, 1, tzinfo=UTC)
"""Everything in the real content is published by then."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session", params=["real", "generated"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, run: Run) -> BuiltSite:
    """The real site, and a generated one of about 200 dated pages."""
    source, folder = ROOT, tmp_path_factory.mktemp("whole")
    if request.param == "generated":
        source = folder / "source"
        generate(source, 200, 9, words=150)
    done = run("site_builder", "build", "--site-dir", str(folder / "site"), folder=source, now=LATER)
    assert done.returncode == 0, done.stdout + done.stderr
    sitemap = (folder / "site/sitemap.xml").read_text(encoding="utf-8")
    origin = sitemap.partition("<loc>")[2].partition("</loc>")[0].removesuffix("/")
    return BuiltSite(folder / "site", origin)


@pytest.fixture(scope="session")
def npm() -> Path:
    """The folder that the judges are installed in."""
    return installed(NPM)


@pytest.fixture(scope="session")
def judged(npm: Path) -> Callable[[Iterable[Path]], Mapping[str, list[str]]]:
    """Files of HTML → what the validator finds wrong in each, warnings too."""

    def judge(files: Iterable[Path]) -> Mapping[str, list[str]]:
        done = subprocess.run(
            ["node", "validate.mjs"],
            cwd=npm,
            input="\n".join(map(str, files)),
            capture_output=True,
            text=True,
            check=True,
        )
        told = [json.loads(line) for line in done.stdout.splitlines()]
        assert all(one["types"] for one in told), "it has read every page"
        return {one["file"]: one["issues"] for one in told}

    return judge
