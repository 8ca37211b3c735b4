"""An office that begins: settings of one language, no page, no topic, nobody and no podcast."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import lxml.html
import pytest
from sites import copy_site

from site_builder.plugin import build_site
from site_builder.problems import Problem, Severity
from site_builder.project import prepare

ROOT = Path(__file__).parent.parent
URL, NOW = "https://web.example/", datetime(2026, 6, 1, 12, tzinfo=UTC)


def sample(guide: str, first: str) -> str:
    """The sample of a file in `guide` whose first field is `first`."""
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    return re.findall(rf"^```yaml\n({first}:.*?)^```$", text, re.MULTILINE | re.DOTALL)[0]


def bare(folder: Path) -> Path:
    """A project in `folder` with the settings that the guide begins with, and nothing else."""
    project = copy_site(None, folder / "site")
    shutil.rmtree(project / "content")
    (project / "podcast").rename(folder / "podcast")
    (project / "content").mkdir()
    (project / "content/site.yml").write_text(sample("site.md", "languages"), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    project = bare(tmp_path_factory.mktemp("bare"))
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
    links = {link.get("href") for link in page(site, "index.html").xpath("//footer//nav//a")}
    assert links == {"https://web.example/atom.xml"}


def test_the_visual_style_shows_a_single_language_too(site: Path) -> None:
    assert page(site, "styl/index.html").xpath("//h1")


def test_the_show_that_the_guide_begins_with_lacks_its_guid_alone(tmp_path: Path) -> None:
    def problems(project: Path, address: str) -> tuple[Problem, ...]:
        settings = f"site_name: Web\nsite_url: {address}\nplugins: [site-builder]\n"
        (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return prepare(project, address, NOW).problems

    project, show = bare(tmp_path), sample("podcast.md", "guid")
    (project / "podcast").mkdir()
    shutil.copy(tmp_path / "podcast/cover.jpg", project / "podcast/cover.jpg")
    (project / "podcast/show.yml").write_text(show, encoding="utf-8")
    (problem,) = problems(project, URL)
    (other,) = problems(project, "https://other.example/")
    assert problem.code == other.code == "not-a-feed-guid"
    assert problem.values["spare"] != other.values["spare"], "no two podcasts may have the same"
    show = show.replace("new", str(problem.values["spare"]))
    (project / "podcast/show.yml").write_text(show, encoding="utf-8")
    assert {found.severity for found in problems(project, URL)} <= {Severity.WARNING}
