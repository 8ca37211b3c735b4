"""The line `audio:` is set, and not a byte besides it."""

from __future__ import annotations

from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.reading.front_matter import parse_document
from site_builder.reading.source import SourceFile
from site_builder.studio.front_matter import with_field

NEW = "dil.cs.mp3"


def changed(before: str) -> str:
    after = with_field(before, "audio", NEW)
    assert after is not None
    return after


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("audio: dil.cs.m4a", f"audio: {NEW}"),
        ("audio:", f"audio: {NEW}"),
        ("audio:   ", f"audio: {NEW}"),
        ('audio: "dil.cs.m4a"', f"audio: {NEW}"),
        ("audio: 'a # b.mp3'  # natočeno v dubnu", f"audio: {NEW}  # natočeno v dubnu"),
        ("audio: a.mp3 # poznámka", f"audio: {NEW} # poznámka"),
        ("audio : a.mp3", f"audio : {NEW}"),
        (f"audio: {NEW}", f"audio: {NEW}"),
        (f'audio: "{NEW}"', f'audio: "{NEW}"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_line_is_set(line: str, after: str, end: str, mark: str) -> None:
    header = f"{mark}---\ntitle: Díl\n{line}\nchapters:\n  - start: 0\n    audio: x\n---\nText.\naudio: a\n"
    text = header.replace("\n", end)
    assert changed(text) == text.replace(line + end, after + end, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_is_added(end: str) -> None:
    text = "---\ntitle: Díl\ntopics:\n  - a\n---\nText.\n\n---\n".replace("\n", end)
    added = text.replace(f"  - a{end}", f"  - a{end}audio: {NEW}{end}")
    assert changed(text) == added


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text without a header.\n",
        "---\ntitle: a\n",
        "---\n{title: Díl, audio: a.mp3}\n---\n",
        "---\naudio: [a.mp3]\n  \n- b\n---\n",
        "---\ntitle: a\ntitle: b\naudio: c.mp3\n---\n",
        "---\naudio: >-\n  a.mp3\n---\n",
    ],
)
def test_what_no_line_can_say_is_left_alone(text: str) -> None:
    assert with_field(text, "audio", NEW) is None


@given(
    st.lists(
        st.sampled_from(
            ["title: a", "audio: b.mp3", "audio:", "", "# c", "topics: [a]", "x: |", "  audio: d"]
        )
    ),
    st.text("ab-\n\u2028\x85: #", max_size=30),
)
def test_one_line_differs_at_most(lines: list[str], body: str) -> None:
    text = "\n".join(["---", *lines, "---", body])
    after = with_field(text, "audio", NEW)
    if after is None:
        return
    raw, _ = parse_document(SourceFile("", after))
    assert raw.fields["audio"].value.text == NEW  # type: ignore[union-attr]
    changes = [line for line in ndiff(text.split("\n"), after.split("\n")) if line[0] in "+-"]
    assert sum(line[0] == "+" for line in changes) <= 1
    assert sum(line[0] == "-" for line in changes) <= 1
