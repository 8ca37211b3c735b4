"""The HTML of every page, as two checkers that aren't ours read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .findings import listed
from .markup import judge_html_validate, judge_nu
from .sites import all_pages

SITES = pytest.mark.parametrize("folder", ["real", "generated"], indirect=True)


@SITES
def test_the_nu_html_checker_finds_nothing(folder: Path) -> None:
    found = judge_nu(folder)
    assert not found, listed(found)


@SITES
def test_html_validate_finds_nothing(folder: Path) -> None:
    found = judge_html_validate(folder)
    assert not found, listed(found)


def test_the_checkers_find_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><html lang="en"><title>x</title><p><img src="a.png"><div></p>', encoding="utf-8"
    )
    (tmp_path / "site.css").write_text("p { colour: red }", encoding="utf-8")
    assert {finding.page for finding in judge_nu(tmp_path)} == {"/", "/site.css"}
    assert "wcag/h37" in {finding.rule for finding in judge_html_validate(tmp_path)}


@SITES
def test_there_are_pages_to_judge(folder: Path) -> None:
    assert len(all_pages(folder)) > 80
