"""The editor's program is what its lock file gives, and nothing in it reaches for another host by itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import npm
import pytest

from site_builder.admin import BUNDLE

SOURCE = BUNDLE.parent / "npm"
LARGEST = 5_000_000  # bytes: it lies in the repository and in every site


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, made anew."""
    folder = tmp_path_factory.mktemp("bundle")
    made = subprocess.run(
        ["node", "bundle.mjs", str(folder)],
        cwd=npm.installed(SOURCE),
        check=False,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_bundle_is_what_the_lock_file_gives(anew: Path) -> None:
    new, kept = files(anew), files(BUNDLE)
    assert new.keys() == kept.keys()
    assert [path for path in new if new[path] != kept[path]] == [], "make admin"


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (SOURCE / "package-lock.json").read_text("utf-8")


def test_a_new_version_that_says_it_otherwise_is_not_bundled(tmp_path: Path) -> None:
    folder = tmp_path / "npm"
    shutil.copytree(npm.installed(SOURCE), folder, symlinks=True)
    program = folder / "node_modules/@sveltia/cms/npm/index.js"
    program.write_text(
        program.read_text("utf-8").replace("status:{indicator:", "status:{ indicator:"), "utf-8"
    )
    made = subprocess.run(
        ["node", "bundle.mjs", str(tmp_path / "out")], cwd=folder, check=False, capture_output=True, text=True
    )
    assert made.returncode != 0
    assert "Found 0 times instead of 1" in made.stderr


def test_the_program_brings_its_licences_and_is_not_too_large() -> None:
    kept = files(BUNDLE)
    assert sum(map(len, kept.values())) < LARGEST
    assert re.findall(r"^@sveltia/cms [\d.]+ \(MIT\)$", kept["LICENSE.txt"].decode(), re.MULTILINE)
    assert {"assets/source-sans-3.LICENSE.txt", "assets/material-symbols-outlined.LICENSE.txt"} <= kept.keys()
    assert not [path for path, data in kept.items() if b"sourceMappingURL" in data]


def test_fonts_come_from_the_site() -> None:
    program = (BUNDLE / "editor.js").read_text("utf-8")
    assert "jsdelivr" not in re.sub(r'"https://cdn\.jsdelivr\.net/fontsource/fonts"', "", program)
    for name in re.findall(r"assets/([\w.-]+\.(?:woff2|wasm|js))", program):
        assert (BUNDLE / "assets" / name).exists() or name.startswith("webp_enc_simd")
