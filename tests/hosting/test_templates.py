"""What the policy for pages would refuse stands in no page: no script, no style, no handler of events."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .servers import GUIDE

OVERRIDES = GUIDE.parents[1] / "overrides"
OF_OTHERS = {"admin.html", "problems.html", "translations.html", "embed-code.html"}
"""The editor has a policy of its own, the pages of a preview are at no host, and the code for a frame is text."""

TEMPLATES = sorted(path for path in OVERRIDES.rglob("*.html") if path.name not in OF_OTHERS)
INLINE = re.compile(
    r"""<style|\sstyle=["']|\son[a-z]+=["']|<script(?![^>]*\ssrc=)(?![^>]*\stype="application/)|["']javascript:"""
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_nothing_in_it_runs_or_styles(template: Path) -> None:
    assert INLINE.findall(template.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "html",
    ["<style>", '<p style="x">', '<a onclick="x">', "<script>", '<a href="javascript:x">', "<script defer>"],
)
def test_it_would_be_found(html: str) -> None:
    assert INLINE.search(html)
