"""What readers read of a file: words, whatever they are wrapped in."""

from __future__ import annotations

from itertools import chain

import pytest

from site_builder.documents import Kind
from site_builder.history.texts import TITLED, WORDED, text_of
from site_builder.schema import fields as read
from site_builder.schema.kinds import all_fields

OTHER_WORDS = {"series"}
"""Fields of text that hold an id."""


def same(one: str, other: str) -> bool:
    return text_of(one.encode()).says_the_same(text_of(other.encode()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("---\ntitle: A\n---\nText.", "---\ntitle: 'A'\n---\n\nText.\n\n"),
        ("---\ntitle: A\n---\n„Text“", '---\ntitle: A\n---\n"Text"'),
        ("---\ntitle: A\n---\nText.", "\u2014\ntitle: A\n---\nText.".replace("\u2014", "----")),
        ("---\ntitle: A\n---\n[b](../b.cs.md)", "---\ntitle: A\n---\n[b](../b/index.cs.md)"),
        ("---\ntitle: A\n---\n![b](IMG.JPG)", "---\ntitle: A\n---\n![b](img.jpg)"),
        ("---\ntitle: A\nslug: a\n---\n", "---\nslug: b\ntitle: A\n---\n"),
        (
            "---\ntitle: A\nchapters:\n- start: '0:00'\n  title: B\n---\n",
            "---\ntitle: A\nchapters: [{title: B, start: '0:01'}]\n---\n",
        ),
        ("---\ntitle: A\n---\nText", "---\ntitle: A\n---\n\u202aTe\u200dxt\u202c"),
        ("---\ntitle: A\n---\nne\xadvi\u200bditelné", "---\ntitle: A\n---\nneviditelné"),
        ("---\ntitle: é\n---\né", "---\ntitle: e\u0301\n---\ne\u0301"),
    ],
)
def test_a_change_of_no_word(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("---\ntitle: A\n---\nText.", "---\ntitle: B\n---\nText."),
        ("---\ntitle: A\n---\nText.", "---\ntitle: A\n---\nText!"),
        ("---\ntitle: A\nplace: Brno\n---\n", "---\ntitle: A\nplace: Praha\n---\n"),
        ("---\ntitle: A\n---\n[b](https://b.example/)", "---\ntitle: A\n---\n[b](https://c.example/)"),
        ("---\ntitle: A\nchapters: [{title: B}]\n---\n", "---\ntitle: A\nchapters: [{title: C}]\n---\n"),
        (
            "---\ntitle: A\nhome: [{hero: [{title: B, to: c}]}]\n---\n",
            "---\ntitle: A\nhome: [{hero: [{title: D, to: c}]}]\n---\n",
        ),
        ("---\ntitle: A\n---\nText.", ""),
    ],
)
def test_a_change_of_words(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


def test_windows_1250_and_utf_8_are_the_same_text() -> None:
    text = "---\ntitle: Žluťoučký kůň\n---\nPěl ódy.\n"
    assert text_of(text.encode("cp1250")).says_the_same(text_of(text.encode()))


def test_every_field_of_words_is_compared() -> None:
    """A new field of the schema is here, or it holds no words to translate."""
    known = {field.name: field for field in chain.from_iterable(map(all_fields, Kind))}
    words = {name for name, field in known.items() if field.read is read.text}
    assert words - OTHER_WORDS <= set(WORDED)
    assert {*WORDED, *TITLED} <= known.keys()
