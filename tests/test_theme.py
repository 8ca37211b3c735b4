"""Of the theme's stylesheet pages get what they use, and all of that."""

from __future__ import annotations

import re
from pathlib import Path

import material

from site_builder.theme import CLASSES, classes, used_rules

STYLESHEET = next(Path(material.__file__).parent.rglob("stylesheets/main.*.css")).read_text(encoding="utf-8")
OURS = frozenset({"card", "cards", "keys"})
"""Classes of this site's own that the theme has too, for other things."""


def test_every_class_of_the_theme_that_a_page_has_is_kept(built: Path) -> None:
    found: set[str] = set()
    for page in built.rglob("*.html"):
        for names in re.findall(r' class="([^"]*)"', page.read_text(encoding="utf-8")):
            found |= set(names.split())
    assert (found & classes(STYLESHEET)) - OURS == CLASSES


def test_every_icon_is_unheard_and_has_a_size_of_its_own(built: Path) -> None:
    """Without styles an icon with no size is as wide as the window."""
    drawn = {
        tag
        for page in built.rglob("*.html")
        for tag in re.findall(r"<svg [^>]*>", page.read_text(encoding="utf-8"))
    }
    assert drawn
    for tag in drawn:
        assert 'aria-hidden="true"' in tag
        assert re.search(r' width="\d+" height="\d+"', tag), tag


def test_what_no_page_has_is_left_out() -> None:
    assert len(used_rules(STYLESHEET)) < len(STYLESHEET) / 4
    assert classes(used_rules(STYLESHEET)) <= CLASSES


def test_a_rule_keeps_its_used_selectors_alone() -> None:
    css = ".md-typeset a,.md-nav a:is(:hover,:focus){color:red}.md-tabs{top:0}html{margin:0}"
    assert used_rules(css) == ".md-typeset a{color:red}html{margin:0}"


def test_groups_keep_what_is_used_in_them() -> None:
    css = "@media print{.md-tabs{top:0}.md-typeset p{top:1px}}@media screen{.md-tabs{top:0}}@keyframes x{0%{top:0}}"
    assert used_rules(css) == "@media print{.md-typeset p{top:1px}}"


def test_braces_in_strings_and_addresses_end_nothing() -> None:
    css = """.md-typeset p:before{content:"}{"}html{background:url("data:image/svg+xml;,<svg a='}'>")}"""
    assert used_rules(css) == css


def test_properties_that_nothing_asks_for_are_left_out() -> None:
    css = ":root{--used:1px;--not:url('a;b')}:root{--lone:0}html{margin:var(--used)}"
    assert used_rules(css) == ":root{--used:1px}html{margin:var(--used)}"
