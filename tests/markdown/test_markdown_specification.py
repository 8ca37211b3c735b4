"""The examples of the CommonMark specification 0.31.2, compared as trees that a browser would build."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from site_builder.markdown import Rendered

EXAMPLES = json.loads(Path(__file__).with_name("data").joinpath("commonmark-0.31.2.json").read_text("utf-8"))

# Numbers of the examples that read differently here on purpose, by the reason.
DIFFERENT = {
    "HTML comments are left out": (177, 179, 183, 308, 309, 625, 626),
    "declarations and processing instructions are left out": (180, 182, 627, 628, 629),
    "tags outside the allow-list are left out": (
        *(150, 163, 170, 171, 172, 173, 176, 178, 201, 491, 524, 536, 613, 614, 615, 617),
    ),
    "attributes outside the allow-list are left out": (152, 153, 154, 164, 169, 616),
    "schemes other than http, https, mailto and tel are left out": (596, 598, 599, 601),
    "the title of a picture says whose work it is, for everybody to see": (
        *(475, 572, 573, 576, 577, 579, 584, 585, 586, 587, 588, 589, 591),
    ),
    "GitHub's extension links bare addresses": (602, 608, 611, 612),
}
LISTED = {number for numbers in DIFFERENT.values() for number in numbers}

Tree = tuple[Any, ...]


def comparable(element: Element) -> Tree:
    """`element` without what this site adds on purpose: ids of headings, hints for browsers, frames of tables."""
    tag = str(element.tag)
    children = list(element)
    if element.get("class") == "table-scroll":
        return comparable(children[0])
    added = {"a": {"rel"}, "img": {"loading", "decoding"}}.get(
        tag, {"id"} if re.fullmatch("h[1-6]", tag) else set()
    )
    attributes = sorted((name, value) for name, value in element.attrib.items() if name not in added)
    # The line end after `<pre>` counts nowhere; html5lib keeps it in a cell of a table.
    text = (element.text or "").removeprefix("\n" if tag == "pre" else "")
    return tag, attributes, text, [(comparable(child), child.tail or "") for child in children]


def test_all_are_there() -> None:
    assert [example["number"] for example in EXAMPLES] == list(range(1, 653))
    assert sum(map(len, DIFFERENT.values())) == len(LISTED)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["number"]))
def test_example(example: dict[str, Any], html: Callable[[str], str], tree: Callable[[str], Element]) -> None:
    same = comparable(tree(html(example["markdown"]))) == comparable(tree(example["html"]))
    assert same is (example["number"] not in LISTED)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["number"]))
def test_looking_for_positions_changes_nothing_else(
    example: dict[str, Any], quick_page: Callable[[str], Rendered]
) -> None:
    quick = quick_page(example["markdown"])
    found = quick.located()
    assert quick.html(lambda reference: reference.target) == found.html(lambda reference: reference.target)
    assert (quick.headings, quick.ids, quick.problems) == (found.headings, found.ids, found.problems)
    assert [reference.text for reference in quick.references] == [r.text for r in found.references]
