"""What the system says in English when something fails, in the language of the message that quotes it."""

from __future__ import annotations

from collections.abc import Mapping

from ..languages import Language, mark

_COMMON = frozenset(
    (
        mark("Connection refused"),
        mark("Connection reset by peer"),
        mark("Name or service not known"),
        mark("Temporary failure in name resolution"),
        mark("Network is unreachable"),
        mark("No route to host"),
        mark("timed out"),
        mark("Permission denied"),
        mark("No such file or directory"),
        mark("No space left on device"),
        mark("Read-only file system"),
    )
)
"""The commonest ones, as Linux says them (strerror, gai_strerror) and Python; others stay as they are."""


def system_error(said: str, language: Language) -> str:
    """What the system `said`, in `language` if it is one of the common errors."""
    return language.text(said) if said in _COMMON else said


def told(values: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """The `values` of a problem, its system's error in `language`."""
    return {**values, "error": system_error(values["error"], language)} if "error" in values else values
