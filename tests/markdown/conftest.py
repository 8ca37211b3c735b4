"""What all tests of the Markdown room share: a page in Czech that begins on line 11 of its file."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
import pytest

from site_builder.markdown import Labels, Rendered, render
from site_builder.problems import Position

LABELS = Labels(
    note="Poznámka",
    tip="Tip",
    important="Důležité",
    warning="Upozornění",
    caution="Pozor",
    footnotes="Poznámky pod čarou",
    back_to_text="Zpět k textu, odkaz {number}",
    table="Tabulka",
    done="Hotovo",
    to_do="Zbývá",
)


@pytest.fixture(scope="session")
def first_line() -> int:
    return 11


@pytest.fixture(scope="session")
def quick_page(first_line: int) -> Callable[[str], Rendered]:
    """The page as it is rendered first, with positions only where there are problems."""
    return lambda text: render(text, Position("content/a.cs.md", first_line), LABELS)


@pytest.fixture(scope="session")
def page(quick_page: Callable[[str], Rendered]) -> Callable[[str], Rendered]:
    """The page with all positions."""
    return lambda text: quick_page(text).located()


@pytest.fixture(scope="session")
def html(page: Callable[[str], Rendered]) -> Callable[[str], str]:
    """The HTML with every address as written."""
    return lambda text: page(text).html(lambda reference: reference.target)


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Element]:
    """HTML as a browser reads it; html5lib loses what a table at the very top throws out of itself."""
    return lambda html: html5lib.parseFragment(
        f"<main>{html}", treebuilder="etree", namespaceHTMLElements=False
    )


@pytest.fixture(scope="session")
def found(page: Callable[[str], Rendered], first_line: int) -> Callable[[str], list[tuple[str, int, int]]]:
    """The problems of a text: code, line and column, the text's first line being 1."""
    return lambda text: [(p.code, p.at.line - first_line + 1, p.at.column) for p in page(text).problems]
