"""What can be wrong with the lock. People don't write it: merges and careless editing break it."""

from __future__ import annotations

import re

from ..problems import Position, Problem, Severity

_UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_LONGEST_SHOWN = 200

_RESTORE = (
    "The tool writes this file: bring back its last version from Git, or ask whoever looks after the site."
)


def not_json(at: Position) -> Problem:
    """The file can't be read at all, or no further than to `at`."""
    return _problem(
        "lock-unreadable", at, "The list of stored audio can't be read: it isn't valid JSON.", _RESTORE
    )


def conflict(at: Position) -> Problem:
    """Git left its marks where two versions could not be merged."""
    return _problem(
        "lock-conflict",
        at,
        "Two versions of the list of stored audio were merged, and marks of the conflict are left in it.",
        "Keep the entries of both versions and delete the lines of the marks (<<<<<<<, =======, >>>>>>>).",
    )


def unknown_version(at: Position, known: int) -> Problem:
    """Written by another version of the tool."""
    return _problem(
        "lock-version",
        at,
        "The list of stored audio isn't in version {known}, the only one that this tool reads.",
        "Use the version of the tool that wrote it, or bring back the file's last version from Git.",
        known=str(known),
    )


def no_audio(at: Position) -> Problem:
    """There are no entries, not even none."""
    return _problem(
        "lock-unreadable", at, "The list of stored audio has no field “audio” with its entries.", _RESTORE
    )


def repeated(at: Position, name: str) -> Problem:
    """An object has a key twice; JSON would keep the last one in silence."""
    return _problem(
        "lock-repeated",
        at,
        "“{name}” stands in the list of stored audio twice.",
        "Keep the one that is right; the tool can't tell which.",
        name=name,
    )


def wrong_path(at: Position, path: str) -> Problem:
    """An entry is about no file of `podcast/`."""
    return _problem("lock-path", at, "“{name}” is not the path of a file in podcast/.", _RESTORE, name=path)


def wrong_field(at: Position, path: str, field: str) -> Problem:
    """A field of an entry is missing, has an impossible value or isn't known."""
    return _problem(
        "lock-entry",
        at,
        "The entry of {name} in the list of stored audio is wrong or missing something: {field}.",
        _RESTORE,
        name=path,
        field=field,
    )


def _problem(code: str, at: Position, message: str, hint: str, **values: str) -> Problem:
    return Problem(
        code, Severity.ERROR, at, message, hint, {name: _shown(value) for name, value in values.items()}
    )


def _shown(text: str) -> str:
    return _UNREADABLE.sub("\ufffd", text)[:_LONGEST_SHOWN]
