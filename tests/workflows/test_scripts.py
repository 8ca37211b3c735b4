"""The scripts that both hosts call, beside a tool that says what it was asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .clones import ROOT

ADDRESS = "https://podporujemeinovace.example/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The scripts, in a project with an environment."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    programs = tmp_path / ".venv/bin"
    programs.mkdir(parents=True)
    (programs / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (programs / "site-builder").write_text('#!/bin/sh\necho "$@"\nexit "${STATUS:-0}"\n')
    for program in programs.iterdir():
        program.chmod(0o755)
    return tmp_path


def ran(project: Path, script: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("PUBLISH", "PUBLISHED_AT", "FIRST")
    }
    return subprocess.run(
        [str(project / ".ci" / script), *arguments],
        env={**inherited, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_address_is_that_of_the_settings_which_a_variable_overrules(project: Path) -> None:
    assert ran(project, "address").stdout == f"{ADDRESS}\n"
    assert ran(project, "address", SITE_URL="https://web.example/").stdout == "https://web.example/\n"


@pytest.mark.parametrize(
    ("variables", "is_first"),
    [
        ({"PUBLISH": "true"}, False),
        ({"PUBLISH": "true", "FIRST": "false"}, False),
        ({"PUBLISH": "true", "FIRST": "true"}, True),
        ({"PUBLISH": ""}, True),
        ({}, True),
    ],
)
def test_where_a_host_publishes_the_guard_must_find_what_is_published(
    project: Path, variables: dict[str, str], is_first: bool
) -> None:
    asked = ran(project, "guard", "--format", "github", **variables).stdout.split()
    assert asked == ["guard", "--against", ADDRESS, "--format", "github", *["--first"] * is_first]


@pytest.mark.parametrize(
    ("variables", "is_first"), [({"PUBLISH": "true"}, False), ({}, False), ({"FIRST": "true"}, True)]
)
def test_a_site_that_is_published_elsewhere_is_guarded_there(
    project: Path, variables: dict[str, str], is_first: bool
) -> None:
    old = "https://the.old.example/"
    asked = ran(project, "guard", PUBLISHED_AT=old, **variables).stdout.split()
    assert asked == ["guard", "--against", old, *["--first"] * is_first]


@pytest.mark.parametrize(
    ("status", "said", "told"), [("0", "due=true\n", 0), ("1", "due=false\n", 0), ("2", "", 2)]
)
def test_what_cannot_be_told_is_neither_due_nor_not(project: Path, status: str, said: str, told: int) -> None:
    done = ran(project, "due", STATUS=status)
    assert (done.stdout, done.returncode) == (said, told)
    assert done.stderr == f"due {ADDRESS}\n"
