"""The accessibility statement as it is drawn: the sections of Decision (EU) 2018/1523, tests, missing transcripts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import pytest
from sites import SITES, copy_site

SECTIONS = ["status", "inaccessible", "preparation", "feedback", "enforcement"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, run: Run) -> dict[str, str]:
    """The statement in each language, of a site that declares partial compliance, with a test on record."""
    root = copy_site(SITES / "invalid" / "accessibility", tmp_path_factory.mktemp("statement") / "site")
    settings = (SITES / "base/content/site.yml").read_text(encoding="utf-8")
    declared = (
        "accessibility: {status: partial, obstacles: [{text: {cs: Mapa & plán., en: A map & a plan.}}]}\n"
    )
    (root / "content/site.yml").write_text(settings + declared, encoding="utf-8")
    done = run("site_builder", "build", "--site-dir", str(root / "built"), folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        code: (root / "built" / path / "index.html").read_text(encoding="utf-8")
        for code, path in (("cs", "pristupnost"), ("en", "en/accessibility"))
    }


@pytest.mark.parametrize("code", ["cs", "en"])
def test_it_has_the_sections_of_the_model_in_its_order(pages: dict[str, str], code: str) -> None:
    assert re.findall(r'<h2 id="(.*?)"', pages[code]) == SECTIONS
    assert re.findall(r'<li class="level-2"><a href="#(.*?)"', pages[code]) == SECTIONS


def test_it_marks_what_an_official_must_settle(pages: dict[str, str]) -> None:
    assert "Toto je návrh." in pages["cs"]
    assert (
        pages["en"].count("[to be settled by the operator]") == 3
    )  # the day, the method, the supervising body


def test_it_tells_the_last_test_with_its_faults(pages: dict[str, str]) -> None:
    assert (
        '<time datetime="2026-05-30">30.\xa0května 2026</time>, 12 stránek (čeština, angličtina)'
        in pages["cs"]
    )
    assert "<li>axe-core 4.11.0: 3 faults</li>" in pages["en"]
    assert "<li>/clanky/: axe-core, color-contrast (3×)</li>" in pages["cs"]
    assert "A map &amp; a plan." in pages["en"]


def test_it_names_episodes_without_transcript_in_their_own_language(pages: dict[str, str]) -> None:
    link = '<a href="/podcast/hudba/" lang="cs" hreflang="cs">Jen hudba</a>'
    assert f'{link}: <span lang="cs">V dílu se nemluví, je to jen hudba.</span>' in pages["en"]
    assert '<a href="/podcast/hudba/">Jen hudba</a>: <span>V dílu' in pages["cs"]


def test_an_address_that_may_break_is_read_whole(pages: dict[str, str]) -> None:
    (link,) = set(re.findall(r'<a href="mailto:redakce@.*?</a>', pages["cs"]))
    assert 'aria-label="redakce@web.example"' in link
    assert re.sub(r"<.*?>", "", link) == "redakce@web.example"
