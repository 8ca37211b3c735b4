"""Files that get another name, and the texts that name them."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import site_builder
from site_builder.fix import Round, carry_out, round_of
from site_builder.fix.mentions import NAMING
from site_builder.fix.writing import inside
from site_builder.problems import Problem
from site_builder.repairs import Renaming, Repair, Replacement

PACKAGE = Path(site_builder.__file__).parent
Files = Callable[[Mapping[str, str | bytes]], Path]
Make = Callable[[Repair], Problem]

OLD, NEW = "content/articles/Noční Bus.JPG", "content/articles/nocni-bus.jpg"
PAGE = "content/articles/a.cs.md"


def moved(root: Path, problem: Make, *pairs: tuple[str, str]) -> Round:
    step = round_of(root, [problem(Renaming(path, to)) for path, to in pairs])
    carry_out(root, step.changes)
    return step


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("![Bus](<Noční Bus.JPG>)", "![Bus](<nocni-bus.jpg>)"),
        (
            "![Noční Bus.JPG](Noční%20Bus.JPG 'Noční Bus.JPG')",
            "![Noční Bus.JPG](nocni-bus.jpg 'Noční Bus.JPG')",
        ),
        ("[a](./No%C4%8Dn%C3%AD%20Bus.JPG?x=1#y)", "[a](nocni-bus.jpg?x=1#y)"),
        (
            "![a][b] a [b]\n\n[b]: <../articles/Noční Bus.JPG> 'c'",
            "![a][b] a [b]\n\n[b]: <nocni-bus.jpg> 'c'",
        ),
        ('<img src="No&#269;n&iacute;%20Bus.JPG" alt="x">', '<img src="nocni-bus.jpg" alt="x">'),
        ("[x](Jiný.JPG) ![](Noční%20Bus.JPG)", "[x](Jiný.JPG) ![](nocni-bus.jpg)"),
        ("Noční Bus.JPG", "Noční Bus.JPG"),
        ("[a](Noční\\ Bus.JPG) ![b](Noční%20Bus\\.JPG)", "[a](Noční\\ Bus.JPG) ![b](nocni-bus.jpg)"),
        ("[![a [b]](<Noční Bus.JPG>)](<Noční Bus.JPG>)", "[![a [b]](<nocni-bus.jpg>)](<nocni-bus.jpg>)"),
        (
            "![a][b] ![c](Noční%20Bus.JPG)\n\n[b]: Noční%20Bus.JPG",
            "![a][b] ![c](nocni-bus.jpg)\n\n[b]: nocni-bus.jpg",
        ),
        ("[it`s](Noční%20Bus.JPG) [`[`](Noční%20Bus.JPG)", "[it`s](Noční%20Bus.JPG) [`[`](nocni-bus.jpg)"),
        ("[it`s \\[](Noční%20Bus.JPG)", "[it`s \\[](nocni-bus.jpg)"),
        ("<img alt='src=a' src=Noční%20Bus.JPG>", "<img alt='src=a' src=nocni-bus.jpg>"),
    ],
)
def test_links_and_pictures_follow(files: Files, problem: Make, before: str, after: str) -> None:
    root = files({OLD: b"x", PAGE: f"---\ntitle: x\n---\n{before}\n"})
    step = moved(root, problem, (OLD, NEW))
    assert (root / PAGE).read_text() == f"---\ntitle: x\n---\n{after}\n"
    assert (root / NEW).read_bytes() == b"x"
    assert not (root / OLD).exists()
    assert (step.mended, step.refusals) == (1, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("image: Noční Bus.JPG\n", "image: nocni-bus.jpg\n"),
        ('image:   "Noční Bus.JPG" # a\r\n', 'image:   "nocni-bus.jpg" # a\r\n'),
        ("read: ['../articles/Noční Bus.JPG', x]\n", "read: ['nocni-bus.jpg', x]\n"),
        ("chapters: [{image: Noční Bus.JPG}]\n", "chapters: [{image: nocni-bus.jpg}]\n"),
        ("Obrázek: Noční Bus.JPG\n", "Obrázek: nocni-bus.jpg\n"),
        ("title: Noční Bus.JPG\nimage: x\n", "title: Noční Bus.JPG\nimage: x\n"),
        ("place: Noční Bus.JPG\n", "place: Noční Bus.JPG\n"),
        ("chapters: [{title: Noční Bus.JPG}]\n", "chapters: [{title: Noční Bus.JPG}]\n"),
    ],
)
def test_fields_follow(files: Files, problem: Make, before: str, after: str) -> None:
    root = files({OLD: b"", PAGE: f"---\n{before}---\n", "content/articles/b.yml": before})
    moved(root, problem, (OLD, NEW))
    assert (root / PAGE).read_bytes().decode() == f"---\n{after}---\n"
    assert (root / "content/articles/b.yml").read_bytes().decode() == after


@pytest.mark.parametrize(
    "sample",
    [
        "`![](Noční%20Bus.JPG)`",
        "```\n![](Noční%20Bus.JPG)\n\n[b]: Noční%20Bus.JPG\n<img src='Noční%20Bus.JPG'>\n```",
        "    <img src='Noční%20Bus.JPG'>",
        "src=Noční%20Bus.JPG",
        "\\[a](Noční%20Bus.JPG)",
    ],
)
def test_what_is_no_link_stays(files: Files, problem: Make, sample: str) -> None:
    root = files({OLD: b"", PAGE: f"{sample}\n\n![Bus](Noční%20Bus.JPG)\n"})
    assert not moved(root, problem, (OLD, NEW)).refusals
    assert (root / PAGE).read_text() == f"{sample}\n\n![Bus](nocni-bus.jpg)\n"


def test_every_field_that_names_a_file_or_a_page_follows() -> None:
    """Those whose reader is `file` or `page`, or made of one; `chapters` may name a file."""
    modules = [path for room in ("schema", "settings") for path in (PACKAGE / room).glob("*.py")]
    calls = [
        node
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "FieldType"
    ]
    naming = {ast.literal_eval(call.args[0]) for call in calls if names_in(call.args[1]) & {"file", "page"}}
    assert naming | {"chapters"} == NAMING


def names_in(reader: ast.expr) -> set[str]:
    nodes = list(ast.walk(reader))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)} | {
        node.id for node in nodes if isinstance(node, ast.Name)
    }


def test_the_lock_and_chapters_in_json_follow(files: Files, problem: Make) -> None:
    root = files(
        {
            "podcast/A.MP3": b"",
            "podcast/F.PNG": b"",
            "podcast/media.lock.json": '{"version": 1, "audio": {"podcast/A.MP3": {"type": "A.MP3"}}}',
            "podcast/a.chapters.json": '{"chapters": [{"img": "F.PNG", "title": "\\u0046"}]}',
        }
    )
    moved(root, problem, ("podcast/A.MP3", "podcast/a.mp3"), ("podcast/F.PNG", "podcast/f.png"))
    assert (root / "podcast/media.lock.json").read_text() == (
        '{"version": 1, "audio": {"podcast/a.mp3": {"type": "A.MP3"}}}'
    )
    assert (
        root / "podcast/a.chapters.json"
    ).read_text() == '{"chapters": [{"img": "f.png", "title": "\\u0046"}]}'


def test_files_that_move_together_still_name_each_other(files: Files, problem: Make) -> None:
    root = files(
        {
            "content/Staré/A.md.txt": "---\nimage: F.png\n---\n[b](../B.md) [c](../c.md#x) [d](nic.md)\n",
            "content/Staré/F.png": b"",
            "content/B.md": "[a](Star%C3%A9/A.md.txt)\n",
            "content/c.md": "[b](B.md)\n",
        }
    )
    step = moved(
        root,
        problem,
        ("content/Staré/A.md.txt", "content/articles/a.md"),
        ("content/B.md", "content/b.md"),
        ("content/Staré/F.png", "content/Staré/f.png"),
    )
    assert step.refusals == ()
    assert (root / "content/articles/a.md").read_text() == (
        "---\nimage: ../Staré/f.png\n---\n[b](../b.md) [c](../c.md#x) [d](nic.md)\n"
    )
    assert (root / "content/b.md").read_text() == "[a](articles/a.md)\n"
    assert (root / "content/c.md").read_text() == "[b](b.md)\n"


def test_a_text_that_is_mended_too_follows(files: Files, problem: Make) -> None:
    root = files({OLD: b"", PAGE: "---\nobrázek: Noční Bus.JPG\n---\n"})
    repairs = (
        Renaming(OLD, NEW),
        Replacement(problem(Renaming(PAGE, "")).at._replace(line=2), "obrázek", "image"),
    )
    carry_out(root, round_of(root, map(problem, repairs)).changes)
    assert (root / PAGE).read_text() == "---\nimage: nocni-bus.jpg\n---\n"


def test_a_repair_of_a_link_to_a_moved_file_waits(files: Files, problem: Make) -> None:
    root = files({OLD: b"", PAGE: "![](<Noční Bus.JPG>)\n"})
    at = problem(Renaming(PAGE, "")).at._replace(column=5)
    step = round_of(
        root, map(problem, (Replacement(at, "<Noční", "<"), Replacement(at, "Noční", ""), Renaming(OLD, NEW)))
    )
    carry_out(root, step.changes)
    assert (root / PAGE).read_text() == "![](<nocni-bus.jpg>)\n"


@pytest.mark.parametrize(
    ("contents", "to", "reason"),
    [
        ({"content/b.md": ""}, "content/b.md", "There is another file of that name already."),
        ({"content/B.md": ""}, "content/b.md", "There is another file of that name already."),
        (
            {unicodedata.normalize("NFD", "content/bůh.md"): ""},
            "content/bůh.md",
            "There is another file of that name already.",
        ),
        ({}, "content/../../b.md", "Its new name would take it out of the content."),
        ({}, "b.md", "Its new name would take it out of the content."),
        ({}, "content/.b.md", "Its new name would take it out of the content."),
        ({"content/a.md": "image: |\n x"}, "content/b.md", ""),
        (
            {"content/a.yml": "image: >-\n  A.md\n"},
            "content/b.md",
            "A text names the file in a way that only you can change.",
        ),
        (
            {"content/a.md": b"[x](A.md) \xf8\n"},
            "content/b.md",
            "A text names the file in a way that only you can change.",
        ),
        (
            {"content/a.md": "[x](\\A.md) [y]\n\n[y]: A\\.md\n"},
            "content/b.md",
            "A text names the file in a way that only you can change.",
        ),
    ],
)
def test_what_would_lose_or_break_something_is_refused(
    files: Files, problem: Make, contents: dict[str, str | bytes], to: str, reason: str
) -> None:
    root = files({"content/A.md": "A", **contents})
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    step = moved(root, problem, ("content/A.md", to))
    assert [refusal.reason for refusal in step.refusals] == ([reason] if reason else [])
    if reason:
        assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_text_that_names_a_file_in_two_ways_must_be_able_to_change_both(
    files: Files, problem: Make
) -> None:
    root = files({"content/A.md": "", "content/b.md": "[x](A.md) [y]\n\n[y]: A\\.md\n"})
    assert len(moved(root, problem, ("content/A.md", "content/a.md")).refusals) == 1


def test_a_link_to_the_new_name_may_be_there_before(files: Files, problem: Make) -> None:
    root = files(
        {unicodedata.normalize("NFD", "content/bůh.jpg"): b"", PAGE: "---\nimage: ../bůh.jpg\n---\n"}
    )
    step = moved(root, problem, (unicodedata.normalize("NFD", "content/bůh.jpg"), "content/bůh.jpg"))
    assert step.refusals == ()
    assert (root / "content/bůh.jpg").exists()


def test_one_refusal_stops_no_other_move(files: Files, problem: Make) -> None:
    text = "[x] [y]({})\n\n[x]: A\\.md\n"
    root = files({"content/A.md": "", "content/B.md": "", "content/c.md": text.format("B.md")})
    step = moved(root, problem, ("content/A.md", "content/a.md"), ("content/B.md", "content/b.md"))
    assert len(step.refusals) == 1
    assert (root / "content/c.md").read_text() == text.format("b.md")
    assert (root / "content/A.md").exists()
    assert (root / "content/b.md").exists()


def test_two_files_never_become_one(files: Files, problem: Make) -> None:
    root = files({"content/A 1.md": "1", "content/A-1.md": "2"})
    step = moved(root, problem, ("content/A 1.md", "content/a-1.md"), ("content/A-1.md", "content/a-1.md"))
    assert step.mended == 0 or len(step.refusals) == 1
    assert sorted(path.read_text() for path in (root / "content").iterdir()) == ["1", "2"]


def test_only_the_case_of_a_name_can_change(files: Files, problem: Make) -> None:
    root = files({"content/A.MD": "x"})
    moved(root, problem, ("content/A.MD", "content/A.md"))
    assert [path.name for path in (root / "content").iterdir()] == ["A.md"]


def test_a_file_that_came_meanwhile_is_not_overwritten(files: Files, problem: Make) -> None:
    root = files({"content/A.md": "A"})
    step = round_of(root, [problem(Renaming("content/A.md", "content/b.md"))])
    files({"content/b.md": "B"})
    with pytest.raises(FileExistsError):
        carry_out(root, step.changes)
    assert (root / "content/A.md").read_text() + (root / "content/b.md").read_text() == "AB"


def test_a_link_out_of_the_project_is_not_followed(files: Files) -> None:
    root = files({"site/content/a.md": "", "out.md": ""}) / "site"
    (root / "content/link.md").symlink_to("../../out.md")
    with pytest.raises(ValueError, match="leads out of the project"):
        inside(root, "content/link.md")


def test_a_link_that_leads_to_itself_stops_nothing(files: Files, problem: Make) -> None:
    root = files({"content/A.md": "A"})
    (root / "content/round.md").symlink_to("round.md")
    assert moved(root, problem, ("content/A.md", "content/a.md")).mended == 1
