"""Little sites: each case is a folder whose files are laid over those of `base`."""

from __future__ import annotations

import shutil
from pathlib import Path

SITES = Path(__file__).parent
OVERRIDES = SITES.parent.parent / "overrides"
NOTES = ("expected.txt", "removed.txt")
"""Files of a case that are about it: the problems to be found, and the files of `base` that it has not."""


def copy_site(case: Path | None, target: Path) -> Path:
    """Make the site of `case` (a folder; none: `base` itself) at `target`, ready to be built."""
    shutil.copytree(SITES / "base", target)
    (target / "overrides").symlink_to(OVERRIDES)
    if case:
        shutil.copytree(
            case, target, symlinks=True, ignore=shutil.ignore_patterns(*NOTES), dirs_exist_ok=True
        )
        for path in _lines(case / "removed.txt"):
            (target / path).unlink()
    return target


def expected_problems(case: Path) -> list[str]:
    """The lines of the case's `expected.txt`; a case without one has no problems."""
    return _lines(case / "expected.txt")


def cases(kind: str) -> list[Path]:
    """The folders of all cases below `valid` or `invalid`."""
    return sorted(folder for folder in (SITES / kind).iterdir() if folder.is_dir())


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
