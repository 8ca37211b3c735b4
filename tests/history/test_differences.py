"""What was deleted and inserted: readable, counted, and found in time whatever the texts are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.history.differences import Piece, difference, words_changed
from site_builder.history.texts import text_of


def changes(one: str, other: str) -> tuple[tuple[Piece, ...], ...]:
    return difference(text_of(page(one)), text_of(page(other)))


def page(body: str) -> bytes:
    return f"---\ntitle: A\n---\n{body}\n".encode()


def test_only_the_paragraphs_that_differ_are_told() -> None:
    before = "First.\n\nThe bus runs at night.\n\nLast."
    after = "First.\n\nThe bus runs all the night.\n\nLast."
    assert changes(before, after) == (
        (Piece("The bus runs"), Piece(deleted="at", inserted="all the"), Piece("night.")),
    )
    assert words_changed(changes(before, after)) == 2


def test_a_new_and_a_deleted_paragraph() -> None:
    assert changes("A b.\n\nC d.", "A b.\n\nNew one.\n\nC d.") == ((Piece(inserted="New one."),),)
    assert changes("A b.\n\nC d.", "C d.") == ((Piece(deleted="A b."),),)


def test_quotation_marks_are_no_difference_but_shown_as_they_are() -> None:
    assert changes('"Ahoj" řekl.', "„Ahoj“ volal.") == (
        (Piece("„Ahoj“"), Piece(deleted="řekl.", inserted="volal.")),
    )


def test_a_field_is_a_block() -> None:
    one, other = text_of(b"---\ntitle: Night bus\n---\n"), text_of(b"---\ntitle: Day bus\n---\n")
    assert difference(one, other) == ((Piece(deleted="Night", inserted="Day"), Piece("bus")),)


def test_equal_texts_have_none() -> None:
    assert changes("A b c.", "A\nb  c.") == ()


WORDS = st.lists(st.sampled_from(["a", "b", "c", "\n\n"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_every_word_of_the_blocks_that_differ_is_told_once(one: str, other: str) -> None:
    before, after = text_of(page(one)), text_of(page(other))
    blocks = difference(before, after)
    told_before = sorted(word for block in blocks for p in block for word in f"{p.kept} {p.deleted}".split())
    told_after = sorted(word for block in blocks for p in block for word in f"{p.kept} {p.inserted}".split())
    for told, text in ((told_before, before), (told_after, after)):
        words = sorted(" ".join(text.blocks).split())
        for word in set(told):
            assert told.count(word) <= words.count(word)
    gained = len(" ".join(after.blocks).split()) - len(" ".join(before.blocks).split())
    assert len(told_after) - len(told_before) == gained
    assert bool(blocks) == (before.blocks != after.blocks)


def test_what_would_take_hours_to_compare_is_told_as_a_whole() -> None:
    before, after = ("a b " * 200_000).strip(), ("b a " * 150_000).strip() + " c"
    assert changes(before, after) == ((Piece(deleted=before, inserted=after),),)
    assert len(changes("a\n\nb\n\n" * 50_000, "b\n\na\n\n" * 50_000 + "c")) == 100_001
