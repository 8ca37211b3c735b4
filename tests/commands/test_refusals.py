"""How a command refuses what it was given: in one line, in the editor's language, never with a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    "written", ["abc", " ", "-1", "99999999999999", "9" * 5000, f"{'0' * 20}99999999999999"]
)
def test_a_time_of_the_build_that_is_none(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    code, _, errors = site_builder("check", str(project))
    assert (code, errors.startswith("Error: The variable SOURCE_DATE_EPOCH is")) == (2, True)


@pytest.mark.parametrize(("asked", "word"), [(["--language", "cs"], "Chyba: "), ([], "Error: ")])
def test_the_word_before_is_of_the_language_of_the_message(
    site_builder: Command, asked: list[str], word: str
) -> None:
    code, _, errors = site_builder("verify", "nonsense", *asked)
    assert (code, errors.startswith(word)) == (2, True)


def test_who_is_in_another_folder_is_asked_so(
    tmp_path: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "another folder than the project's?" in site_builder("build")[1]


def test_the_commonest_errors_of_the_system_are_in_the_language_of_the_message(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = site_builder("due", "http://127.0.0.1:9/", "--language", "cs")[1]
    assert "Zveřejněný web nelze načíst: spojení bylo odmítnuto." in refused

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "content")

    monkeypatch.setattr("site_builder.commands.check.problems_of", closed)
    code, _, errors = site_builder("check", "--language", "cs")
    assert (code, errors) == (2, "site-builder: chybí oprávnění: content\n")
