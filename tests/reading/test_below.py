"""Paths that lead out of their folder, as they are written or by a symbolic link."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.reading.below import below


@pytest.mark.parametrize(
    ("path", "is_below"),
    [
        ("a.md", True),
        ("", True),
        ("b/../a.md", True),
        ("in", True),
        ("../site/a.md", True),
        ("../site-2/a.md", False),
        ("../a.md", False),
        ("/a.md", False),
        ("out", False),
        ("round", True),
    ],
)
def test_what_leads_out_is_not_below(tmp_path: Path, path: str, is_below: bool) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (root / "in").symlink_to("a.md")
    (root / "out").symlink_to("../a.md")
    (root / "round").symlink_to("round")
    assert (below(root, path) is not None) is is_below


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a.md")
    assert below(tmp_path, "link") == tmp_path.resolve() / "a.md"
