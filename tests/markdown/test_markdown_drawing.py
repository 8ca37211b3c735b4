"""What readers get."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from site_builder.markdown import Rendered

Html = Callable[[str], str]
Page = Callable[[str], Rendered]
Tree = Callable[[str], Element]


def test_parts_are_cut_at_the_references(page: Page) -> None:
    rendered = page("a [b](c?x=1&y=ž) ![d](<e f.svg>)\n")
    assert [reference.target for reference in rendered.references] == ["c?x=1&y=%C5%BE", "e%20f.svg"]
    assert rendered.parts[1::2] == ("c?x=1&y=%C5%BE", "e%20f.svg")
    assert rendered.html(lambda reference: f'/{reference.text}?"&') == (
        '<p>a <a href="/b?&quot;&amp;">b</a>'
        ' <img src="/d?&quot;&amp;" alt="d" loading="lazy" decoding="async"></p>\n'
    )


def test_external_links_reveal_no_window_and_open_none(html: Html) -> None:
    assert html("[a](https://a.cz)") == '<p><a href="https://a.cz" rel="noopener">a</a></p>\n'
    assert html("[a](//a.cz)") == '<p><a href="//a.cz" rel="noopener">a</a></p>\n'
    assert html("[a](b.cs.md 'Popis')") == '<p><a href="b.cs.md" title="Popis">a</a></p>\n'


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("viz www.esfcr.cz.", "http://www.esfcr.cz"),
        ("viz https://www.esfcr.cz/a_b.", "https://www.esfcr.cz/a_b"),
        ("pište na info@esfcr.cz.", "mailto:info@esfcr.cz"),
        ("[zavolejte](tel:+420123)", "tel:+420123"),
    ],
)
def test_addresses_become_links(page: Page, text: str, target: str) -> None:
    (reference,) = page(text).references
    assert reference.target == target
    assert not page(text).problems


def test_strikethrough(html: Html) -> None:
    assert html("~~ne~~") == "<p><del>ne</del></p>\n"


def test_tables_scroll_for_the_keyboard_too(html: Html) -> None:
    assert html("| a | b |\n|---|--:|\n| 1 | 2 |\n") == (
        '<div class="table-scroll" role="group" tabindex="0" aria-label="Tabulka"><table>\n'
        '<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table></div>\n'
    )


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("`---`", '<span class="unbroken">---</span>'),
        (
            "`site-builder fix -w`",
            '<span class="unbroken">site-builder</span> fix <span class="unbroken">-w</span>',
        ),
        ("`a-word-as-long-as-a-line`", "a-word-as-long-as-a-line"),
        ("`no hyphen`", "no hyphen"),
    ],
)
def test_short_words_of_code_are_not_broken_at_hyphens(html: Html, text: str, drawn: str) -> None:
    assert html(text) == f"<p><code>{drawn}</code></p>\n"


def test_blocks_of_code_stay_as_they_are(html: Html) -> None:
    assert html("```\na-b\n```\n") == "<pre><code>a-b\n</code></pre>\n"


def test_task_lists_say_their_state(html: Html) -> None:
    assert html("- [ ] koupit\n- [x] zjistit\n") == (
        '<ul class="contains-task-list">\n'
        '<li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled'
        ' aria-label="Zbývá"> koupit</li>\n'
        '<li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled checked'
        ' aria-label="Hotovo"> zjistit</li>\n</ul>\n'
    )


def test_footnotes_lead_there_and_back(page: Page, tree: Tree) -> None:
    rendered = page("a[^x] b[^x] c[^ž]\n\n[^x]: první [d](e)\n[^ž]: druhá\n[^unused]: nic\n")
    html = rendered.html(lambda reference: reference.target)
    links = [(a.get("href"), a.get("role"), a.get("aria-label")) for a in tree(html).iter("a")]
    assert links == [
        ("#fn-x", "doc-noteref", None),
        ("#fn-x", "doc-noteref", None),
        ("#fn-%C5%BE", "doc-noteref", None),
        ("e", None, None),
        ("#fnref-x", "doc-backlink", "Zpět k textu, odkaz 1"),
        ("#fnref-x-2", "doc-backlink", "Zpět k textu, odkaz 1-2"),
        ("#fnref-%C5%BE", "doc-backlink", "Zpět k textu, odkaz 2"),
    ]
    assert [a.findtext("sup") for a in tree(html).iter("a") if a.get("role") == "doc-backlink"] == [None] * 3
    assert '<section class="footnote" role="doc-endnotes" aria-label="Poznámky pod čarou">' in html
    assert rendered.ids >= {link[1:] for link, role, _ in links if link and role}
    assert "nic" not in html
    assert "data-" not in html
    assert [reference.target for reference in rendered.references] == ["e"]


@pytest.mark.parametrize(
    ("kind", "css", "title"),
    [
        ("NOTE", "note", "Poznámka"),
        ("TIP", "tip", "Tip"),
        ("IMPORTANT", "info", "Důležité"),
        ("WARNING", "warning", "Upozornění"),
        ("CAUTION", "danger", "Pozor"),
    ],
)
@pytest.mark.parametrize("raw", ["", "\n<br>\n"])
def test_alerts_are_admonitions(html: Html, kind: str, css: str, title: str, raw: str) -> None:
    assert html(f"> [!{kind}]\n> Text *zde*.\n{raw}").startswith(
        f'<div class="admonition {css}" role="note">\n<p class="admonition-title">{title}</p>\n'
        "<p>Text <em>zde</em>.</p>\n</div>"
    )


def test_an_alert_may_have_its_own_title(html: Html) -> None:
    assert '<p class="admonition-title">Kdo &lt;i&gt; proč</p>' in html("> [!TIP] Kdo <i> proč\n> x\n")


@pytest.mark.parametrize("raw", ["", "\n\n<br>\n"])
def test_anchors_are_ascii_and_unique(page: Page, raw: str) -> None:
    text = "## Příběh č. 2: „Šťastný konec“\n## Úvod\n### Úvod\n## Úvod 1\n### Úvod\n## Здравствуйте\n## *A* & `b` <\n"
    headings = page(text + raw).headings
    assert [(h.level, h.id, h.text) for h in headings] == [
        (2, "pribeh-c-2-stastny-konec", "Příběh č. 2: „Šťastný konec“"),
        (2, "uvod", "Úvod"),
        (3, "uvod-1", "Úvod"),
        (2, "uvod-1-1", "Úvod 1"),
        (3, "uvod-2", "Úvod"),
        (2, "section", "Здравствуйте"),
        (2, "a-b", "A & b <"),
    ]


def test_anchors_leave_footnotes_and_raw_ids_alone(page: Page) -> None:
    rendered = page('## Fn 1\n\n## Kotva\n\na[^1] <span id="kotva">b</span>\n\n[^1]: x\n')
    assert [heading.id for heading in rendered.headings] == ["fn-1-1", "kotva-1"]
    assert rendered.ids == {"fn-1", "fnref-1", "fn-1-1", "kotva", "kotva-1"}


def test_headings_read_without_marks(page: Page) -> None:
    (heading,) = page("## [Odkaz](a) ![obr](b.svg)[^1] a **tučně**\n\n[^1]: x\n").headings
    assert (heading.text, heading.id) == ("Odkaz obr a tučně", "odkaz-obr-a-tucne")
    assert page("##\n").headings == ()


def test_a_raw_heading_keeps_its_id(page: Page) -> None:
    (heading,) = page('<h2 id="Sem">Nadpis</h2>\n').headings
    assert (heading.level, heading.id, heading.text) == (2, "Sem", "Nadpis")


def test_words_are_counted_well_enough_for_a_reading_time(page: Page) -> None:
    text = "Dvě [slova](https://a.cz/b) a **ně**co dál, sedm celkem.\n\n" * 100
    assert abs(page(text).words - 900) < 150


def test_the_same_text_gives_the_same(page: Page) -> None:
    text = "# a\n\n<b id=x>[b](c)</b>[^1]\n\n[^1]: d\n"
    assert page(text) == page(text)
