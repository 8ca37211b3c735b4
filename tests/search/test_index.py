"""The files of an index: small, of one make, the same each time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder.markdown.engine import to_html
from site_builder.search import Entry, Spoken, index_files
from site_builder.search.numbers import gaps, written
from site_builder.search.pages import PASSAGE, index_page
from site_builder.search.words import Words, fold, split

from .gold import gold_project, planned, write_search

ENTRIES = [
    Entry("articles", "/clanky/dum/", "Dům", "2026-02-01", "Popis domu.", html="<p>Lidé v domě.</p>"),
    Entry("articles", "/clanky/byt/", "Byt", "2025-02-01", html="<p>Lidmi zabydlený byt.</p>"),
]


def files(entries: list[Entry], language: str = "cs") -> dict[str, bytes]:
    return dict(index_files(entries, language))


def manifest(entries: list[Entry], language: str = "cs") -> dict:
    found: dict = json.loads(files(entries, language)["index.json"])
    return found


@pytest.mark.parametrize(
    ("word", "terms"),
    [
        ("bydlení", ("bydlen",)),
        ("lidmi", ("lid", "clovk")),
        ("dluzích", ("dluzich", "dluh", "dluz")),
        ("xyzzých", ("xyzzych", "xyzz")),  # no dictionary has it: its ending is known by its diacritics
    ],
)
def test_a_czech_word_has_its_own_stem_and_that_of_its_dictionary_form(
    word: str, terms: tuple[str, ...]
) -> None:
    assert Words("cs").terms(word) == terms


def test_an_english_word_has_them_too() -> None:
    assert Words("en").terms("went") == ("went", "go")
    assert Words("en").terms("houses") == ("hous",)


def test_a_language_that_nobody_has_stems_of_is_indexed_as_it_is_written() -> None:
    assert Words("sl").terms("hiša") == ("hisa",)
    assert Words("xx").terms("hiša") == ("hisa",)
    assert manifest(ENTRIES, "xx")["stemmer"] == ""


def test_words_are_folded() -> None:
    assert fold("Příliš ŽLUŤOUČKÝ") == "prilis zlutoucky"
    assert split("„Kůň“ – 24/7, ne-li (dokonce)…") == ["kůň", "24", "7", "ne", "li", "dokonce"]


def test_numbers_are_written_in_digits_that_json_leaves_alone() -> None:
    text = written([0, 90, 91, 8281, 123_456_789])
    assert json.dumps(text) == f'"{text}"'
    assert text == "!}~#!" + "~~#!!" + written([123_456_789])
    assert gaps([3, 4, 90]) == written([3, 1, 86])


def test_a_page_is_cut_into_passages_between_words() -> None:
    text = " ".join(f"slovo{number} žluťoučké" for number in range(60))
    page = index_page(Entry("articles", "/", "Titulek", description="Krátký popis.", html=f"<p>{text}</p>"))
    assert page.passages[0] == "Krátký popis.".encode()
    assert max(map(len, page.passages)) <= PASSAGE
    assert b" ".join(page.passages[1:]).decode().split() == text.split()


def test_a_transcript_is_cut_so_that_each_passage_tells_its_second() -> None:
    spoken = tuple(Spoken(7 * number, f"věta číslo {number}, " + "a tak dále " * 9) for number in range(5))
    page = index_page(Entry("episodes", "/", "Díl", spoken=spoken))
    assert all(passage.startswith(b"\x02") and len(passage) <= PASSAGE for passage in page.passages)
    assert b"28" not in page.counts, "seconds are no words"


@pytest.mark.parametrize("length", range(30, 60))
def test_passages_that_are_shown_together_have_a_space_between_them(length: int) -> None:
    spoken = (Spoken(0, "a" * length), Spoken(1, "b" * 40))
    page = index_page(Entry("episodes", "/", "Díl", html="ab cde " * 90, spoken=spoken))
    assert max(map(len, page.passages)) < PASSAGE


def test_a_word_longer_than_a_passage_is_cut() -> None:
    page = index_page(Entry("articles", "/", "x" * 500, html="y" * 500))
    assert b"".join(page.passages) == b"y" * 500
    assert files([Entry("articles", "/", "x" * 500, html="y" * 500)])


def test_text_is_what_is_read() -> None:
    html = '<h2 id="a">Nadpis</h2>\n<p title="x > y">A &amp; <em>b</em>eta<sup class="footnote-ref"><a>1</a></sup></p>'
    assert index_page(Entry("articles", "/", "", html=html)).passages == ["Nadpis –\nA & beta".encode()]


def passages(markdown: str) -> str:
    """What the passages of a text read, without the gaps."""
    entry = Entry("articles", "/", "", html=to_html(markdown))
    return " ".join(b"".join(index_page(entry).passages).decode().split())


def test_cells_and_rows_of_a_table_are_told_from_each_other() -> None:
    table = "| Den | Co |\n|---|---|\n| 3. 11. | Plán |\n| 4. 11. | Město |"
    assert passages(table) == "Den · Co: 3. 11. · Plán; 4. 11. · Město"


def test_items_of_a_list_are_told_from_each_other() -> None:
    text = "- byty\n- *domy*\n- Celá věta.\n- konec\n\nText."
    assert passages(text) == "byty · domy · Celá věta. konec Text."


def test_an_index_without_pages_is_an_index() -> None:
    assert manifest([])["kinds"] == []


def test_another_content_has_another_number() -> None:
    assert manifest(ENTRIES)["number"] == manifest(ENTRIES)["number"]
    assert manifest(ENTRIES)["number"] != manifest(ENTRIES[:1])["number"]


def test_all_files_lie_below_their_number() -> None:
    number = manifest(ENTRIES)["number"]
    assert {name.partition("/")[0] for name in files(ENTRIES)} == {"index.json", number}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for name in ("one", "other"):
        write_search(planned(gold_project(tmp_path / f"project-{name}")), tmp_path / name)
        paths = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        found.append({str(path.relative_to(tmp_path / name)): path.read_bytes() for path in paths})
    assert found[0] == found[1]
