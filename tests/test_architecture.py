"""The rooms of the house: who may import what, and how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import site_builder

PACKAGE = Path(site_builder.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = Path(__file__).parent
LONGEST_MODULE = 400
LONGEST_PLUGIN = 250


def imported(module: Path) -> Iterator[str]:
    """The top names of all that `module` imports from other packages, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def importers(package: str) -> set[str]:
    return {str(module.relative_to(PACKAGE)) for module in MODULES if package in imported(module)}


def test_only_the_plugin_imports_mkdocs() -> None:
    assert importers("mkdocs") == {"plugin.py"}
    assert importers("material") == set()


def test_only_the_room_of_audio_imports_mutagen() -> None:
    assert {name.partition("/")[0] for name in importers("mutagen")} == {"audio"}


def test_the_rooms_of_pictures_and_cards_alone_know_pillow() -> None:
    """Reading looks at headers alone, so no picture costs more; cards are drawn of nothing but text."""
    assert {name.partition("/")[0] for name in importers("PIL")} == {"pictures", "cards"}


def test_each_program_is_run_by_one_module_alone() -> None:
    """ffmpeg by the studio, rclone by media, git by the history, ssh and rsync by the server's."""
    runs = {"studio/ffmpeg.py", "media/rclone.py", "history/git.py", "publishing/server.py"}
    assert importers("subprocess") == runs
    assert importers("imageio_ffmpeg") == {"studio/ffmpeg.py"}


def test_one_module_asks_over_http() -> None:
    """Only the rooms of media, of the ledger and of the published site ask it."""
    clients = {"http", "ssl", "socket", "requests", "urllib3"}
    assert [module.name for module in MODULES if clients & set(imported(module))] == ["fetching.py"]
    asking = {module.relative_to(PACKAGE).parts[0] for module in MODULES if "fetching" in rooms_used(module)}
    assert asking == {"media", "ledger", "live"}


def test_only_the_branch_imports_what_makes_its_commits() -> None:
    assert importers("ghp_import") == {"publishing/branch.py"}


def test_only_the_room_of_feeds_imports_feedgen() -> None:
    for package in ("feedgen", "lxml"):
        assert {name.partition("/")[0] for name in importers(package)} == {"feeds"}


def test_only_the_room_of_markdown_imports_its_engine() -> None:
    for package in ("comrak", "nh3"):
        assert {name.partition("/")[0] for name in importers(package)} == {"markdown"}


def test_only_the_room_of_search_imports_stemmers_and_dictionaries() -> None:
    for package in ("simplemma", "snowballstemmer"):
        assert importers(package) == {"search/words.py"}


def test_a_check_reads_no_dictionary() -> None:
    code = (
        "import sys, site_builder.commands, site_builder.project, site_builder.finish;"
        "sys.exit('simplemma' in sys.modules or 'snowballstemmer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_only_the_command_imports_click() -> None:
    assert {name.partition("/")[0] for name in importers("click")} == {"commands"}


def test_the_plugin_is_thin() -> None:
    assert len((PACKAGE / "plugin.py").read_text(encoding="utf-8").splitlines()) <= LONGEST_PLUGIN


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_no_module_is_too_long(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_no_file_of_the_tests_is_too_long() -> None:
    lengths = {
        str(file.relative_to(TESTS)): len(file.read_text(encoding="utf-8").splitlines())
        for file in TESTS.rglob("*.py")
    }
    assert {name for name, length in lengths.items() if length > LONGEST_MODULE} == set()


def test_the_core_runs_without_the_renderer() -> None:
    """Checking needs neither mkdocs nor the time to import it."""
    code = (
        "import sys, site_builder.commands, site_builder.project, site_builder.finish, site_builder.verify;"
        "sys.exit('mkdocs' in sys.modules or 'site_builder.plugin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


STAGES = (
    *(
        "reading",
        "schema",
        "settings",
        "markdown",
        "audio",
        "pictures",
        "transcripts",
        "library",
        "chapters",
        "media",
        "history",
        "load",
        "checks",
    ),
    *("cards", "plan", "draw", "feeds", "search", "ledger", "finish"),
    *("admin", "hosting", "verify", "live", "guard", "publishing"),
    *("studio", "fix", "plugin", "commands"),
)
"""The stages in the order of the data: an earlier one knows nothing of a later one."""


@pytest.mark.parametrize("stage", STAGES)
def test_data_flows_one_way(stage: str) -> None:
    later = set(STAGES[STAGES.index(stage) + 1 :])
    place = PACKAGE / stage
    modules = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    for module in modules:
        assert not rooms_used(module) & later, module.relative_to(PACKAGE)


def test_the_judge_of_feeds_shares_no_code_with_what_writes_them() -> None:
    rooms = {
        room for module in (PACKAGE / "verify/podcast_rules").glob("*.py") for room in rooms_used(module)
    }
    assert rooms == {"vocabularies"}


def rooms_used(module: Path) -> set[str]:
    """The rooms of the package that `module` imports from when it is imported."""
    depth = len(module.relative_to(PACKAGE).parts)
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return {
        name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.level == depth
        for name in ([node.module.partition(".")[0]] if node.module else [alias.name for alias in node.names])
    }
