"""The preview's page of translations: how each page stands, and what has changed in originals."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from jinja2 import Environment
from repositories import Repository

from site_builder.draw import problems_banner, problems_page, translations_page
from site_builder.history.translations import read_history
from site_builder.load import load
from site_builder.report import editor_language
from site_builder.templates import environment

CS, EN = "content/articles/autobus.cs.md", "content/articles/autobus.en.md"
ENGLISH = editor_language("en")


@pytest.fixture
def env(root: Path) -> Environment:
    return environment([str(root / "overrides")])


def page(body: str) -> str:
    return f"---\ntitle: Title\ndescription: Short.\ndate: 2026-01-01\n---\n{body}\n"


def drawn(env: Environment, root: Path, code: str = "en") -> lxml.html.HtmlElement:
    library, _ = load(root)
    assert library
    history = read_history(root, library)
    html = translations_page(env, library, history, editor_language(code)).decode()
    return lxml.html.document_fromstring(html)


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_change_is_told_word_by_word(env: Environment, repository: Repository) -> None:
    repository.commit({CS: page("Jede v noci.\n\nStále."), EN: page("It runs at night.\n\nAlways.")})
    repository.commit({CS: page("Jede <b>celou</b> noc.\n\nStále.")}, "2026-03-03")
    found = drawn(env, repository.root)
    assert found.get("lang") == "en"
    assert words(found.xpath("//td/a[@class='old']")[0]) == "older since 3 March 2026 (2 words differ)"
    target = found.xpath("//td/a/@href")[0].removeprefix("#")
    assert words(found.get_element_by_id(target)) == f"{EN}, translated from {CS}"
    changes = found.xpath("//p[@class='change']")
    assert [change.get("lang") for change in changes] == ["cs"]
    assert words(changes[0]) == "Jede deleted: v noci. inserted: <b>celou</b> noc."
    assert [words(each) for each in changes[0].xpath("del | ins")] == [
        "deleted: v noci.",
        "inserted: <b>celou</b> noc.",
    ]


def test_every_page_has_a_row(env: Environment, repository: Repository) -> None:
    repository.commit({CS: page("Jen česky.")})
    rows = {
        words(row[0]): [words(cell) for cell in row[1:]] for row in drawn(env, repository.root).xpath("//tr")
    }
    assert rows == {
        "Page": ["Czech", "English"],
        "content/articles/autobus": ["original", "missing"],
        "content/index": ["original", "in step"],
        "content/people/jana": ["original", "in step"],
        "podcast/prvni": ["original", "in step"],
    }
    assert "Překlady" in words(drawn(env, repository.root, "cs"))


def test_it_says_why_nothing_is_known(
    env: Environment, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    assert "This clone is shallow" in words(drawn(env, clone))


def test_the_banner_and_the_report_lead_to_it(env: Environment) -> None:
    banner = lxml.html.fragment_fromstring(
        problems_banner(env, (), "", 2, "/base/translations.html", ENGLISH)
    )
    assert words(banner) == "2 outdated translations"
    assert banner.xpath(".//a/@href") == ["/base/translations.html"]
    assert b'href="translations.html"' in problems_page(env, (), ENGLISH, has_translations=True)
    assert b"translations.html" not in problems_page(env, (), ENGLISH)
