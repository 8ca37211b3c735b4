"""Every link and picture knows its line and column."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.markdown import Rendered

Page = Callable[[str], Rendered]

# The link or picture in question is always the one to `X`.
TEXTS = {
    "paragraph of lines": "žluť\n  šedá ![ž](a.svg) [ď](X)\nkonec",
    "heading": "## Šestý ~~ž~~ [a](X)",
    "setext heading": "Šestý\nsedmý [a](X)\n---",
    "quote": "> žluť\n> šeď\nlíně [a](X)",
    "alert": "> [!NOTE]\n> žluť\n> šeď [a](X)",
    "nested lists": "1. ž\n   - š\n     ě [a](X)",
    "quote in a list": "- > ž\n  >   š [a](X)",
    "task": "- [x] žluť [a](X)",
    "table": "| ž | š |\n|---|---|\n| č | ř [a](X) |",
    "table with escaped bars": "| ž | š |\n|---|---|\n| č \\| ď \\| ň [a](X) | ř |",
    "table in a list": "- | ž |\n  |---|\n  | č [a](X) |",
    "footnote": "ž[^1]\n\n[^1]: č\n    ď\n\n    ň [a](X)",
    "link by name": "ž [a\nb][ř] č\n\n[ř]: X",
    "link below definitions": "[r]: /a\n[q]: /b\nž\nž [a](X)",
    "angle brackets": "ž <https://X>",
    "after code, entities and emphasis": "*ž* `č\nď` &amp; &#x17E; \\* [a](X)",
    "picture in a link": "ž [![č](a.svg)](X)",
    "above the basic plane": "🦄 é [a](X)",
    "raw HTML": "žluť <b>č</b> <a href='X'>a</a>",
    "raw HTML block": "<div>\n<p>ž</p>\n\n- š <a title='>'\n  href='X'>a</a>\n\n</div>",
    "raw picture": "ž <!-- <img src='X' alt='a'> --> `<img src='X' alt='a'>` ž <img src='X' alt='a'>",
    "after a NUL": "\0 ž [a](X)",
    "carriage returns": "a\r\nž\r\n[a](X)\r\n",
}
OPENINGS = ("[a\nb][", "[a](X)", "[ď](X)", "<https://X>", "[![č", "<a href", "<a title", "<img")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_position(text: str, page: Page, first_line: int) -> None:
    (at,) = [reference.at for reference in page(text).references if reference.target.endswith("X")]
    offset = max(text.rfind(opening) for opening in OPENINGS)
    line, column = text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
    assert (at.path, at.line - first_line, at.column - 1) == ("content/a.cs.md", line, column)


BLOCKS = st.sampled_from(
    [
        "ž {}",
        "- š\n  {}",
        "> ě {}\n> č {}",
        "1. > ř\n   > {}",
        "| ď | ť |\n|---|---|\n| {} | ň {} |",
        "## ý {}",
        "á\n{}\né {}",
    ]
)


@given(st.lists(BLOCKS, max_size=8))
def test_positions_in_any_order_of_blocks(page: Page, first_line: int, blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    text = text.format(*(f"[l](l{number})" for number in range(text.count("{}"))))
    references = page(text).references
    assert len(references) == text.count("[l]")
    for reference in references:
        line = text.split("\n")[reference.at.line - first_line]
        assert line[reference.at.column - 1 :].startswith(f"[l]({reference.target})")
