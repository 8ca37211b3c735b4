"""Nothing dangerous gets through and nothing breaks the engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.markdown import Rendered
from site_builder.markdown.engine import to_html
from site_builder.markdown.policy import ATTRIBUTES, GENERIC_ATTRIBUTES

Html = Callable[[str], str]
Page = Callable[[str], Rendered]
Tree = Callable[[str], Element]

WRITTEN_BY_THE_ENGINE = {"class", "role", "tabindex", "aria-label", "rel", "loading", "decoding"}
SNIPPETS = [
    *(
        "<script>",
        "</script>",
        "<script src=x>",
        "<ScRiPt\n>",
        "<svg onload=x>",
        "<math>",
        "<style>",
        "</style>",
        "<iframe srcdoc='",
    ),
    *(
        "<img src=x onerror=y>",
        "<a href='javascript:x'>",
        "<a href=java&Tab;script:x>",
        "</a>",
        "<b\tonclick=x>",
        "<div ",
        "<div>",
    ),
    *(
        "</div>",
        "<p>",
        "<table>",
        "<td>",
        "<select>",
        "<template>",
        "<noscript>",
        "<textarea>",
        "<title>",
        "<plaintext>",
        "<base href=x>",
    ),
    *(
        "<input>",
        "<input type=text class=task-list-item-checkbox>",
        "<form action=x>",
        "<meta http-equiv=refresh>",
        "<xmp>",
        "<?",
        "?>",
    ),
    *(
        "<!--",
        "-->",
        "--!>",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE x>",
        "`",
        "```\n",
        "    ",
        "> ",
        "- ",
        "- [ ] ",
        "1. ",
        "# ",
        "| a |\n|---|\n| ",
    ),
    *(
        "[a](javascript:x)",
        "[a](",
        ")",
        "![b](data:x)",
        "![",
        "[",
        "](",
        "]",
        "[^1]",
        "\n\n[^1]: ",
        "[c]: vbscript:x\n",
        "[c]",
        "> [!NOTE] ",
    ),
    *(
        '"',
        "'",
        "=",
        "<",
        ">",
        "&",
        "&lt;script&gt;",
        "&#x3c;",
        "\\",
        "*",
        "_",
        "~~",
        "\n",
        "\n\n",
        "\t",
        " ",
        "\0",
        "\r",
        "\ufeff",
        "ž",
        "🦄",
        "x",
    ),
    *(
        "onclick=x",
        "style=x",
        'data-sourcepos="1:1-9:9"',
        'data-sourcepos="99999999999:1-1:1"',
        "<a data-footnote-ref href=x>",
        "<b id=__x>",
    ),
    *(
        '<p class="markdown-alert-title">',
        '<div class="markdown-alert markdown-alert-note">',
        "www.a.cz",
        "a@b.cz",
        "<javascript:x>",
        "<a:b>",
    ),
]
TEXTS = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=5), max_size=25).map("".join)


def assert_harmless(root: Element) -> None:
    for element in root.iter():
        tag = str(element.tag)
        if tag in ("DOCUMENT_FRAGMENT", "main"):
            continue
        assert tag in ATTRIBUTES
        for name, value in element.attrib.items():
            assert name in ATTRIBUTES[tag] | GENERIC_ATTRIBUTES | WRITTEN_BY_THE_ENGINE
            if name == "id":
                assert not value.startswith("__")
            if name in ("href", "src"):
                bare = re.sub(r"[\x00-\x20]", "", value).lower()
                assert not re.match(r"[a-z][a-z0-9+.-]*:", bare) or bare.startswith(
                    ("http:", "https:", "mailto:", "tel:")
                )
        if tag == "input":
            assert element.get("type") == "checkbox"
            assert "disabled" in element.attrib


@given(TEXTS)
@example('<div data-sourcepos="1:1-9:9" onclick=x>')
@example("<a:b><script>x</script>")
@example('[a](<x" onerror="y>) ![b](<x" onerror="y> "t\\" onclick=\\"z")')
def test_only_what_is_allowed_gets_through(html: Html, tree: Tree, text: str) -> None:
    assert_harmless(tree(html(text)))


@given(TEXTS)
def test_nothing_dangerous_vanishes_silently(page: Page, tree: Tree, text: str) -> None:
    written = tree(to_html(text.replace("\0", "\ufffd")))
    dangerous = any(
        element.tag in {"script", "iframe", "style", "form"}
        or any(name.startswith("on") for name in element.attrib)
        for element in written.iter()
    )
    assert not dangerous or page(text).problems


@given(st.text())
def test_any_text_is_a_page(page: Page, text: str) -> None:
    rendered = page(text)
    assert len(rendered.parts) == 2 * len(rendered.references) + 1
    assert rendered.parts[1::2] == tuple(reference.target for reference in rendered.references)
    assert {heading.id for heading in rendered.headings} <= rendered.ids


@given(TEXTS)
def test_positions_lie_in_the_file(page: Page, first_line: int, text: str) -> None:
    rendered = page(text)
    last = first_line + len(re.split(r"\r\n?|\n", text)) - 1
    for at in [*(r.at for r in rendered.references), *(p.at for p in rendered.problems)]:
        assert first_line <= at.line <= last
        assert at.column >= 1


@given(
    st.lists(
        st.sampled_from(
            ["## a\n", "## a 1\n", "### Á\n", "x[^1]\n\n", "[^1]: y\n\n", "## fn 1\n", "<i id=a>z</i>\n\n"]
        )
    )
)
def test_ids_of_headings_are_unique(page: Page, html: Html, tree: Tree, blocks: list[str]) -> None:
    headings = [heading.id for heading in page("".join(blocks)).headings]
    elements = tree(html("".join(blocks))).iter()
    others = {element.get("id") for element in elements if not re.fullmatch("h[1-6]", str(element.tag))}
    assert len(headings) == len(set(headings))
    assert not others & set(headings)


HOSTILE = {
    "quotes": ">" * 10_000 + " x",
    "quotes and a tag": ">" * 10_000 + " <b>x</b>",
    "stars and a tag": "*" * 20_000 + "a" + "*" * 20_000 + "<b>",
    "a line of 1 MB": "slovo " * 170_000,
    "links on one line": "[ž](b) " * 20_000,
    "links on one line and a tag": "[ž](b) " * 20_000 + "<b>",
    "brackets": "[" * 50_000,
    "pictures": "![" * 50_000,
    "backticks": "".join("`" * length + "x" for length in range(1000)),
    "tags": "<b>" * 20_000,
    "tags with ids": "".join(f"<b id=a{number}>" for number in range(5000)) + "\n\nx" * 2000,
    "unclosed tag": "<div " * 50_000,
    "unclosed attribute": '<div x="' * 50_000,
    "unclosed comment": "<!--" * 50_000,
    "unclosed scripts": "<script>\n" * 20_000,
    "unclosed table": "<table><tr><td>" * 20_000,
    "different tags": "".join(f"<x{number}>" for number in range(10_000)),
    "raw pictures": "<img src=x>" * 10_000,
    "almost links": "[a] (b.md) (a)[b.md] [a](b c.md) [a][b] " * 5_000,
    "open links": "[ž](b.md " * 20_000,
    "open links with quotes": "[ž](b.md „" * 20_000,
    "open brackets and a bracket": "[a" * 20_000 + "](b c)",
    "round brackets": "[a](" + "(b.md " * 20_000,
    "footnotes without a text": "[^1]" * 20_000,
    "comments and an end": "--> " + "<!--" * 50_000,
    "fences": "- ```\n\n" * 5_000,
    "tables that are none": "| a | b |\n|---|\n" * 5_000,
    "a row of bars": "|--" * 20_000 + "|\n|--|\n",
    "hashes": "##a\n\n" * 10_000,
    "blanks in an address": "[a](" + " " * 50_000 + "b.md c)",
    "Word": "<p class=MsoNormal><o:p>a</o:p></p>\n" * 5_000,
    "headings": "## Kapitola\n" * 10_000,
    "definitions": "[a]: b\nž [x](y)\n" * 10_000,
    "table": "|" * 20_000 + "\n" + "|-" * 20_000 + "|\n" + "|x" * 20_000,
    "footnotes": "".join(f"[^{n}] " for n in range(2000)) + "".join(f"\n\n[^{n}]: x" for n in range(2000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_time(page: Page, text: str) -> None:
    start = process_time()
    page(text)
    assert process_time() - start < 2
