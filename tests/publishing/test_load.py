"""Publications under load: whoever reads meanwhile gets whole pages, each of one version or another.

`python -m tests.benchmarks.switches` publishes five hundred times.
"""

from __future__ import annotations

from pathlib import Path

from publishing.load import publish_under_load
from publishing.versions import make_versions, version


def test_no_reader_gets_an_error_or_half_a_page_while_publications_switch(tmp_path: Path) -> None:
    versions = make_versions(tmp_path / "project")
    several = [version(number) for number in range(2, 6)]
    readers, _ = publish_under_load("nginx", versions, several, 15, 3, tmp_path)
    assert readers.errors == []
    assert readers.answers > 100
