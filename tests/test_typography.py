"""Texts are set as their language has it; code, tags and addresses stay as they were written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import SITES, copy_site

from site_builder.load import labels
from site_builder.markdown import render
from site_builder.plugin import build_site
from site_builder.problems import Position
from site_builder.report import editor_language
from site_builder.typography import typeset, typeset_text

NBSP = "\xa0"
TAG = re.compile(r"<[^<>]*>")

HTML = st.lists(
    st.sampled_from(
        [
            *"ksvzouai",
            *(f" {letter} " for letter in "kKvVaA"),
            *(
                "5 %",
                "10 000 Kč",
                "1. března",
                "1999-2004",
                "3.-5. května",
                "2026-10-13 10:00-12:00",
                "9:00-10:30",
                " -- ",
                "J. K. Novák",
                "č. CZ.03",
                "602-123-456",
                " - ",
                " – ",
                "...",
                "&quot;",
                "'",
                "č. 5",
                "§ 2",
                "\n",
            ),
            *(
                '<a href="',
                'x-2020-2021">',
                "<em>",
                "</em>",
                "<code>a - v b</code>",
                '<img src="a" alt="v &quot;b&quot;">',
            ),
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("V Praze a v Brně", "V~Praze a~v~Brně"),
        ("Půjdeme (k řece) i „v lese“", "Půjdeme (k~řece) i~„v~lese“"),
        ("konec řádku s\ndalším", "konec řádku s~dalším"),
        ("10 000 lidí, 5 %, 20 °C, 3 mil. Kč", "10~000 lidí, 5~%, 20~°C, 3~mil. Kč"),
        ("1. března 2026, 1. 3. 2026", "1.~března 2026, 1.~3.~2026"),
        ("zákon č. 99/2019, § 5 odst. 1 písm. b", "zákon č.~99/2019, §~5 odst.~1 písm.~b"),
        ("v letech 2020-2025 - ano", "v~letech 2020–2025~– ano"),
        ("A dál...", "A~dál…"),
        ("&quot;Ano&quot;, řekl (&quot;ne&quot;).", "„Ano“, řekl („ne“)."),
        ("<em>&quot;Ano&quot;</em> &quot;<b>ne</b>&quot;", "<em>„Ano“</em> „<b>ne</b>“"),
        (
            "Ptal se: &quot;Víš, co znamená &quot;ano&quot;?&quot; &quot;Ne&quot;.",
            "Ptal se: „Víš, co znamená ‚ano‘?“ „Ne“.",
        ),
        ("&quot;„už hotovo“&quot; a 12&quot; monitor", "„„už hotovo““ a~12&quot; monitor"),
        ("<p>&quot;Nezavřené</p>\n<p>&quot;Ano&quot;.</p>", "<p>„Nezavřené</p>\n<p>„Ano“.</p>"),
        ("20. století, s. 5, v roce 2020. Potom", "20.~století, s.~5, v~roce 2020. Potom"),
        ("&quot;<code>a - b v c</code>&quot;", "„<code>a - b v c</code>“"),
        ("projekt č. CZ.03.02.02/00/22_004", "projekt č.~CZ.03.02.02/00/22_004"),
        ("J. Novák, (M. K. Čapek)", "J.~Novák, (M.~K.~Čapek)"),
        ("3.-5. května, 28.-30. 9.", "3.–5.~května, 28.–30.~9."),
        ("<td>9:00-10:30</td> (10:00-12:00).", "<td>9:00–10:30</td> (10:00–12:00)."),
        ("10:00-12:00 -- oběd", "10:00–12:00~– oběd"),
    ],
)
def test_czech(written: str, set_: str) -> None:
    assert typeset(written, "cs") == set_.replace("~", NBSP)


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("It's &quot;fine&quot; - a 5 km walk", "It’s “fine”~– a 5~km walk"),
        ("Mr Smith, No. 5, § 2", "Mr~Smith, No.~5, §~2"),
        ("J. R. Smith -- at 10:00-12:00", "J.~R.~Smith~– at 10:00–12:00"),
        ("the editors'\npage", "the editors’\npage"),
        ("the editors' page, isn't it", "the editors’ page, isn’t it"),
        ("called 'the editors' page", "called 'the editors' page"),
        ("I am a person in v o u", "I am a person in v o u"),
    ],
)
def test_english(written: str, set_: str) -> None:
    assert typeset(written, "en") == set_.replace("~", NBSP)


@pytest.mark.parametrize(
    "written",
    [
        '<a href="/a-2020-2025/">https://web.example/a...b?v=1-2</a>',
        '<h2 id="2020-2025">Plán</h2>',
        '<pre><code>x = "a v b" - 1 000 ...</code></pre>',
        "Iso 2026-03-01, telefon 123-456, CZ.03.02.02/00/22_004",
        "Slovo končí na a, pak další.",
        "2026-10-13 10:00-02:00, 2026-10-13T10:00-02:00, verze 1.2-3.4 a-3.-5., 10:00-12:00:30",
        '<a href="https://web.example/?od=10:00-12:00">https://web.example/10:00-12:00</a><!-- x -->',
    ],
)
def test_what_is_no_text_stays(written: str) -> None:
    assert typeset(written, "cs") == written


def test_code_that_holds_links_stays_and_quotes_reach_over_links() -> None:
    text = 'Řekl "[Ano](a.md)" a "ne".\n\n<pre>git log - <a href="b.md">a v b</a> - c "d"</pre>\n\n&#1; v [lese](c.md)'
    for written, expected in (
        (
            text.partition("&#1;")[0],
            ["„", f"“ a{NBSP}„ne“", '<pre>git log - <a href="b">a v b</a> - c "d"</pre>'],
        ),
        (text, ['&quot;<a href="a">Ano', "\1 v <a"]),
    ):
        rendered = render(written, Position("a.md"), labels(editor_language("cs")), "cs")
        html = rendered.html(lambda reference: reference.target.removesuffix(".md")).replace(
            "&quot;d&quot;", '"d"'
        )
        assert all(part in html for part in expected), html


def test_a_language_without_rules_stays_as_it_is_written() -> None:
    assert typeset('V 5 % - "a"', "sl") == 'V 5 % - "a"'


def test_plain_text_is_set_like_html() -> None:
    assert typeset_text('Úřad "Ano" & v <b> R&amp;D', "cs") == f"Úřad „Ano“ & v{NBSP}<b> R&amp;D"


@given(HTML, st.sampled_from(["cs", "en"]))
def test_once_is_enough_and_tags_stay(html: str, language: str) -> None:
    once = typeset(html, language)
    assert typeset(once, language) == once
    assert [re.sub(r' alt="[^"]*"', "", tag) for tag in TAG.findall(once)] == [
        re.sub(r' alt="[^"]*"', "", tag) for tag in TAG.findall(html)
    ]


@given(HTML, st.sampled_from(["cs", "en"]))
def test_only_spaces_and_marks_change(html: str, language: str) -> None:
    assert _as_typed(typeset(html, language)) == _as_typed(html)


def _as_typed(html: str) -> str:
    """`html` with the marks of a keyboard."""
    html = re.sub("[\xa0\n]", " ", html).replace("…", "...").replace("’", "'")
    return re.sub("&quot;|[„“”‚‘]", '"', re.sub("[–-]+", "-", html)).replace("'", '"')


@pytest.mark.parametrize(("field", "expected"), [("", "v\xa0Praze"), ("typography: false\n", "v Praze")])
def test_front_matter_turns_it_off(field: str, expected: str, tmp_path: Path) -> None:
    site = copy_site(SITES / "valid/one-language", tmp_path / "site")
    page = site / "content/articles/mesto.cs.md"
    page.write_text(
        f"---\ntitle: Byt v Praze\ndescription: Bydlet v Praze.\ndate: 2026-01-01\n{field}---\n\nŽít v Praze.\n",
        encoding="utf-8",
    )
    html = (build_site(site).folder / "clanky/mesto/index.html").read_text(encoding="utf-8")
    for text in (f"<h1>Byt {expected}</h1>", f"Bydlet {expected}.</p>", f"<p>Žít {expected}.</p>"):
        assert text in html
