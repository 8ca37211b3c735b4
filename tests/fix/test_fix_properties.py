"""For any text: what is clean stays byte for byte, what was damaged becomes what it was, and that is that."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sites import copy_site

from site_builder.fix import Round, carry_out, round_of
from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.repairs import Repair, Replacement, Resaving

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DATE, CZECH_DATE = "2026-03-01", "1. 3. 2026"
CLEAN, DAMAGED = "content/articles/clean.cs.md", "content/articles/damaged.cs.md"

LETTERS = st.sampled_from("abcdefghijklmnop áčďéěíňóřšťúůýž ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ „“–…,.?!&%=")
LINES = st.lists(st.text(LETTERS, max_size=30), max_size=5)
FORMS = st.sampled_from(["NFC", "NFD"])
ENDS = st.sampled_from(["\n", "\r\n"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site; each example writes the same two files of it."""
    root = copy_site(None, tmp_path_factory.mktemp("fix") / "site")
    (root / "content/articles").mkdir()
    return root


def document(title: str, lines: list[str], form: str, end: str) -> str:
    fields = f"title: {json.dumps(title, ensure_ascii=False)}\ndescription: Perex.\ndate: {DATE}\n"
    text = f"---\n{fields}---\n" + "\n\n".join(lines) + "\n"
    return unicodedata.normalize(form, text).replace("\n", end)


DOCUMENTS = st.builds(document, st.text(LETTERS, min_size=1, max_size=30), LINES, FORMS, ENDS)


def with_mark(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def in_windows_1250(text: str) -> bytes:
    return unicodedata.normalize("NFC", text).encode("cp1250")


def with_czech_date(text: str) -> bytes:
    return text.replace(DATE, CZECH_DATE).encode()


def with_all(text: str) -> bytes:
    return in_windows_1250(text.replace(DATE, CZECH_DATE))


@pytest.mark.parametrize(
    ("damage", "is_resaved"),
    [(with_mark, True), (in_windows_1250, True), (with_czech_date, False), (with_all, True)],
)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(clean=DOCUMENTS, damaged=DOCUMENTS)
def test_damage_is_undone_and_nothing_else_done(
    site: Path, damage: Callable[[str], bytes], is_resaved: bool, clean: str, damaged: str
) -> None:
    (site / CLEAN).write_bytes(clean.encode())
    (site / DAMAGED).write_bytes(damaged.encode())
    assume(not round_of(site, mendable(site)).changes)
    broken = damage(damaged)
    assume(broken != damaged.encode())
    (site / DAMAGED).write_bytes(broken)
    before = state(site)
    steps = mend(site)
    mended = unicodedata.normalize("NFC", damaged).replace("\r\n", "\n") if is_resaved else damaged
    assert (site / DAMAGED).read_bytes().decode() == mended
    assert {**state(site), DAMAGED: broken} == before
    assert not steps[-1].refusals
    assert not mend(site)[0].changes, "once is enough"


def mend(root: Path) -> list[Round]:
    """Everything that can be mended, round by round; the last round changes nothing."""
    steps = []
    while not steps or steps[-1].changes:
        steps.append(round_of(root, mendable(root)))
        carry_out(root, steps[-1].changes)
    return steps


def mendable(root: Path) -> list[Problem]:
    problems = prepare(root, "https://web.example/", NOW).problems
    return [replace(problem, repair=problem.repair or repair_of(problem)) for problem in problems]


def repair_of(problem: Problem) -> Repair | None:
    """The right answer to the problems that the damages lead to, where a check doesn't say it itself."""
    match problem.code:
        case "byte-order-mark" | "wrong-encoding":
            return Resaving(problem.at.path)
        case "not-a-date":
            return Replacement(problem.at, problem.values["text"], problem.values["right"])
    return None


def state(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in ("content", "podcast")
        for path in (root / top).rglob("*")
        if path.is_file()
    }
