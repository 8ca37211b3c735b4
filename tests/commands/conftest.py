"""The command, called in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from commands.published import KINDS, make_place
from publishing.places import Place
from publishing.versions import Versions, make_versions

from site_builder.commands import main

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def site_builder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, now: datetime
) -> Command:
    """Run `site-builder` with arguments: its exit status, standard output and standard error."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["site-builder", *arguments])
        with pytest.raises(SystemExit) as exit_:
            main()
        output = capsys.readouterr()
        assert isinstance(exit_.value.code, int)
        return exit_.value.code, output.out, output.err

    return run


@pytest.fixture
def project(make_site: Callable[[Mapping[str, str]], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base site, with the working directory in it."""
    folder = make_site({})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Versions:
    """A project in the working directory, with its first site built."""
    found = make_versions(tmp_path / "project")
    found.write(found.old)
    monkeypatch.chdir(found.root)
    return found


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, versions: Versions, tmp_path: Path) -> Place:
    """An empty place, once of each kind."""
    return make_place(request.param, tmp_path, versions.root)


@pytest.fixture
def server(versions: Versions, tmp_path: Path) -> Place:
    return make_place("server", tmp_path, versions.root)


@pytest.fixture
def directory(versions: Versions, tmp_path: Path) -> Place:
    return make_place("directory", tmp_path, versions.root)


@pytest.fixture
def branch(versions: Versions, tmp_path: Path) -> Place:
    return make_place("branch", tmp_path, versions.root)
