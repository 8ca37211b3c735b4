"""Related pages share topics and people; the nearest in time go first, whatever the order of the files."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from site_builder.documents import Document, Kind
from site_builder.plan.related import NEIGHBOURS, SHOWN, related


def document(
    number: int,
    topics: Sequence[str] = (),
    authors: Sequence[str] = (),
    kind: Kind = Kind.ARTICLE,
) -> Document:
    """Document `number`, published on the day of that number."""
    return Document(
        kind,
        f"d{number}",
        "cs",
        f"content/d{number:04}.cs.md",
        f"Dokument {number}",
        date=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number),
        topics=tuple(topics),
        authors=tuple(authors),
    )


def names(documents: Sequence[Document]) -> list[str]:
    return [one.name for one in documents]


def test_a_topic_weighs_more_than_a_person() -> None:
    documents = [document(0, ["a"], ["jana"]), document(1, authors=["jana"]), document(2, ["a"])]
    assert names(related(documents)[documents[0].path]) == ["d2", "d1"]


def test_the_nearest_in_time_goes_first() -> None:
    documents = [document(n, ["a"]) for n in range(10)]
    assert sorted(names(related(documents)[documents[5].path])[:2]) == ["d4", "d6"]


def test_nothing_shared_is_nothing_related() -> None:
    documents = [document(0, ["a"]), document(1, ["b"]), document(2)]
    assert set(related(documents).values()) <= {()}


def test_people_and_pages_are_not_related() -> None:
    documents = [
        document(0, ["a"]),
        document(1, ["a"], kind=Kind.PERSON),
        document(2, ["a"], kind=Kind.PAGE),
    ]
    assert list(related(documents).values()) == [()]


def test_the_window_is_the_same_on_both_sides() -> None:
    """The one document with both topics is found from either side, as far as the window reaches."""
    for distance in (NEIGHBOURS, -NEIGHBOURS):
        documents = [document(100 + n, ["a"]) for n in range(-NEIGHBOURS - 5, NEIGHBOURS + 6)]
        middle = NEIGHBOURS + 5
        documents[middle] = document(100, ["a", "b"])
        documents[middle + distance] = document(100 + distance, ["a", "b"])
        first = related(documents)
        assert names(first[documents[middle].path])[0] == f"d{100 + distance}"
        assert names(first[documents[middle + distance].path])[0] == "d100"


TOPICS = st.lists(st.sampled_from("abc"), max_size=3, unique=True)


@given(days_and_topics=st.lists(st.tuples(st.integers(0, 6), TOPICS), max_size=30), seed=st.integers())
def test_the_order_of_files_does_not_matter(days_and_topics: list[tuple[int, list[str]]], seed: int) -> None:
    documents = [
        replace(document(day, topics), path=f"content/{n}.cs.md")
        for n, (day, topics) in enumerate(days_and_topics)
    ]
    found = related(documents)
    assert related(random.Random(seed).sample(documents, len(documents))) == found
    for path, others in found.items():
        assert len(others) <= SHOWN
        assert path not in {other.path for other in others}
