"""What somebody may have meant, without regard to capitals, diacritics and the marks between words."""

from __future__ import annotations

import pytest

from site_builder.similar import same_file, same_name, similar_file, similar_name

NAMES = ("jana-novakova", "petr", "image_alt")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Jana Nováková", "jana-novakova"),
        ("JANA_NOVAKOVA", "jana-novakova"),
        ("Image-Alt", "image_alt"),
        ("pétr", "petr"),
        ("pavel", ""),
        ("", ""),
    ],
)
def test_the_same_name(written: str, meant: str) -> None:
    assert same_name(written, NAMES) == meant


def test_two_of_the_same_name_are_no_answer() -> None:
    assert same_name("Petr", ("petr", "PETR")) == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Jana Novákova", "jana-novakova"), ("PETER", "petr"), ("imgealt", "image_alt"), ("xyz", "")],
)
def test_the_most_similar_name(written: str, meant: str) -> None:
    assert similar_name(written, NAMES) == meant


def test_names_without_latin_letters_are_compared_too() -> None:
    assert same_name("ЯНА", ("яна", "пётр")) == "яна"


def test_files_are_told_from_the_file_that_names_them() -> None:
    files = ("content/dum.svg", "content/articles/autobus.jpg")
    assert same_file("content/articles/Dům.SVG", files, "content/articles/a.cs.md") == "../dum.svg"
    assert same_file("content/articles/domek.svg", files, "content/articles/a.cs.md") == ""
    assert similar_file("content/articles/autobusy.jpg", files, "content/articles/a.cs.md") == "autobus.jpg"


@pytest.mark.parametrize(
    ("missing", "meant"),
    [
        ("content/people/jan.cs.md", "people/jana.cs.md"),
        ("content/people/jan.en.md", "people/jana.en.md"),
        ("content/people/jan.md", "people/jana.cs.md"),
        ("content/people/jan", "people/jana.cs.md"),
        ("content/smycka/a.cs.md", ""),
        ("content/b/index.cs.md", ""),
        ("content/contents/index.cs.md", ""),
        ("content/index.sk.md", "index.cs.md"),
    ],
)
def test_language_and_ending_make_no_name_alike(missing: str, meant: str) -> None:
    files = ("content/index.cs.md", "content/people/jana.cs.md", "content/people/jana.en.md")
    assert similar_file(missing, files, "content/x.cs.md") == meant


def test_a_page_in_a_folder_is_called_as_its_folder() -> None:
    files = ["content/presentations/kraj/index.cs.md", "content/examples/papillon/index.cs.md"]
    for written in ("content/papilon/index.cs.md", "content/articles/papilon.cs.md"):
        assert similar_file(written, files, "content/articles/a.cs.md") == "../examples/papillon/index.cs.md"
    assert same_file("content/Papillon.cs.md", files, "content/a.cs.md") == "examples/papillon/index.cs.md"
