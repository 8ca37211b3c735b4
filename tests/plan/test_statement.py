"""The accessibility statement says what the operator declares, what tests found, and which episodes can't be read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from sites import SITES

from site_builder.plan.site import Site
from site_builder.plan.views import Statement, View
from site_builder.project import prepare

PlanOf = Callable[..., Site]
URLS = {"cs": "/pristupnost/", "en": "/en/accessibility/"}

WHOLE = """\
accessibility:
  status: partial
  method: self
  prepared: 2026-03-01
  reviewed: 2026-05-01
  contact: pristupnost@urad.cz
  obstacles:
    - {reason: burden, text: {cs: Staré záznamy., en: Old recordings.}}
    - {reason: exempt, text: {cs: Mapy., en: Maps.}}
  enforcement: {name: {cs: Agentura, en: Agency}, email: podnety@agentura.cz}
"""

TEST = {
    "date": "2026-05-30",
    "pages": 12,
    "languages": ["cs", "en"],
    "tools": [{"name": "axe-core", "version": "4.11.0", "checked": "2026-05-30", "findings": 1}],
    "findings": [{"page": "/clanky/", "tool": "axe-core", "rule": "color-contrast", "count": 2}],
}

EPISODE = """\
---
title: {title}
description: Perex.
date: {date}
guid: urn:uuid:{name}
audio: {audio}
{more}---
Text.
"""


@pytest.fixture
def site_of(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> Callable[..., Site]:
    """The plan of the base site with a declaration, the given files, and copies of its audio."""
    settings = (SITES / "base/content/site.yml").read_text(encoding="utf-8")

    def plan(
        declared: str = WHOLE,
        files: Mapping[str, str] | None = None,
        audio: tuple[str, ...] = (),
        url: str = "https://web.example/",
    ) -> Site:
        root = make_site({"content/site.yml": settings + declared} | dict(files or {}))
        for name in audio:
            shutil.copy(root / "podcast/prvni.cs.mp3", root / "podcast" / name)
        site = prepare(root, url, now).site
        assert site is not None
        return site

    return plan


def view_of(site: Site, language: str = "cs") -> View:
    (page,) = (page for page in site.pages if page.url.endswith(URLS[language]))
    return page.view()


def statement_of(site: Site, language: str = "cs") -> Statement:
    statement = view_of(site, language).statement
    assert statement is not None
    return statement


def test_it_is_in_every_language_and_in_every_footer(site_of: Callable[..., Site]) -> None:
    site = site_of()
    assert [switch.url for switch in view_of(site).switches] == list(URLS.values())
    for code, url in URLS.items():
        assert url in {link.url for link in site.chromes[code].footer}


def test_a_site_that_declares_nothing_has_none(plan_of: PlanOf) -> None:
    site = plan_of({})
    assert not [page for page in site.pages if page.url in URLS.values()]
    assert not [link for link in site.chromes["cs"].footer if link.url in URLS.values()]


def test_it_says_what_is_declared(site_of: Callable[..., Site]) -> None:
    it = statement_of(site_of(), "en")
    assert (it.operator, it.status, it.method, it.contact) == (
        "Office",
        "partial",
        "self",
        "pristupnost@urad.cz",
    )
    assert it.obstacles == {"fault": (), "burden": ("Old recordings.",), "exempt": ("Maps.",)}
    assert it.prepared is not None
    assert it.reviewed is not None
    assert (it.prepared.iso, it.reviewed.text) == ("2026-03-01", "1 May 2026")
    assert it.enforcement is not None
    assert (it.body, it.enforcement.email) == ("Agency", "podnety@agentura.cz")
    assert not it.is_draft


@pytest.mark.parametrize(
    "line", ["status: partial", "method: self", "prepared: 2026-03-01", "contact: pristupnost@"]
)
def test_what_an_official_must_settle_makes_it_a_draft(site_of: Callable[..., Site], line: str) -> None:
    lines = [found for found in WHOLE.splitlines(keepends=True) if not found.strip().startswith(line)]
    assert statement_of(site_of("".join(lines))).is_draft


def test_the_last_automatic_test_is_told(site_of: Callable[..., Site]) -> None:
    files = {"content/accessibility.json": json.dumps(TEST)}
    site = site_of(files=files, url="https://web.example/zaklad/")
    test = statement_of(site).test
    assert test is not None
    assert (test.date.iso, test.date.text, test.scope) == (
        "2026-05-30",
        "30.\xa0května 2026",
        "12 stránek (čeština, angličtina)",
    )
    assert test.tools == (("axe-core 4.11.0", "1 chyba"),)
    assert test.findings == ("/clanky/: axe-core, color-contrast (2×)",)
    assert "content/accessibility.json" not in site.files.values()


def test_no_test_on_record_is_no_test(site_of: Callable[..., Site]) -> None:
    assert statement_of(site_of()).test is None


def test_every_episode_without_transcript_is_named_with_its_reason(site_of: Callable[..., Site]) -> None:
    reason = "no_transcript: V dílu zní jen hudba.\n"
    site = site_of(
        files={
            "podcast/hudba.cs.md": EPISODE.format(
                title="Hudba", date="2026-01-01", name="hudba", audio="hudba.cs.mp3", more=reason
            ),
            "podcast/novy.en.md": EPISODE.format(
                title="New", date="2026-05-30", name="novy", audio="novy.en.mp3", more=""
            ),
        },
        audio=("hudba.cs.mp3", "novy.en.mp3"),
    )
    music, new = statement_of(site, "en").silent
    assert (music.page.label, music.page.url, music.page.language) == ("Hudba", "/podcast/hudba/", "cs")
    assert (music.reason, music.language, music.deadline) == ("V dílu zní jen hudba.", "cs", None)
    assert (new.page.url, new.page.language, new.reason) == ("/en/podcast/novy/", "", "")
    assert new.deadline is not None
    assert (new.deadline.iso, new.deadline.text) == ("2026-06-13", "13 June 2026")


def test_with_all_transcripts_there_it_names_no_episode(site_of: Callable[..., Site]) -> None:
    assert statement_of(site_of()).silent == ()
