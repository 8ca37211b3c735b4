"""Folders and file names say what page a file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.documents import Kind
from site_builder.reading.tree import Place, read_tree

LANGUAGES = ("cs", "en")


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


def test_a_link_within_the_project_is_followed_once(tmp_path: Path) -> None:
    places(tmp_path, "content/a.svg")
    (tmp_path / "content" / "b.svg").symlink_to("a.svg")
    (tmp_path / "content" / "round").symlink_to(tmp_path / "content")
    tree, problems = read_tree(tmp_path, LANGUAGES)
    assert tree.files == {"content/a.svg", "content/b.svg"}
    assert not problems
