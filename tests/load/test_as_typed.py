"""Looking for what was typed and is nothing takes no time, whatever was typed."""

from __future__ import annotations

from time import process_time

import pytest

from site_builder.load import labels
from site_builder.load.as_typed import as_typed
from site_builder.markdown import render
from site_builder.problems import Position
from site_builder.report import editor_language

AT = Position("content/articles/a.cs.md", 1)


@pytest.mark.parametrize(
    "text", ["<code>" * 20_000 + " **a", "** a **b " * 20_000, "    Slovo, " + "a, " * 20_000]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    rendered = render(text, AT, labels(editor_language("cs")), "cs")
    start = process_time()
    as_typed(text, AT, rendered)
    assert process_time() - start < 1
