"""Every case of `sites/` has exactly the problems that its `expected.txt` tells, and every code has a case."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

import site_builder
from site_builder.commands.fix import MOST_ROUNDS
from site_builder.fix import Moving, Rewriting, carry_out, round_of
from site_builder.load.memory import Memory
from site_builder.plugin import build_site
from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.report import EDITOR_LANGUAGES, editor_language, rows
from site_builder.verify import verify
from sites import cases, copy_site, expected_problems

PACKAGE = Path(site_builder.__file__).parent
URL = "https://web.example/"

CASES = cases("valid") + cases("invalid")

COMPUTED = {"image-alt-missing", "image-credit-missing", "unknown-topic", "unknown-project", "unknown-series"}
"""Codes that belong to a field: made of its name, or found by it."""

ELSEWHERE = {
    "name-collision": "reading/test_tree.py",
    "too-large": "reading/test_source.py",
    "header-too-long": "reading/test_front_matter.py",
    "broken-feed": "test_verify.py",
    "cname-elsewhere": "hosting/test_cname.py",
    "cover-colours": "checks/test_covers.py",
    "cover-ending": "checks/test_covers.py",
    "cover-heavy": "checks/test_covers.py",
    "cover-size": "checks/test_covers.py",
    "build-failed": "test_serve.py",
    "published-site-moved": "guard/test_guard.py",
    "published-first-language": "guard/test_guard.py",
    "published-page-gone": "guard/test_guard.py",
    "published-page-moved": "guard/test_guard.py",
    "published-page-hidden": "guard/test_guard.py",
    "published-redirect-gone": "guard/test_guard.py",
    "published-address-taken": "guard/test_guard.py",
    "published-file-gone": "guard/test_guard.py",
    "published-podcast-guid": "guard/test_guard.py",
    "published-feed-gone": "guard/test_guard.py",
    "published-episode-gone": "guard/test_guard_of_podcasts.py",
    "published-guid-changed": "guard/test_guard.py",
    "published-date-moved": "guard/test_guard.py",
    "published-audio-replaced": "guard/test_guard.py",
    "published-audio-moved": "guard/test_guard.py",
    "withdrawn-still-there": "guard/test_withdrawn.py",
    "withdrawn-will-be-there": "guard/test_withdrawn.py",
    "publish-occupied": "commands/test_publish_command.py",
    "publish-audio-storage": "commands/test_publish_command.py",
    "publish-into-itself": "commands/test_publish_command.py",
    "publish-example-address": "commands/test_publish_command.py",
    "publish-sources": "commands/test_publish_to_branch.py",
    "publish-overtaken": "commands/test_publish_to_server.py",
    "ledger-missing": "ledger/test_published.py",
    "ledger-moved": "ledger/test_published.py",
    "ledger-nowhere": "ledger/test_published.py",
    "ledger-unreachable": "ledger/test_published.py",
    "ledger-unreadable": "ledger/test_published.py",
    "ledger-newer": "ledger/test_published.py",
    "ledger-preview": "ledger/test_published.py",
    "site-incomplete": "ledger/test_complete.py",
    "site-stale": "commands/test_guard_command.py",
    "publish-ledger-gone": "commands/test_publish_to_storage.py",
    "site-not-built": "ledger/test_published.py",
    "dead-link-in-site": "test_verify.py",
    "enclosure-in-feed": "test_verify.py",
    "feed-rule": "test_verify.py",
    "site-without-https": "test_verify.py",
    "picture-damaged": "pictures/test_pictures_of_a_site.py",
    "picture-heavy": "checks/test_checks_of_pictures.py",
    "palette-contrast": "verify/test_palette.py",
    "palette-colour": "verify/test_palette.py",
    "recording-tracks": "studio/test_mastering.py",
    "recording-surround": "studio/test_mastering.py",
    "recording-clipped": "studio/test_mastering.py",
    "recording-soft": "studio/test_mastering.py",
    "recording-cut": "studio/test_mastering.py",
    "recording-uneven": "studio/test_mastering.py",
    "recording-silent": "studio/test_mastering.py",
    "audio-not-written": "studio/test_mastering.py",
    "recording-too-short": "studio/test_mastering.py",
    "recording-missing": "commands/test_audio_add.py",
    "recording-unreadable": "commands/test_audio_add.py",
    "audio-exists": "commands/test_audio_add.py",
    "audio-left": "commands/test_audio_add.py",
    "audio-not-named": "commands/test_audio_add.py",
    "audio-undecodable": "commands/test_audio_check.py",
    "audio-loudness": "commands/test_audio_check.py",
    "audio-clipping": "commands/test_audio_check.py",
    "audio-peak": "commands/test_audio_check.py",
    "audio-silence": "commands/test_audio_check.py",
    "audio-bitrate": "commands/test_audio_check.py",
    "audio-tags": "commands/test_audio_check.py",
    "audio-chapters-differ": "commands/test_audio_check.py",
    "audio-duration-differs": "commands/test_audio_check.py",
    "audio-too-large-for-git": "checks/test_git.py",
    "audio-too-much-for-git": "checks/test_git.py",
    "storage-damaged": "media/test_push.py",
    "storage-lacks": "commands/test_audio_storage.py",
    "storage-other-bytes": "commands/test_audio_storage.py",
    "translation-outdated": "commands/test_status.py",
    "stored-audio-length": "commands/test_audio_verify.py",
    "stored-audio-missing": "commands/test_audio_verify.py",
    "stored-audio-ranges": "commands/test_audio_verify.py",
    "stored-audio-type": "commands/test_audio_verify.py",
    "stored-audio-unreachable": "commands/test_audio_verify.py",
    "certificate-ends": "live/test_connection.py",
    "certificate-expired": "live/test_connection.py",
    "certificate-host": "live/test_connection.py",
    "certificate-untrusted": "live/test_connection.py",
    "live-404-page": "live/test_published_site.py",
    "live-canonical": "live/test_published_site.py",
    "live-elsewhere": "live/test_published_site.py",
    "live-feed-broken": "live/test_published_site.py",
    "live-feed-differs": "live/test_published_site.py",
    "live-feed-empty": "live/test_published_site.py",
    "live-feed-lacks": "live/test_published_site.py",
    "live-feed-twice": "live/test_published_site.py",
    "live-feed-unknown": "live/test_published_site.py",
    "live-header": "live/test_headers.py",
    "live-header-other": "live/test_headers.py",
    "live-headers-fixed": "live/test_headers.py",
    "live-ledger-broken": "live/test_published_site.py",
    "live-ledger-missing": "live/test_published_site.py",
    "live-ledger-newer": "live/test_published_site.py",
    "live-missing": "live/test_published_site.py",
    "live-moved": "live/test_published_site.py",
    "live-noindex": "live/test_published_site.py",
    "live-page-cut": "live/test_published_site.py",
    "live-plain": "live/test_connection.py",
    "live-plain-closed": "live/test_connection.py",
    "live-preview": "live/test_published_site.py",
    "live-preview-page": "live/test_published_site.py",
    "live-redirect-astray": "live/test_published_site.py",
    "live-redirect-chain": "live/test_published_site.py",
    "live-redirect-leaves": "live/test_published_site.py",
    "live-redirect-temporary": "live/test_published_site.py",
    "live-redirect-to-nothing": "live/test_published_site.py",
    "live-robots": "live/test_published_site.py",
    "live-robots-page": "live/test_published_site.py",
    "live-sitemap-broken": "live/test_published_site.py",
    "live-sitemap-page": "live/test_published_site.py",
    "live-soft-404": "live/test_published_site.py",
    "live-stale": "live/test_published_site.py",
    "live-type": "live/test_published_site.py",
    "live-unreachable": "live/test_published_site.py",
    "live-without-https": "live/test_connection.py",
}
"""Codes with a test of their own: a case would be megabytes, or needs ffmpeg, a server or a damaged site."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_site_has_exactly_the_expected_problems(case: Path, tmp_path: Path, now: datetime) -> None:
    project = prepare(copy_site(case, tmp_path / "site"), URL, now)
    assert [as_line(problem) for problem in project.problems] == expected_problems(case)


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
def test_messages_are_whole_in_each_language(case: Path, tmp_path: Path, now: datetime) -> None:
    problems = prepare(copy_site(case, tmp_path / "site"), URL, now).problems
    czech, english = (rows(problems, editor_language(code)) for code in EDITOR_LANGUAGES)
    for problem, in_czech, in_english in zip(problems, czech, english, strict=True):
        for row in (in_czech, in_english):
            assert row.message
            assert row.hint
            for place in re.findall(r"\{(\w+)\}", row.message + row.hint):
                assert place in "".join(problem.values.values()), f"{{{place}}} is not filled in {row}"
        assert in_czech.message != in_english.message


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
def test_what_has_one_right_answer_is_mended_and_nothing_gets_worse(
    case: Path, tmp_path: Path, now: datetime
) -> None:
    root = copy_site(case, tmp_path / "site")
    before = problems = prepare(root, URL, now).problems
    moved: dict[str, str] = {}
    unread: set[str] = set()
    for _ in range(MOST_ROUNDS):
        changes = round_of(root, problems).changes
        carry_out(root, changes)
        moved |= {change.path: change.to for change in changes if isinstance(change, Moving)}
        unread |= {change.path for change in changes if isinstance(change, Rewriting) and change.is_resaved}
        problems = prepare(root, URL, now).problems
        if not changes:
            break
    assert not changes, "it comes to an end, and another time nothing changes"
    assert [as_line(problem) for problem in problems if problem.repair] == []
    new = places(problems, {}) - places(before, moved)
    surprises = [line for line in new if line.rpartition(" ")[0] not in {*moved.values(), *unread}]
    assert surprises == [], "only files that nobody could read before may have problems that nobody saw"
    if all(problem.repair for problem in before):
        assert problems == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_preview_plans_and_describes_every_page(case: Path, tmp_path: Path, now: datetime) -> None:
    site = prepare(copy_site(case, tmp_path / "site"), URL, now, Memory()).site
    if site:
        assert all(page.view().title for page in site.pages)


@pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
def test_a_valid_site_is_built_without_dead_ends(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    built = build_site(copy_site(case, tmp_path / "site"))
    assert built.project.site is not None
    assert not verify(built.folder, built.project.site)


def test_every_code_has_a_case() -> None:
    assert codes_of_the_cases() | ELSEWHERE.keys() == codes_of_the_package() | COMPUTED


def places(problems: Iterable[Problem], moved: Mapping[str, str]) -> Counter[str]:
    """How often each kind of problem is in each file, where files are called as they are after they `moved`."""
    found: Counter[str] = Counter()
    for problem in problems:
        path = problem.at.path
        while path in moved:
            path = moved[path]
        found[f"{path} {problem.code}"] += 1
    return found


def as_line(problem: Problem) -> str:
    at = problem.at
    return f"{at.path}:{at.line}:{at.column} {problem.code} {problem.severity}"


def codes_of_the_cases() -> set[str]:
    return {line.split()[-2] for case in cases("invalid") for line in expected_problems(case)}


def codes_of_the_package() -> set[str]:
    """Literals that the package gives as first argument to `Problem` or to a function that takes a `code`."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    telling = {"Problem"}.union(*map(functions_with_code, trees))
    return {
        part.value
        for call in calls
        if call.args and name_of(call.func) in telling
        for part in choices(call.args[0])
        if isinstance(part, ast.Constant) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", str(part.value))
    }


def functions_with_code(tree: ast.Module) -> set[str]:
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(argument.arg == "code" for argument in node.args.args)
    }


def choices(argument: ast.expr) -> list[ast.expr]:
    """`"a"` → it; `"a" if … else "b"` → both."""
    return [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
