"""`podcast/media.lock.json`: the facts about each audio, kept in Git so that a build opens no audio file.

    {"version": 1, "audio": {"podcast/a.cs.mp3": {"sha256": …, "bytes": …, "seconds": …, "type": …, "url": …}}}

`url` is absent where the site itself holds the file, `chapters` where the audio has none.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..audio.facts import AudioFacts
from ..problems import Position, Problem
from ..unfinished import unfinished
from . import lock_refusals as refusals
from .entry import facts_of, fields_of, is_audio_path, wrong_fields

LOCK = "podcast/media.lock.json"
VERSION = 1

_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")
"""How the lines begin that Git leaves where it could not merge."""


def read_lock(root: Path) -> tuple[dict[str, AudioFacts], tuple[Problem, ...]]:
    """What the lock of the project at `root` knows, by the path of the audio; and what is wrong with the lock.

    Entries that are fine are kept. Never raises, whatever the file holds.
    """
    repeated: Counter[str] = Counter()
    try:
        text = (root / LOCK).read_text(encoding="utf-8-sig")
        content = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, repeated))
    except FileNotFoundError:
        return {}, ()
    except json.JSONDecodeError as error:
        return {}, (_conflict(text) or refusals.not_json(Position(LOCK, error.lineno, error.colno)),)
    except (
        OSError,
        ValueError,
        RecursionError,
    ):  # closed, not UTF-8, a number of 5,000 digits, 5,000 brackets
        return {}, (refusals.not_json(Position(LOCK)),)
    version, entries = _parts(content)
    if version != VERSION:
        return {}, (refusals.unknown_version(_place(text, "version"), VERSION),)
    if not isinstance(entries, dict):
        return {}, (refusals.no_audio(_place(text, "audio")),)
    problems = [refusals.repeated(_place(text, name, name), name) for name in repeated]
    known: dict[str, AudioFacts] = {}
    for path, entry in entries.items():
        wrong = list(_wrong(text, path, entry))
        problems += wrong
        if not wrong:
            known[path] = facts_of(path, entry)
    return known, tuple(problems)


def write_lock(root: Path, known: Mapping[str, AudioFacts]) -> None:
    """Write `known` into the lock: all of it or, when interrupted, nothing."""
    lock = root / LOCK
    entries = ",\n".join(f"    {_json(path)}: {{\n{_fields(known[path])}\n    }}" for path in sorted(known))
    with unfinished(lock) as new:
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{\n  "version": {VERSION},\n  "audio": {{\n{entries}\n  }}\n}}\n')
            file.flush()
            os.fsync(file.fileno())
        new.replace(lock)


def update_lock(root: Path, facts: AudioFacts) -> tuple[Problem, ...]:
    """Add `facts` to what the lock knows; one with problems stays as it is, lest entries get lost."""
    known, problems = read_lock(root)
    if not problems:
        write_lock(root, {**known, facts.path: facts})
    return problems


def _object(pairs: list[tuple[str, Any]], repeated: Counter[str]) -> dict[str, Any]:
    """An object of JSON; keys that it has twice (a merge of two branches that both added them) are `repeated`."""
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated += Counter(name for name, _ in pairs) - Counter(found.keys())
    return found


def _conflict(text: str) -> Problem | None:
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_MARKS):
            return refusals.conflict(Position(LOCK, number))
    return None


def _parts(content: Any) -> tuple[object, object]:
    """The version and the entries, None where they are missing."""
    if not isinstance(content, dict) or isinstance(content.get("version"), bool):
        return None, None
    return content.get("version"), content.get("audio")


def _wrong(text: str, path: str, entry: Any) -> Iterator[Problem]:
    if not is_audio_path(path):
        yield refusals.wrong_path(_place(text, path), path)
    elif not isinstance(entry, dict):
        yield refusals.wrong_field(_place(text, path), path, "{}")
    else:
        for name in wrong_fields(entry):
            at = _place(text, path, name) if name in entry else _place(text, path)
            yield refusals.wrong_field(at, path, name)


def _place(text: str, *names: str) -> Position:
    """Where the last of `names` stands as a key, each looked for behind the one before; missing ones are passed."""
    start = end = 0
    for name in names:
        if found := re.compile(f"{re.escape(_json(name))}\\s*:").search(text, end):
            start, end = found.span()
    return Position(LOCK, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _fields(facts: AudioFacts) -> str:
    """The fields of an entry, each on a line of its own, as changes and merges are by lines."""
    return ",\n".join(f"      {_json(name)}: {_value(value)}" for name, value in fields_of(facts).items())


def _value(value: object) -> str:
    if not isinstance(value, list):
        return _json(value)
    lines = ",\n".join(f"        {_json(each)}" for each in value)
    return f"[\n{lines}\n      ]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
