"""Of the theme's stylesheet the site has what its pages use."""

from __future__ import annotations

import pytest

from site_builder.theme import used_styles


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("a{color:red}", "a{color:red}"),
        (".md-nav a{color:red}", ""),
        (".md-nav a,.md-typeset a{color:red}", ".md-typeset a{color:red}"),
        (".md-typeset .md-button{color:red}", ""),
        (".md-typeset :is(.tip,.md-nav) p,p{margin:0}", "p{margin:0}"),
        (".md-typeset a:not(.md-nav__link){color:red}", ".md-typeset a:not(.md-nav__link){color:red}"),
        ("@media print{.md-nav{color:red}}", ""),
        (
            "@media print{.md-nav{a:b}@supports (a:b){p{c:d}}}p{e:f}",
            "@media print{@supports (a:b){p{c:d}}}p{e:f}",
        ),
        ("@keyframes turn{0%{a:b}to{c:d}}.md-nav{a:b}", "@keyframes turn{0%{a:b}to{c:d}}"),
        ('@charset "UTF-8";.md-nav{a:b}', '@charset "UTF-8";'),
        ("""p{a:url("data:,{;}\\"'")}""", """p{a:url("data:,{;}\\"'")}"""),
        ("/* .md-nav{ */p{a:b}", "p{a:b}"),
    ],
)
def test_rules_of_components_that_no_page_has_are_left_out(css: str, kept: str) -> None:
    assert used_styles(css) == kept
