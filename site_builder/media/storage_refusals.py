"""What can be wrong in the storage: found by `push` and `pull`, which change nothing then."""

from __future__ import annotations

from ..problems import Position, Problem, Severity


def other_bytes(name: str, path: str, at: Position) -> Problem:
    """Under the name of the audio lies something else."""
    return _problem(
        "storage-other-bytes",
        at,
        "In the storage, {name} isn't the audio {path}: it has other bytes.",
        "Nothing was changed. It was damaged or somebody else wrote it: look at it, and delete it if nobody needs it.",
        name=name,
        path=path,
    )


def damaged(name: str, path: str, at: Position) -> Problem:
    """What has just been uploaded isn't what was read before."""
    return _problem(
        "storage-damaged",
        at,
        "The audio {path} arrived in the storage with other bytes ({name}).",
        "Run “site-builder audio push” again, and don't change the file meanwhile.",
        name=name,
        path=path,
    )


def gone(name: str, path: str, at: Position) -> Problem:
    """The lock knows the audio, but the storage doesn't."""
    return _problem(
        "storage-lacks",
        at,
        "The storage has no {name}, where the audio {path} should lie.",
        "Does “storage” in content/site.yml name the right one? If it does, bring the file back from a backup.",
        name=name,
        path=path,
    )


def _problem(code: str, at: Position, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.ERROR, at, message, hint, values, field="audio")
