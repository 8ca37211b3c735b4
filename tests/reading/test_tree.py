"""Folders and file names say what page a file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.documents import Kind
from site_builder.reading.tree import Place, read_tree
from site_builder.repairs import Renaming

LANGUAGES = ("cs", "en")


def found(root: Path, *paths: str) -> list[tuple[str, str, str | None]]:
    """The problems of a tree of these files: path, code, what to rename it to."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    return [
        (problem.at.path, problem.code, problem.repair.to if isinstance(problem.repair, Renaming) else None)
        for problem in read_tree(root, LANGUAGES)[1]
    ]


def places(root: Path, *paths: str) -> tuple[Place, ...]:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    tree, problems = read_tree(root, LANGUAGES)
    assert not problems
    return tree.places


@pytest.mark.parametrize(
    ("path", "kind", "name", "language"),
    [
        ("content/articles/nocleh.cs.md", Kind.ARTICLE, "nocleh", "cs"),
        ("content/articles/nocleh/index.en.md", Kind.ARTICLE, "nocleh", "en"),
        ("content/articles/nocleh.md", Kind.ARTICLE, "nocleh", "cs"),
        ("content/people/jana.cs.md", Kind.PERSON, "jana", "cs"),
        ("content/o-nas.cs.md", Kind.PAGE, "o-nas", "cs"),
        ("content/o-nas/index.cs.md", Kind.PAGE, "o-nas", "cs"),
        ("content/index.en.md", Kind.PAGE, "index", "en"),
        ("podcast/prvni.cs.md", Kind.EPISODE, "prvni", "cs"),
    ],
)
def test_a_path_says_which_page_a_file_is(
    tmp_path: Path, path: str, kind: Kind, name: str, language: str
) -> None:
    assert places(tmp_path, path) == (Place(path, kind, name, language),)


@pytest.mark.parametrize(
    ("folder", "meant"),
    [
        ("články", "articles"),
        ("článek", "articles"),
        ("article", "articles"),
        ("Articles", "articles"),
        ("artciles", "articles"),
        ("lidé", "people"),
        ("akce", "events"),
        ("epizody", ""),
        ("novinky", ""),
    ],
)
def test_a_folder_of_no_kind_may_be_meant_for_one(tmp_path: Path, folder: str, meant: str) -> None:
    path = f"content/{folder}/autobus/index.cs.md"
    found(tmp_path, path)
    (problem,) = read_tree(tmp_path, LANGUAGES)[1]
    assert (problem.at.path, problem.code, problem.values["close"]) == (path, "unknown-folder", meant)
    assert ("{close}" in problem.hint) is bool(meant)
    assert problem.values["folders"] == "articles, events, examples, interviews, people, presentations"


def test_other_files_are_kept_and_hidden_ones_are_not(tmp_path: Path) -> None:
    places(tmp_path, "content/a.svg", "content/.a.svg", "content/.git/b.svg", "podcast/c.mp3", "other/d.svg")
    tree, _ = read_tree(tmp_path, LANGUAGES)
    assert tree.files == {"content/a.svg", "podcast/c.mp3"}


def test_places_come_in_the_same_order_whatever_the_disk_says(tmp_path: Path) -> None:
    paths = [f"content/articles/{name}.{code}.md" for name in "cab" for code in ("en", "cs")]
    assert sorted(place.path for place in places(tmp_path, *paths)) == [
        place.path for place in read_tree(tmp_path, LANGUAGES)[0].places
    ]


def test_a_project_without_folders_is_empty(tmp_path: Path) -> None:
    assert places(tmp_path) == ()


def test_a_link_to_a_file_of_the_project_is_followed_and_one_to_a_folder_told(tmp_path: Path) -> None:
    places(tmp_path, "content/a.svg")
    (tmp_path / "content" / "b.svg").symlink_to("a.svg")
    (tmp_path / "content" / "round").symlink_to(tmp_path / "content")
    tree, problems = read_tree(tmp_path, LANGUAGES)
    assert tree.files == {"content/a.svg", "content/b.svg"}
    assert [(problem.code, problem.at.path) for problem in problems] == [
        ("path-folder-link", "content/round")
    ]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("con.cs.md", "con-1.cs.md"),
        ("nul.svg", "nul-1.svg"),
        ("<script>.cs.md", "script.cs.md"),
        ('"><script>alert(1)</script>.svg'.replace("/", ":"), "script-alert-1-script.svg"),
        ("čas 12:30.svg", "cas-12-30.svg"),
        ("tečka na konci.", "tecka-na-konci"),
        ("a\\b.svg", "a-b.svg"),
        ("-rf.cs.md", "rf.cs.md"),
        ("Kotě.cs.md", "kote.cs.md"),
        ("clanek.cz.md", "clanek.cs.md"),
        ("clanek.CS.md", "clanek.cs.md"),
        ("clanek-en.md", "clanek.en.md"),
        ("Článek.cs.md.txt", "clanek.cs.md"),
        ("clanek.cs.markdown", "clanek.cs.md"),
        ("Kopie – článek.cs.md", "clanek.cs.md"),
        ("článek – kopie (2).cs.md", "clanek.cs.md"),
        ("článek (1).cs.md", "clanek.cs.md"),
        ("Copy of clanek.cs.md", "clanek.cs.md"),
        ("README.md", None),
        ("stranka.html", None),
        ("skript.JS", None),
    ],
)
def test_a_name_that_will_not_do(tmp_path: Path, name: str, right: str | None) -> None:
    [(path, _, to)] = found(tmp_path, f"content/articles/{name}")
    assert (path, to) == (f"content/articles/{name}", right and f"content/articles/{right}")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Obrázek č. 1 (kopie).svg",
            "IMG_2034.JPG",
            "plán.v2.pdf",
            "poznamky.txt",
            "kopie-dokladu.cs.md",
            "a-kopie.cs.md",
        ),
        *("konec.cs.md", "common.svg", "console.pdf", "a_en.cs.md", "zapis.2026-03-01.pdf", "x-cs.svg"),
    ],
)
def test_a_name_that_will_do(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, f"content/articles/{name}") == []


@pytest.mark.parametrize(
    "name",
    [
        "~$plán.docx",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "._a.md",
        "a.cs.md~",
        "a.tmp",
        "Icon\r",
        ".a.cs.md.swp",
    ],
)
def test_rubbish_of_programs_is_no_file(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, f"content/articles/{name}") == []
    assert read_tree(tmp_path, LANGUAGES)[0].files == frozenset()


@pytest.mark.parametrize(
    ("one", "other"), [("Cesta.svg", "cesta.svg"), ("ka\u0301va.svg", "k\xe1va.svg"), ("A/b.svg", "a/b.svg")]
)
def test_two_files_that_are_one_on_some_disks(tmp_path: Path, one: str, other: str) -> None:
    [(_, code, to)] = found(tmp_path, f"content/{one}", f"content/{other}")
    assert (code, to) == ("name-collision", None)


def test_nothing_is_renamed_to_a_file_that_is_there(tmp_path: Path) -> None:
    paths = [f"content/articles/{name}" for name in ("a.cs.md", "a (1).cs.md", "A.cs.md.txt", "á.cs.md")]
    assert [to for _, _, to in found(tmp_path, *paths)] == [None, None, None]


@pytest.mark.parametrize(
    ("path", "folder", "right"),
    [
        ("content/a|b/index.cs.md", "content/a|b", "a-b"),
        ("content/articles/con/index.cs.md", "content/articles/con", "con-1"),
        ("content/articles/Složka/index.cs.md", "content/articles/Složka", "slozka"),
        ("content/articles/Složka/Složka.cs.md", "content/articles/Složka", "slozka"),
        ("podcast/a.markdown/b.cs.md", "podcast/a.markdown", "a-markdown"),
    ],
)
def test_a_folder_is_renamed_by_people(tmp_path: Path, path: str, folder: str, right: str) -> None:
    [(_, code, to)] = found(tmp_path, path)
    assert (code, to) == ("file-name", None)
    (problem,) = read_tree(tmp_path, LANGUAGES)[1]
    assert problem.hint == "Rename the folder {folder} to: {right}"
    assert (problem.values["folder"], problem.values["right"]) == (folder, right)


def test_a_copy_is_renamed_only_where_no_original_is(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name in ("a.cs.md", "a (1).cs.md", "b (1).cs.md"):
        (tmp_path / "content" / name).touch()
    copy, alone = read_tree(tmp_path, LANGUAGES)[1]
    assert (copy.repair, copy.values["right"]) == (None, "a.cs.md")
    assert copy.hint.startswith("Delete it if {right} is the right one")
    assert alone.repair == Renaming("content/b (1).cs.md", "content/b.cs.md")
    assert alone.hint == "Rename it to: {right}"
