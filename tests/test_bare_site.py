"""An office that begins: settings of one language, no page, no topic, nobody and no podcast."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import pytest
from sites import copy_site

from site_builder.plugin import build_site

SETTINGS = "languages:\n  cs: {name: Čeština, title: Horní kraj}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    project = copy_site(None, tmp_path_factory.mktemp("bare") / "site")
    shutil.rmtree(project / "content")
    shutil.rmtree(project / "podcast")
    (project / "content").mkdir()
    (project / "content/site.yml").write_text(SETTINGS, encoding="utf-8")
    built = build_site(project)
    assert built.project.problems == ()
    return built.folder


def page(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path).read_bytes())


@pytest.mark.parametrize("path", ["index.html", "hledat/index.html", "404.html", "offline.html"])
def test_no_page_has_a_part_with_nothing_in_it(site: Path, path: str) -> None:
    body = page(site, path).body
    lists = (found for found in body.iter("ul", "ol", "nav", "small", "p") if "data-kept" not in found.attrib)
    empty = [
        lxml.html.tostring(found) for found in lists if not len(found) and not (found.text or "").strip()
    ]
    assert empty in ([], [b'<p class="search-status" role="status"></p>\n']), "the search fills that one"
    assert not [part for name in ("languages", "menu", "menu-button") for part in body.find_class(name)], (
        "nothing to choose from"
    )
    assert not body.xpath("//select[@name='topic']")


def test_the_home_page_says_that_nothing_is_there_yet(site: Path) -> None:
    (main,) = page(site, "index.html").xpath("//main")
    assert main.text_content().split() == ["Horní", "kraj", "Zatím", "tu", "nic", "nevyšlo."]


def test_there_are_no_lists_of_what_the_site_has_not(site: Path) -> None:
    assert not (site / "temata").exists()
    assert not (site / "lide").exists()
    links = {link.get("href") for link in page(site, "index.html").xpath("//footer//a")}
    assert links == {"https://web.example/atom.xml"}


def test_the_visual_style_shows_a_single_language_too(site: Path) -> None:
    assert page(site, "styl/index.html").xpath("//h1")
