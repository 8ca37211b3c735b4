"""A command that is called as nobody can call it: what is wrong is said in the editor's language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

from site_builder.commands import site_builder, usage
from site_builder.report import editor_language

CZECH = editor_language("cs")


def told(*words: str) -> str:
    with pytest.raises(click.UsageError) as raised:
        site_builder(list(words), prog_name="site-builder", standalone_mode=False)
    return usage.told(raised.value, CZECH)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("chek", "Příkaz „chek“ neexistuje. Neměli jste na mysli „check“?"),
        ("xyz", "Příkaz „xyz“ neexistuje."),
        ("audio ad", "Příkaz „ad“ neexistuje. Neměli jste na mysli „add“?"),
        ("--nic", "Volba --nic neexistuje."),
        ("check --sinc", "Volba --sinc neexistuje. Neměli jste na mysli „--since“?"),
        ("check neni", "DIR musí být složka, která existuje."),
        ("check . neni jinde", "Tohle je navíc: neni jinde"),
        ("build --site-dir", "Za volbou --site-dir chybí hodnota."),
        ("build --preview=1", "Volba --preview nemá hodnotu."),
        ("guard --format xml", "--format může být jen: text, github, gitlab, sarif"),
        ("publish", "Chybí TARGET."),
        ("publish branch:x --keep 1", "--keep musí být celé číslo od 2 výš."),
        ("new", "Chybí KIND."),
    ],
)
def test_what_is_wrong_is_said(words: str, reason: str) -> None:
    assert told(*words.split()).splitlines()[0] == f"Chyba: {reason}"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "web").touch()
    assert told("build", "--site-dir", str(tmp_path / "web")).startswith("Chyba: --site-dir musí být složka.")


def test_how_the_command_is_called_is_said() -> None:
    assert told("publish").splitlines()[1:] == [
        "Volá se takto: site-builder publish [OPTIONS] TARGET [DIR]",
        "Vše o něm: site-builder publish --help",
    ]


def test_the_system_s_language_is_the_editor_s(
    run: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    done = run("site_builder", "chek", folder=tmp_path, language="cs_CZ.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Chyba: Příkaz „chek“ neexistuje.")
