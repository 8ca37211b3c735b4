"""Problems and the changes of files that they lead to."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from site_builder.fix import Round, as_diff, carry_out, refusals_told, round_of
from site_builder.problems import Position, Problem
from site_builder.reading.source import SourceFile
from site_builder.repairs import Renaming, Repair, Replacement, Resaving, Stripping
from site_builder.report import Screen, editor_language

Files = Callable[[Mapping[str, str | bytes]], Path]
Make = Callable[[Repair], Problem]

A = "content/a.cs.md"
ENGLISH, CZECH = editor_language("en"), editor_language("cs")


def replacement(old: str, new: str, line: int = 1, column: int = 1) -> Replacement:
    return Replacement(Position(A, line, column), old, new)


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "content").iterdir())


def made(root: Path, problem: Make, *repairs: Repair) -> Round:
    step = round_of(root, map(problem, repairs))
    carry_out(root, step.changes)
    return step


def test_nothing_is_written_before_it_is_carried_out(files: Files, problem: Make) -> None:
    root = files({A: "datum: x\n"})
    step = round_of(root, [problem(replacement("datum", "date"))])
    assert (root / A).read_text() == "datum: x\n"
    carry_out(root, step.changes)
    assert (root / A).read_text() == "date: x\n"
    assert (step.mended, step.refusals) == (1, ())


def test_several_repairs_of_a_file_are_made_at_once(files: Files, problem: Make) -> None:
    root = files({A: "datum: 1. 3. 2026\r\nnázev: x\r\n".encode("cp1250")})
    step = made(
        root,
        problem,
        replacement("název", "title", 2),
        replacement("1. 3. 2026", "2026-03-01", 1, 8),
        Resaving(A),
        replacement("datum", "date"),
    )
    assert (root / A).read_bytes() == b"date: 2026-03-01\ntitle: x\n"
    assert step.mended == 4


def test_a_repair_that_touches_another_waits(files: Files, problem: Make) -> None:
    root = files({A: "abcd"})
    step = made(root, problem, replacement("abc", "x"), replacement("cd", "y", 1, 3))
    assert (root / A).read_text() == "xd"
    assert (step.mended, step.refusals) == (1, ())


def test_the_same_repair_of_two_problems_is_made_once(files: Files, problem: Make) -> None:
    root = files({A: "abcd"})
    assert made(root, problem, replacement("", "x"), replacement("", "x")).mended == 2
    assert (root / A).read_text() == "xabcd"


@pytest.mark.parametrize(
    ("content", "repair", "reason"),
    [
        ("abc", replacement("x", "y"), "The text at this place isn't what it was."),
        (b"P\xf8e", replacement("P", "y"), "The file has to be saved as UTF-8 first."),
        (
            b"\xff\xfea\x00\x00\xd8b\x00",
            Resaving(A),
            "Some of its characters can't be told; save it yourself.",
        ),
        ("abc", Resaving(A), "Nothing in the file would change."),
        ("abc", replacement("a", "a"), "Nothing in the file would change."),
        ("abc", Resaving("content/none.md"), "The file isn't there any more."),
        ("abc", Resaving("../outside.md"), "The file isn't there any more."),
        (b"x" * 3_000_000, replacement("", "x"), "The file has to be saved as UTF-8 first."),
    ],
)
def test_what_cannot_be_mended_is_told_and_left(
    files: Files, problem: Make, content: str | bytes, repair: Repair, reason: str
) -> None:
    root = files({A: content, "../outside.md": "\ufeffx"})
    before = (root / A).read_bytes()
    step = made(root, problem, repair)
    assert (step.changes, step.mended) == ((), 0)
    assert [refusal.reason for refusal in step.refusals] == [reason]
    assert reason in refusals_told(step, ENGLISH)
    assert refusals_told(step, CZECH) != refusals_told(step, ENGLISH)
    assert (root / A).read_bytes() == before


def test_a_file_keeps_its_mode_and_a_link_stays_one(files: Files, problem: Make) -> None:
    root = files({A: "abc", "content/b.md": "x"})
    (root / A).chmod(0o640)
    (root / "content/link.md").symlink_to("a.cs.md")
    made(root, problem, Replacement(Position("content/link.md"), "a", "X"))
    assert (root / A).read_text() == "Xbc"
    assert stat.S_IMODE((root / A).stat().st_mode) == 0o640
    assert (root / "content/link.md").is_symlink()
    assert names(root) == ["a.cs.md", "b.md", "link.md"], "nothing is left beside"


def test_a_failure_leaves_the_file_and_nothing_beside_it(
    files: Files, problem: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    root = files({A: "abc"})
    monkeypatch.setattr("shutil.copymode", fail)
    with pytest.raises(OSError, match="No space"):
        made(root, problem, replacement("a", "X"))
    assert (root / A).read_text() == "abc"
    assert names(root) == ["a.cs.md"]


@pytest.mark.parametrize(("after", "mended"), [(b"picture", 1), (b"picture and place", 0)])
def test_pictures_lose_what_they_need_not_have(
    files: Files, problem: Make, monkeypatch: pytest.MonkeyPatch, after: bytes, mended: int
) -> None:
    monkeypatch.setattr("site_builder.fix.rounds.stripped", lambda _: after)
    root = files({"content/a.jpg": b"picture and place"})
    step = made(root, problem, Stripping("content/a.jpg"))
    assert (root / "content/a.jpg").read_bytes() == after
    assert (step.mended, len(step.refusals)) == (mended, 1 - mended)
    assert as_diff(step, ENGLISH, Screen()) == (
        "content/a.jpg loses what isn't needed to show it: 17 bytes become 7" if mended else ""
    )


def test_the_diff_shows_what_else_the_reading_makes_of_a_text(
    files: Files, problem: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = files({A: "KÅ¯Å\u02c6\u00a0a\r\nb\r\n"})
    read = (SourceFile(A, "Kůň a\nb\n"), ())
    monkeypatch.setattr("site_builder.fix.rounds.source_of", lambda *_: read)
    step = made(root, problem, Resaving(A))
    assert as_diff(step, ENGLISH, Screen()).splitlines()[-3:] == ["-KÅ¯Åˆ⍽a", "+Kůň a", " b"]
    assert (root / A).read_text() == "Kůň a\nb\n"


def test_the_diff_shows_texts_and_tells_the_rest(files: Files, problem: Make) -> None:
    root = files({A: "\ufeffa\x1b[2J: 1\nb:\t2\nc: 3", "content/B.png": b""})
    step = round_of(
        root,
        map(
            problem,
            [
                replacement("b:\t2", "b: 2", 2),
                Renaming("content/B.png", "content/b.png"),
            ],
        ),
    )
    assert as_diff(step, ENGLISH, Screen()) == "content/B.png is called content/b.png from now on"
    root = files({A: "\ufeffa: 1\u200e\nb:\t2\nc: 3"})
    step = round_of(root, map(problem, [replacement("b:\t2", "b: 2", 2), Resaving(A)]))
    assert as_diff(step, ENGLISH, Screen()).splitlines() == [
        "content/a.cs.md is saved again as plain UTF-8",
        "--- content/a.cs.md",
        "+++ content/a.cs.md",
        "@@ -1,3 +1,3 @@",
        " a: 1�",
        "-b:\t2",
        "+b: 2",
        " c: 3",
        "\\ No newline at end of file",
    ]
    coloured = as_diff(step, ENGLISH, Screen(has_colours=True)).splitlines()
    assert coloured[5:7] == ["\x1b[31m-b:\t2\x1b[0m", "\x1b[32m+b: 2\x1b[0m"]
