"""A recording becomes the audio of an episode: beside its text, named in its header, known to the lock.

Everything is made under a hidden name in the same folder and renamed when it is whole: an interruption leaves the
old audio, or the new one, and never half of it.
"""

from __future__ import annotations

import filecmp
import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from ..audio.facts import AudioChapter, AudioFacts, read_facts
from ..audio.tagging import NewTags, write_tags
from ..chapters import from_zero, written_chapters
from ..documents import Document, EpisodeDetails
from ..library import Library, is_published
from ..media.digests import sha256_of
from ..media.lock import read_lock, update_lock
from ..problems import Problem
from ..shows import Encoding
from ..unfinished import unfinished
from . import refusals
from .cover import small_cover
from .ffmpeg import Step
from .front_matter import with_field
from .mastering import Master, master


@dataclass(frozen=True, slots=True)
class Added:
    """What was done: the audio's facts, how it was made (None: it was kept as it is), and what is left to do."""

    facts: AudioFacts
    master: Master | None
    problems: tuple[Problem, ...]


def audio_path(document: Document, ending: str) -> str:
    """Where the audio of the episode's version `document` lies: beside its text, under the episode's name."""
    name = PurePosixPath(document.name).name
    return str(PurePosixPath(document.path).with_name(f"{name}.{document.language}{ending}"))


def audio_at_stake(root: Path, document: Document, file: Path, *, keep: bool) -> str:
    """The audio that `document` has and would lose to `file` (its path); empty where it has none, or the same.

    In the folder or, by the lock, in the storage.
    """
    assert isinstance(document.details, EpisodeDetails)
    known, _ = read_lock(root)
    for path in (audio_path(document, file.suffix.lower() if keep else ".mp3"), document.details.audio):
        if path and (root / path).is_file():
            if not (keep and filecmp.cmp(root / path, file, shallow=False)):
                return path
        elif path in known:
            return path
    return ""


def add_recording(
    root: Path, library: Library, document: Document, file: Path, program: str, step: Step, now: datetime
) -> Added | Problem:
    """Encode recording `file` as the audio of `document`, with loudness, tags, cover and chapters."""
    path = audio_path(document, ".mp3")
    show = library.show_of(document)
    encoding = show.encoding if show else Encoding()
    with unfinished(root / path) as made:
        mastered = master(program, file, encoding, made, step)
        if isinstance(mastered, Problem):
            return mastered
        write_tags(made, _tags(root, library, document, program), mastered.after.seconds)
        facts = _facts(made, document)
        if isinstance(facts, Problem):
            return facts
        return _put(root, document, made, replace(facts, path=path), mastered, now)


def keep_audio(root: Path, document: Document, file: Path, now: datetime) -> Added | Problem:
    """Take `file`, audio that apps play, as the audio of `document`, bit for bit."""
    facts = _facts(file, document)
    if isinstance(facts, Problem):
        return facts
    path = audio_path(document, file.suffix.lower())
    with unfinished(root / path) as made:
        shutil.copyfile(file, made)
        return _put(root, document, made, replace(facts, path=path), None, now)


def _facts(file: Path, document: Document) -> AudioFacts | Problem:
    """The facts about `file`, wherever it lies, its hash among them."""
    facts = read_facts(file.absolute().parent, file.name, document.where("audio"))
    return facts if isinstance(facts, Problem) else replace(facts, sha256=sha256_of(file))


def _put(
    root: Path, document: Document, made: Path, facts: AudioFacts, mastered: Master | None, now: datetime
) -> Added:
    """Make the audio `made` that of `document`: put it in its place, name it, note it in the lock.

    Where `now` listeners have the former one already, the header says that this one is meant to take its place.
    """
    is_heard = is_published(document, now) and _differs(root, document, facts)
    made.replace(root / facts.path)
    fields = {"audio": PurePosixPath(facts.path).name}
    if is_heard:
        fields["audio_changed"] = now.strftime("%Y-%m-%d %H:%M")
    problems = (
        problem for name, value in fields.items() for problem in _say(root / document.path, name, value)
    )
    return Added(
        facts,
        mastered,
        (*problems, *_lock(root, facts), *_left(root, document, facts.path)),
    )


def _differs(root: Path, document: Document, facts: AudioFacts) -> bool:
    """Whether `document` names audio, and other than that of `facts`."""
    former = document.details.audio if isinstance(document.details, EpisodeDetails) else ""
    known = read_lock(root)[0].get(former)
    if known and known.sha256:
        return (known.sha256, former) != (facts.sha256, facts.path)
    return (root / former).is_file() and (sha256_of(root / former), former) != (facts.sha256, facts.path)


def _left(root: Path, document: Document, path: str) -> tuple[Problem, ...]:
    """The audio that the header named before is still there: only its editor can tell what it is good for."""
    former = document.details.audio if isinstance(document.details, EpisodeDetails) else ""
    is_left = former != path and (root / former).is_file()
    return (refusals.former(former, path),) if is_left else ()


def _lock(root: Path, facts: AudioFacts) -> tuple[Problem, ...]:
    """Note `facts` in the lock. Where it is the same audio still, it is stored where it was."""
    known = read_lock(root)[0].get(facts.path)
    url = known.url if known and known.sha256 == facts.sha256 else ""
    return update_lock(root, replace(facts, url=url))


def _say(file: Path, name: str, value: str) -> tuple[Problem, ...]:
    """Have the header of `file` say `value` in its field `name`."""
    data = file.read_bytes()
    try:
        changed = with_field(data.decode("utf-8"), name, value)
    except UnicodeDecodeError:
        changed = None
    if changed is None:
        return (refusals.unchanged_header(str(file), f"{name}: {value}"),)
    if changed.encode() != data:
        with unfinished(file) as made:
            made.write_bytes(changed.encode())
            made.replace(file)
    return ()


def _tags(root: Path, library: Library, document: Document, program: str) -> NewTags:
    """What the audio says of itself: what the page and the feed say."""
    details, show = document.details, library.show_of(document)
    assert isinstance(details, EpisodeDetails)
    chapters = from_zero(written_chapters(library, document), document.title)
    cover = details.cover or (show.image if show else "")
    return NewTags(
        title=document.title,
        artist=show.author[document.language] if show else "",
        album=show.title[document.language] if show else "",
        description=document.description,
        language=document.language,
        day=document.date.date() if document.date else None,
        number=details.number,
        season=details.season,
        cover=small_cover(program, root / cover) if cover else b"",
        chapters=tuple(AudioChapter(each.start, each.title, each.url) for each in chapters),
    )
