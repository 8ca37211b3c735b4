"""The hidden page of the visual style shows every component, and colours that can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from site_builder.languages import CATALOGUES, Language, read_catalogue
from site_builder.load import labels
from site_builder.markdown import render
from site_builder.palette import palettes
from site_builder.plan.style import SAMPLES
from site_builder.problems import Position

ROOT = Path(__file__).parent.parent
OVERRIDES = ROOT / "overrides"
ENVIRONMENT = Environment(loader=FileSystemLoader(OVERRIDES), autoescape=True)

ALERTS = ("Note", "Tip", "Important", "Warning", "Caution")

ON_EVERY_PAGE = {
    f"partials/{name}.html"
    for name in (
        "menu",
        "meta",
        "publicity",
        *(f"chrome-{part}" for part in ("head", "header", "feeds", "footer")),
    )
}
"""Drawn by the frame of the page itself."""


def parsed(template: str) -> nodes.Template:
    return ENVIRONMENT.parse((OVERRIDES / template).read_text(encoding="utf-8"))


def reached(template: str) -> Iterator[str]:
    """`template` and all those that it extends, imports or includes."""
    yield template
    for node in parsed(template).find_all((nodes.Extends, nodes.FromImport, nodes.Include)):
        if not isinstance(node.template, nodes.Const):
            continue  # icon.html draws whichever icon it is asked for
        if not node.template.value.startswith(".icons"):
            yield from reached(node.template.value)


def test_every_component_is_on_the_page() -> None:
    components = {f"partials/{path.name}" for path in (OVERRIDES / "partials").glob("*.html")}
    assert components - set(reached("layouts/style.html")) - ON_EVERY_PAGE == set()


def test_every_macro_is_on_the_page() -> None:
    macros = {macro.name for macro in parsed("cards.html").find_all(nodes.Macro)}
    calls = parsed("layouts/style.html").find_all(nodes.Call)
    assert macros - {call.node.name for call in calls if isinstance(call.node, nodes.Name)} == set()


@pytest.mark.parametrize(("path", "language"), [("styl", "cs"), ("en/style", "en")])
def test_the_page_is_there_and_hidden(built: Path, path: str, language: str) -> None:
    page = lxml.html.document_fromstring((built / path / "index.html").read_bytes())
    assert page.get("lang") == language
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert f"/{path}/" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    home = (built / "index.html").read_text(encoding="utf-8") + (built / "en/index.html").read_text(
        encoding="utf-8"
    )
    assert f"/{path}/" not in home
    kinds = set(page.xpath("//article/@class"))
    assert {"card card-events", "card card-events card-plain"} <= kinds, "with and without a picture"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.name)
def test_samples_have_no_mistakes_and_show_all_that_markdown_can(path: Path) -> None:
    code = path.name.split(".")[1]
    language = Language(code, code, "", read_catalogue(CATALOGUES / f"{code}.po"))
    text = render(path.read_text(encoding="utf-8"), Position(path.name), labels(language))
    assert text.problems == ()
    html = text.html(lambda reference: reference.target)
    for part in (
        "<table",
        "<blockquote",
        "<pre",
        "checkbox",
        "<details",
        "footnote",
        "<ol",
        *map(language.text, ALERTS),
    ):
        assert part in html, part


def test_colours_can_be_told_apart() -> None:
    light, dark = (
        (OVERRIDES / f"assets/{name}.css").read_text(encoding="utf-8") for name in ("site", "dark")
    )
    found = dict(palettes(light, dark))
    assert found.keys() == {"light", "dark"}
    poor = [(name, pair) for name, pairs in found.items() for pair in pairs if pair.contrast < pair.needed]
    assert poor == []
