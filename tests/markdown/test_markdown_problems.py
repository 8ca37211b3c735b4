"""What the engine tells the editor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.markdown import Rendered
from site_builder.problems import Severity

Found = Callable[[str], list[tuple[str, int, int]]]
Html = Callable[[str], str]
Page = Callable[[str], Rendered]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ž ![](a.svg)", ("missing-alt", 1, 3)),
        ("ž\n\n![ ](a.svg)", ("missing-alt", 3, 1)),
        ("ž <img src='a.svg'>", ("missing-alt", 1, 3)),
        ("## A\n\n# B", ("h1-in-text", 3, 1)),
        ("## A\n\n#### B", ("skipped-heading", 3, 1)),
        ("### A", ("skipped-heading", 1, 1)),
        ("<h2>A</h2>\n\n<h4>B</h4>", ("skipped-heading", 3, 1)),
        ("ž [](a.md)", ("empty-link", 1, 3)),
        ("ž <a href='a.md'> </a>", ("empty-link", 1, 3)),
        ("ž [a](javascript:alert(1))", ("forbidden-link", 1, 3)),
        ("ž <b>č</b> [a](foo:bar)", ("forbidden-link", 1, 12)),
        ("ž <data:text/html,x>", ("forbidden-link", 1, 3)),
        ("ž ![a](data:image/png;base64,x)", ("forbidden-link", 1, 3)),
        ("ž [a](&#106;avascript:x)", ("forbidden-link", 1, 3)),
        ("ž [a][b]\n\n[b]: vbscript:x", ("forbidden-link", 1, 3)),
        ("[a](file:///c:/x)", ("forbidden-link", 1, 1)),
        ("- ž\n  <script>x</script>", ("forbidden-html", 2, 3)),
        ("`<script>` ž <script>x</script>", ("forbidden-html", 1, 14)),
        ("<!-- <script> -->\n\nž <script>x</script>", ("forbidden-html", 3, 3)),
        ("<div>\n\nž <i\nonclick='x'>č</i>\n\n</div>", ("forbidden-html", 3, 3)),
        ("ž <b style='color: red'>č</b>", ("forbidden-html", 1, 3)),
        ("ž <a href=' java\tscript:x'>č</a>", ("forbidden-html", 1, 3)),
        ("ž <img src='data:x' alt='č'>", ("forbidden-html", 1, 3)),
        ("<iframe src='https://a.cz'></iframe>", ("forbidden-html", 1, 1)),
        ("<style>p {}</style>", ("forbidden-html", 1, 1)),
        ("ž <form action='x'></form>", ("forbidden-html", 1, 3)),
        ("ž <input type='text'>", ("forbidden-html", 1, 3)),
        ("ž <doplnit>", ("forbidden-html", 1, 3)),
        ("ž <b class='x'>č</b>", ("dropped-attribute", 1, 3)),
        ("ž <b id='__config'>č</b>", ("dropped-attribute", 1, 3)),
        (">" * 500 + " <b>x</b>", ("too-deep", 1, 1)),
    ],
)
def test_problem(text: str, problem: tuple[str, int, int], found: Found) -> None:
    assert found(text) == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "## A\n### B\n## C\n### D\n#### E",
        "[![logo](a.svg)](b.md)",
        "<img src='a.svg' alt=''>",
        "<a id='kotva'></a>",
        "<!-- <script> -->",
        "`<script>` \\<script>",
        "```html\n<iframe>\n```\n",
        "    <style>\n",
        "| `<b onclick=x>` \\| `<form>` |\n|---|\n",
        (
            "<details open><summary>Více</summary>\n\nText s <kbd>Ctrl</kbd>"
            " a <abbr title='Evropská unie'>EU</abbr>.\n\n</details>"
        ),
        "<https://a.cz> <info@a.cz>",
        "<span lang='en'>policy lab</span>, H<sub>2</sub>O, m<sup>2</sup>, <mark>a</mark>, <q>b</q><br>c",
        "1 < 2 a 3 > 2; a<b",
        "[a](soubor.pdf) [b](#kotva) [c](/cesta/?a:b) [d](c.md#x:y)",
    ],
)
def test_nothing_to_mend(text: str, found: Found) -> None:
    assert found(text) == []


def test_severity(page: Page) -> None:
    codes = {
        problem.code
        for problem in page("# A\n\n#### B\n\n<b class='x'>c</b> [](d) ![](e) <script>").problems
        if problem.severity is Severity.WARNING
    }
    assert codes == {"h1-in-text", "skipped-heading", "dropped-attribute"}


def test_every_place_is_filled(page: Page) -> None:
    text = "# A\n\n### B\n\n<b class='x' style='y'>c</b> [](d) ![](e) [f](g:h) <a href='i:j'>k</a> <script>"
    problems = page(text).problems
    assert len({problem.message for problem in problems}) == 9
    for problem in problems:
        assert "{" not in problem.message.format(**problem.values) + problem.hint.format(**problem.values)


def test_a_forbidden_link_is_drawn_as_its_text(html: Html) -> None:
    assert html("[a](javascript:x) ![b](data:y) <b>c</b>") == "<p><a>a</a> b <b>c</b></p>\n"


def test_what_is_too_deep_is_shown_as_text(html: Html) -> None:
    shown = html(">" * 500 + " <b onclick=x>x</b>")
    assert "&lt;b onclick=x&gt;" in shown
