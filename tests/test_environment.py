"""What a host of pipelines, or whoever runs the tests, has set for itself changes no test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOREIGN = {"GITHUB_STEP_SUMMARY": "page.md", "SITE_URL": "https://other.example/", "SOURCE_DATE_EPOCH": "1"}


def test_what_is_set_outside_is_not_known_here() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import conftest, os; print(*os.environ)"],
        cwd=Path(__file__).parent,
        env={**os.environ, **FOREIGN},
        check=True,
        capture_output=True,
        text=True,
    )
    assert not FOREIGN.keys() & set(done.stdout.split())
