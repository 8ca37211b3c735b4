"""What the accessibility statement is told of the judges."""

from __future__ import annotations

import re

from .axe import AXE
from .findings import Finding
from .lighthouse import LIGHTHOUSE
from .record import tools


def test_each_judge_is_named_with_its_version_and_its_findings() -> None:
    found = [
        Finding("/", AXE, "region", 2),
        Finding("/a/", AXE, "list", 1),
        Finding("/", LIGHTHOUSE, "seo", 1),
    ]
    told = {tool.name: tool for tool in tools(found)}
    assert {name: tool.findings for name, tool in told.items() if tool.findings} == {AXE: 3, LIGHTHOUSE: 1}
    assert all(tool.checked for tool in told.values())
    packages = ("axe-core", "Nu Html Checker", "html-validate", "Lighthouse")
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", told[name].version) for name in packages)
