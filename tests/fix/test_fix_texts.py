"""Replacements in a file touch their place alone, whatever the file's line ends and the form of its letters."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.fix.alignment import Aligned
from site_builder.fix.texts import Edit, edit_of, offset_of, rewritten, touches, with_edits
from site_builder.problems import Position
from site_builder.reading.source import read_source
from site_builder.repairs import Replacement

LETTERS = st.sampled_from(
    "ab :áçř漢👍\u0301\u030c\u0327\u0f73\u212b\u1100\u1161\u11a8\uac00\u09c7\u09be\ufeff"
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.lists(
    st.tuples(st.text(LETTERS | st.characters(codec="utf-8"), max_size=12), ENDS), max_size=6
).map(lambda lines: "".join(line.replace("\n", "").replace("\r", "") + end for line, end in lines))


def read(written: str) -> str:
    """The text as the content's files are read, but for what is told of as a problem."""
    text = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


@given(TEXTS, st.booleans())
def test_a_text_in_pieces_is_the_text_as_it_is_read(written: str, has_mark: bool) -> None:
    aligned = Aligned("\ufeff" * has_mark + written)
    assert aligned.read() == read("\ufeff" * has_mark + written)


@given(TEXTS)
def test_every_place_is_found_in_the_file(written: str) -> None:
    aligned = Aligned(written)
    text = aligned.read()
    places = [
        (offset, place) for offset in range(len(text) + 1) if (place := aligned.place(offset)) is not None
    ]
    assert places[0] == (0, 0)
    assert places[-1] == (len(text), len(written))
    for (start, first), (end, last) in pairwise(places):
        assert read(written[first:last]) == text[start:end]


@given(TEXTS, st.data())
def test_an_edit_leaves_all_else_byte_for_byte(written: str, data: st.DataObject) -> None:
    text = read(written)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = rewritten(written.encode(), text, [Edit(start, end, "NEW")], is_resaved=False)
    assume(after is not None)
    assert after is not None
    before, _, behind = after.decode().partition("NEW")
    assert written.startswith(before)
    assert written.endswith(behind)
    assert read(before) + "NEW" + read(behind) == text[:start] + "NEW" + text[end:]


@pytest.mark.parametrize(
    ("data", "after"),
    [
        ("a: 1\r\nb: 2\r\n", "a: 1\r\nb: X\r\n"),
        ("a: 1\rb: 2\r", "a: 1\rb: X\r"),
        ("\ufeffa: 1\nb: 2", "\ufeffa: 1\nb: X"),
        ("pr\u030ci\u0301lis\u030c\nb: 2 e\u0301", "pr\u030ci\u0301lis\u030c\nb: X e\u0301"),
    ],
)
def test_line_ends_marks_and_letters_stay_as_they_are(data: str, after: str) -> None:
    edit = edit_of(Replacement(Position("a.md", 2, 4), "2", "X"), read(data))
    assert edit is not None
    assert rewritten(data.encode(), read(data), [edit], is_resaved=False) == after.encode()


def test_new_lines_end_as_the_others_do() -> None:
    after = rewritten(b"a\r\nb\r\n", "a\nb\n", [Edit(1, 2, "\nx\n")], is_resaved=False)
    assert after == b"a\r\nx\r\nb\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffPříliš\r\nžluťoučký", "utf-8"),
        ("Příliš\nžluťoučký", "cp1250"),
        ("Příliš\nžluťoučký", "utf-16"),
    ],
)
def test_resaving_writes_what_was_read(tmp_path: Path, data: str, encoding: str) -> None:
    (tmp_path / "a.md").write_bytes(data.encode(encoding))
    text = read_source(tmp_path, "a.md")[0].text
    after = rewritten(data.encode(encoding), text, [Edit(0, 6, "Moc")], is_resaved=True)
    assert after == "Moc\nžluťoučký".encode()


@pytest.mark.parametrize(
    ("data", "text", "is_resaved"),
    [
        (b"P\x81e", "P\ufffde", True),
        (b"P\xf8e", "Pře", False),
        (b"a\x07b", "a\ufffdb", False),
        (b"a\x07b", "a\ufffdb", True),
        (b"x" * 3_000_000, "", True),
        (b"x" * 3_000_000, "", False),
    ],
)
def test_nothing_is_written_where_something_would_get_lost(data: bytes, text: str, is_resaved: bool) -> None:
    assert rewritten(data, text, [Edit(0, 0, "x")], is_resaved=is_resaved) is None


def test_an_unknown_character_that_was_there_before_is_no_loss() -> None:
    assert rewritten("\ufeffa\ufffdb".encode(), "a\ufffdb", [], is_resaved=True) == "a\ufffdb".encode()


@pytest.mark.parametrize(
    ("line", "column", "offset"),
    [
        (1, 1, 0),
        (1, 3, 2),
        (2, 1, 3),
        (2, 2, 4),
        (3, 1, 5),
        (1, 4, None),
        (3, 2, None),
        (4, 1, None),
        (2, 0, None),
    ],
)
def test_a_position_is_a_place_in_the_text(line: int, column: int, offset: int | None) -> None:
    assert offset_of(Position("a.md", line, column), "ab\nc\n") == offset


@pytest.mark.parametrize(("old", "line", "column"), [("x", 1, 1), ("ab", 9, 1), ("ab", 1, 2)])
def test_what_is_not_there_is_not_replaced(old: str, line: int, column: int) -> None:
    assert edit_of(Replacement(Position("a.md", line, column), old, "new"), "ab\nc\n") is None


@pytest.mark.parametrize(
    ("one", "other", "do_touch"),
    [
        ((0, 2), (2, 3), False),
        ((0, 2), (1, 3), True),
        ((0, 5), (1, 2), True),
        ((2, 2), (2, 2), True),
        ((2, 2), (2, 4), True),
        ((2, 2), (1, 2), False),
        ((2, 2), (1, 3), True),
    ],
)
def test_edits_touch_where_their_order_would_matter(
    one: tuple[int, int], other: tuple[int, int], do_touch: bool
) -> None:
    first, second = Edit(*one, "x"), Edit(*other, "y")
    assert touches(first, second) is touches(second, first) is do_touch


def test_edits_are_made_in_the_order_of_their_places() -> None:
    assert with_edits("abc", [Edit(2, 3, "z"), Edit(0, 1, "x"), Edit(0, 0, "w")][:2]) == "xbz"
