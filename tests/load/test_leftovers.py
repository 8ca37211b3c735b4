"""The second-language files that web editors leave behind are no pages, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from sites import SITES, copy_site

from site_builder.problems import Problem
from site_builder.project import prepare

MakeSite = Callable[[Mapping[str, str]], Path]
CZECH = "content/articles/autobus.cs.md"
ENGLISH = "content/articles/autobus.en.md"
FIELDS = "date: 2026-03-01\ntopics: [housing]\n"
ORIGINAL = f"---\ntitle: Autobus\ndescription: Jezdí v noci.\n{FIELDS}---\nText.\n"


def read(site: Path, now: datetime) -> tuple[set[str], tuple[Problem, ...]]:
    """The paths of all pages, and what is wrong."""
    project = prepare(site, "https://web.example/", now)
    assert project.site is not None
    return {document.path for document in project.site.library.documents}, project.problems


@pytest.mark.parametrize(
    "left",
    [
        "",
        " \n\t\n",
        "---\n---\n",
        "---\ntitle:\ndescription: ''\ntopics: []\n---\n\n",
        f'---\ntitle: ""\n{FIELDS}---\n',
        '---\ntitle: ~\ndate: "2026-03-01"\ntopics:\n  - housing\n---\n',
    ],
)
def test_a_file_that_says_nothing_is_an_absent_translation(
    make_site: MakeSite, now: datetime, left: str
) -> None:
    paths, problems = read(make_site({CZECH: ORIGINAL, ENGLISH: left}), now)
    assert (CZECH in paths, ENGLISH in paths, problems) == (True, False, ())


def test_the_original_may_be_in_the_second_language(make_site: MakeSite, now: datetime) -> None:
    paths, problems = read(make_site({CZECH: "", ENGLISH: ORIGINAL}), now)
    assert (CZECH in paths, ENGLISH in paths, problems) == (False, True, ())


@pytest.mark.parametrize(
    "begun",
    [
        "---\ntitle: Bus\n---\n",
        "---\ndescription: It goes by night.\n---\n",
        "---\ntitle:\n---\nText.\n",
        "---\ntitle:\ndate: 2026-03-02\n---\n",
        "---\ntitle:\nimage: bus.svg\n---\n",
    ],
)
def test_a_translation_that_was_begun_is_a_page(make_site: MakeSite, now: datetime, begun: str) -> None:
    paths, problems = read(make_site({CZECH: ORIGINAL, ENGLISH: begun}), now)
    assert ENGLISH in paths
    assert {problem.at.path for problem in problems} == {ENGLISH}


def test_a_page_that_says_nothing_in_any_language_is_told_of(make_site: MakeSite, now: datetime) -> None:
    _, problems = read(make_site({CZECH: "---\ntitle:\n---\n", ENGLISH: ""}), now)
    assert {problem.at.path for problem in problems} == {CZECH, ENGLISH}


def test_no_page_leads_to_a_leftover(tmp_path: Path, now: datetime) -> None:
    site = prepare(
        copy_site(SITES / "valid" / "leftover-languages", tmp_path / "site"), "https://web.example/", now
    ).site
    assert site is not None
    urls = {page.url for page in site.pages}
    assert "/clanky/nocni-autobus/" in urls
    assert not any("/en/" in url and ("nocni-autobus" in url or "druha" in url) for url in urls)
