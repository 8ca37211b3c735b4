"""`site-builder new` writes a draft in every language that needs nothing but texts."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from site_builder.commands.new import KINDS, _front_matter
from site_builder.documents import Document, EpisodeDetails, Kind
from site_builder.load import load
from site_builder.reading.characters import unbroken
from site_builder.reading.front_matter import parse_document
from site_builder.reading.mojibake import unscrambled
from site_builder.reading.source import read_source, without_control
from site_builder.schema.kinds import validate

Command = Callable[..., tuple[int, str, str]]

FOLDERS = {
    "article": "content/articles",
    "interview": "content/interviews",
    "example": "content/examples",
    "event": "content/events",
    "presentation": "content/presentations",
    "person": "content/people",
    "page": "content",
    "episode": "podcast",
}


def documents(project: Path) -> dict[str, Document]:
    library, _ = load(project)
    assert library is not None
    return {document.path: document for document in library.documents}


def test_every_kind_can_be_new() -> None:
    assert set(KINDS) == set(FOLDERS)
    assert set(KINDS.values()) == set(Kind)


@pytest.mark.parametrize(
    ("called", "folder"),
    [
        ("článek", "content/articles/a/index"),
        ("rozhovor", "content/interviews/a/index"),
        ("Příklad", "content/examples/a/index"),
        ("akce", "content/events/a/index"),
        ("prezentace", "content/presentations/a/index"),
        ("clovek", "content/people/a"),
        ("osoba", "content/people/a"),
        ("stránka", "content/a"),
        ("epizoda", "podcast/a"),
        ("díl", "podcast/a"),
    ],
)
def test_a_kind_has_a_czech_name(called: str, folder: str, project: Path, site_builder: Command) -> None:
    assert site_builder("new", called, "A")[:2] == (0, f"{folder}.cs.md\n{folder}.en.md\n")


@pytest.mark.parametrize("kind", FOLDERS)
def test_new_writes_a_file_for_each_language(kind: str, project: Path, site_builder: Command) -> None:
    code, output, _ = site_builder("new", kind, "Péče: „nová“ & #1")
    name = "pece-nova-1" if kind in ("person", "page", "episode") else "pece-nova-1/index"
    paths = [f"{FOLDERS[kind]}/{name}.{language}.md" for language in ("cs", "en")]
    assert (code, output.split()) == (0, paths)
    found = documents(project)
    for path in paths:
        assert found[path].title == "Péče: „nová“ & #1"
        assert found[path].draft
        assert "#" not in (project / path).read_text(encoding="utf-8").replace("#1", ""), "no comments"


@pytest.mark.parametrize("kind", FOLDERS)
def test_what_is_new_is_publishable(kind: str, project: Path, site_builder: Command) -> None:
    site_builder("new", kind, "Název")
    code, output, summary = site_builder("check")
    assert code == 0, output
    assert "0 errors" in summary
    assert "Warning" in output, "an empty description is told"


def test_a_title_may_lack_its_quotation_marks(project: Path, site_builder: Command) -> None:
    code, output, _ = site_builder("new", "článek", "Noční", "autobus", "--language", "cs")
    assert (code, output.splitlines()[0]) == (0, "content/articles/nocni-autobus/index.cs.md")
    assert documents(project)["content/articles/nocni-autobus/index.cs.md"].title == "Noční autobus"


def test_a_new_page_appears_in_the_morning_of_its_day(project: Path, site_builder: Command) -> None:
    site_builder("new", "article", "Název")
    date = documents(project)["content/articles/nazev/index.cs.md"].date
    assert date is not None
    assert date.astimezone(UTC) == datetime(2026, 6, 1, 4, tzinfo=UTC), "6:00 in Prague"


def test_a_new_episode_has_one_guid_and_the_next_number(project: Path, site_builder: Command) -> None:
    site_builder("new", "episode", "Druhý díl")
    site_builder("new", "episode", "Třetí díl")
    found = documents(project)
    details = [
        found[f"podcast/{name}.{language}.md"].details
        for name in ("druhy-dil", "treti-dil")
        for language in ("cs", "en")
    ]
    assert all(isinstance(one, EpisodeDetails) for one in details)
    guids = [one.guid for one in details if isinstance(one, EpisodeDetails)]
    assert guids[0] == guids[1] != guids[2] == guids[3]
    assert all(uuid.UUID(guid) for guid in guids)
    assert all(guid.startswith("urn:uuid:") for guid in guids)
    assert [one.number for one in details if isinstance(one, EpisodeDetails)] == [2, 2, 3, 3]
    assert [one.season for one in details if isinstance(one, EpisodeDetails)] == [1] * 4, "it goes on"
    assert [one.hosts for one in details if isinstance(one, EpisodeDetails)] == [("jana",)] * 4


def test_nothing_is_written_over(project: Path, site_builder: Command) -> None:
    before = (project / "content/people/jana.cs.md").read_bytes()
    code, _, error = site_builder("new", "person", "Jana")
    assert code == 2
    assert "content/people/jana.cs.md" in error
    assert (project / "content/people/jana.cs.md").read_bytes() == before


@pytest.mark.parametrize("title", ["", "???", "🦄"])
def test_a_title_without_letters_is_refused(project: Path, site_builder: Command, title: str) -> None:
    before = sorted(project.rglob("*.md"))
    code, _, error = site_builder("new", "article", title)
    assert code == 2
    assert error
    assert sorted(project.rglob("*.md")) == before


def test_an_unknown_kind_is_refused(project: Path, site_builder: Command) -> None:
    code, _, error = site_builder("new", "poem", "Název")
    assert code == 2
    assert "article" in error


def test_without_settings_it_says_so(project: Path, site_builder: Command) -> None:
    (project / "content/site.yml").unlink()
    code, _, error = site_builder("new", "article", "Název")
    assert code == 2
    assert "content/site.yml" in error


TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
"""What a keyboard can write: no control characters, which no feed may hold, and no halves of characters."""


def shown(title: str) -> str:
    """A title as pages show it: letters composed, spaces told once, nothing that no reader sees."""
    return " ".join(unicodedata.normalize("NFC", unbroken(without_control(title))).split())


@given(title=TITLES)
@example(title="Pomoc: hned # ne 'zítra' \"dnes\" \\n --- [a] {b} & *c* !d %e @f `g`")
@example(title="---")
@example(title="null")
@example(title="\xad")
@example(title="2026-03-01")
@example(title="Konec\u2028řádku\u00a0a\ufeff")
def test_any_title_is_read_back_equal(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assume(unscrambled(title)[1] is None)
    folder = tmp_path_factory.getbasetemp()
    (folder / "a.md").write_text(_front_matter({"title": title, "description": "a"}), encoding="utf-8")
    source, problems = read_source(folder, "a.md")
    assert not problems
    raw, syntax = parse_document(source)
    assert not syntax
    document, invalid = validate(raw, Kind.PAGE, "a", "cs", ZoneInfo("UTC"))
    if not shown(title):
        assert [problem.code for problem in invalid] == ["missing-field"]
        return
    assert not invalid
    assert document is not None
    assert document.title == shown(title)


def test_a_new_episode_appears_when_its_show_usually_does(project: Path, site_builder: Command) -> None:
    show = project / "podcast" / "show.yml"
    show.write_text(f'{show.read_text("utf-8")}publish_time: "05:15"\n', encoding="utf-8")
    site_builder("new", "episode", "Druhý díl")
    site_builder("new", "article", "Noční autobus")
    found = documents(project)
    for path, time in (
        ("podcast/druhy-dil.cs.md", "05:15"),
        ("content/articles/nocni-autobus/index.cs.md", "06:00"),
    ):
        date = found[path].date
        assert date
        assert f"{date:%H:%M}" == time
