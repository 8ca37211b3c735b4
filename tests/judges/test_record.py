"""What the accessibility statement is told of the judges."""

from __future__ import annotations

import re

from .axe import AXE
from .findings import Finding
from .lighthouse import LIGHTHOUSE
from .record import by_page, tools


def test_each_judge_is_named_with_its_version_and_its_findings() -> None:
    found = [
        Finding("/", AXE, "region", 2),
        Finding("/a/", AXE, "list", 1),
        Finding("/", LIGHTHOUSE, "seo", 1),
    ]
    told = {tool.name: tool for tool in tools(found, "156.0.1")}
    assert {name: tool.findings for name, tool in told.items() if tool.findings} == {AXE: 3, LIGHTHOUSE: 1}
    assert all(tool.checked and tool.version for tool in told.values())
    packages = ("axe-core", "Nu Html Checker", "html-validate", "Lighthouse")
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", told[name].version) for name in packages)


def test_a_page_that_was_looked_at_twice_is_told_once() -> None:
    found = [Finding("/a/ 1280 light", AXE, "list", 1), Finding("/a/ 320 dark", AXE, "list", 2)]
    assert by_page(found) == [{"page": "/a/", "tool": AXE, "rule": "list", "count": 3}]
