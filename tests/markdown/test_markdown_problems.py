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
        ("ž ![a](data:image/png;base64,x)", ("pasted-picture", 1, 3)),
        ("ž <img src='data:image/png;base64,x' alt='č'>", ("pasted-picture", 1, 3)),
        ("ž [a](&#106;avascript:x)", ("forbidden-link", 1, 3)),
        ("ž [a][b]\n\n[b]: vbscript:x", ("forbidden-link", 1, 3)),
        ("[a](file:///c:/x)", ("local-file", 1, 1)),
        (r"[a](C:\Users\jana\text.docx)", ("local-file", 1, 1)),
        (r"[a](\\server\text.docx)", ("local-file", 1, 1)),
        (r"<a href='\\server\text.docx'>č</a>", ("local-file", 1, 1)),
        ("ž <img src='c:/a.png' alt='č'>", ("local-file", 1, 3)),
        ("ž ![Obrázek](a.svg)", ("alt-says-nothing", 1, 3)),
        ("ž ![IMG_2034](a.svg)", ("alt-says-nothing", 1, 3)),
        ("ž ![leto-2026.jpg](a.svg)", ("alt-says-nothing", 1, 3)),
        ("Plán je [zde](a.pdf).", ("link-says-nothing", 1, 9)),
        ("[Klikněte ZDE »](a.pdf)", ("link-says-nothing", 1, 1)),
        ("ž [a](můj text.pdf)", ("link-with-spaces", 1, 3)),
        ("ž ![a](plán (1).png)", ("link-with-spaces", 1, 4)),
        ("ž [a] (plan.pdf)", ("link-apart", 1, 3)),
        ("ž (a)[https://a.cz/b]", ("link-swapped", 1, 3)),
        ("ž [a](<b.md", ("link-not-closed", 1, 3)),
        ("ž [a](b.md a dál.\n\nText.", ("link-not-closed", 1, 3)),
        ("ž [a][neni]", ("link-undefined", 1, 3)),
        ("ž [a](b.md „c“)", ("link-title-quotes", 1, 3)),
        ('ž [a](b.md "c "d"")', ("link-title-inner-quotes", 1, 3)),
        ('ž ![a](b.jpg "c "d"")', ("link-title-inner-quotes", 1, 4)),
        ("ž ![a](b.jpg Foto: Jana)", ("link-title-without-quotes", 1, 4)),
        ('ž ![a](b.jpg "Foto: Jana)', ("link-title-without-quotes", 1, 4)),
        ('ž ![a] (b.jpg "Foto: Jana")', ("link-apart", 1, 4)),
        ('ž\n\n! [a](b.jpg "Foto: Jana")', ("picture-apart", 3, 1)),
        ("ž [a](+420 123 456 789)", ("link-telephone", 1, 3)),
        ("ž [a](tel:123 456 789)", ("link-telephone", 1, 3)),
        ("ž [a](htps://b.cz)", ("broken-address", 1, 3)),
        ("ž[^1]\n\n[^1]: č\n[^1]: ď", ("footnote-twice", 4, 1)),
        ("ž\n\n• č\n• ď", ("bullets-without-list", 3, 1)),
        ("ž:\n–\tč\n–\tď", ("bullets-without-list", 2, 1)),
        ("ž[^1]", ("footnote-without-text", 1, 2)),
        ("ž\n\n[^1]: č", ("footnote-unused", 3, 1)),
        ("ž\n\n```\nč\n\n## A", ("code-not-closed", 3, 1)),
        ("ž\n\n> ~~~~\n> č\n> ~~~\n\nA", ("code-not-closed", 3, 3)),
        ("ž\n\n<!-- č\n\nA", ("comment-not-closed", 3, 1)),
        ("| ž | č |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |", ("table-cells", 4, 1)),
        ("| ž | č |\n|---|\n| 1 | 2 |", ("table-cells", 2, 1)),
        ("A\n\n##B", ("heading-without-space", 3, 1)),
        ("<p class=MsoNormal>a<o:p></o:p></p>\n<p class=MsoNormal>b</p>", ("word-html", 1, 1)),
        ("ž <span style='mso-fareast-language:CS'>č</span>", ("word-html", 1, 3)),
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
        "<!-- poznámka\n\npro redakci -->\n\nText.",
        "[Y](https://a.cz/Y_(z)) [12](viz str. 5) [sic] (doslova) [1][2] #hashtag C: je disk",
        "- [ ] (plan.pdf)\n- [x] hotovo",
        "`[a](b c.md)` \\[a](b c.md)\n\n    [a](b c.md)\n\n```\n[a](b c.md) [^1] ##A\n| a |\n|--|--|\n```",
        "[a][b] [b][] [b] [a][B]\n\n[b]: c.md 'd'",
        "Text[^1] a[^Dva].\n\n[^1]: První.\n[^dva]: Druhá,\n    s odstavcem.",
        "- ```\n  a\n  ```\n\n> ~~~\n> b\n> ~~~\n\n````\n```\n````",
        "a | b\n--|--\nc | `x\\|y`\n| d |\n\nx | y\n\n---",
        "![Kočka IMG](a.svg) [Více o bydlení](b.md) [zde najdete plán](c.md)",
        '[a](b.md \'č\') [a](<b c.md>) [a](b%20c.md) [a](b.md "č") [a](b.md\n"č")',
        "Pozor! [a](b.jpg) [12](3 456 789) [a](tel:112) [viz](str. 5)",
        "– Kdo je tam?\n\n– Já.\n\n• jen jedna\n\n    • a\n    • b\n\n```\n– a\n– b\n```",
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
