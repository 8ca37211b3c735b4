"""What the audio says of itself, held against what it is and what the episode and the lock say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..audio.facts import AudioChapter, AudioFacts
from ..audio.names import episode_called
from ..audio.tags import Tags
from ..documents import Chapter
from ..media.known import differs_in_content
from ..problems import Position, Problem, Severity
from ..seconds import clock

_SAME = 1.0
"""Seconds by which times may differ: encoders pad, and headers round."""

_ADD_AGAIN = "Add the recording again: “site-builder audio add” writes what the episode says into it."


def durations(counted: float, claimed: float, decoded: float, at: Position) -> Iterator[Problem]:
    """Seconds as counted frame by frame, as the header `claimed` (0: nothing), and as decoded."""
    times = [counted, decoded, *([claimed] if claimed else [])]
    if max(times) - min(times) > _SAME:
        yield _warning(
            "audio-duration-differs",
            at,
            "It isn't sure how long the audio is: {claimed} by its header, {counted} by its frames, {decoded} played.",
            "It is damaged, or its header is wrong: export it again.",
            claimed=clock(claimed or counted),
            counted=clock(counted),
            decoded=clock(decoded),
        )


def lock(facts: AudioFacts, known: AudioFacts | None, at: Position) -> Iterator[Problem]:
    """The lock knows another audio by that name, or another duration of it."""
    if known is None:
        return
    if known.sha256 != facts.sha256:
        yield differs_in_content(known, at)
    elif abs(known.seconds - facts.seconds) > _SAME:
        yield _warning(
            "audio-duration-differs",
            at,
            "By podcast/media.lock.json the audio lasts {known}, but it lasts {right}.",
            "Note it anew: site-builder audio add --keep {path} {episode}",
            path=facts.path,
            episode=episode_called(at.path),
            known=clock(known.seconds),
            right=clock(facts.seconds),
        )


def chapters(held: Sequence[AudioChapter], episode: Sequence[Chapter], at: Position) -> Iterator[Problem]:
    """The chapters that the audio holds aren't those of the episode (which may have none of its own)."""
    if not episode:
        return
    if not held:
        yield _warning(
            "audio-chapters-differ",
            at,
            "The audio holds no chapters, though the episode has some; not every app reads the episode's.",
            _ADD_AGAIN,
        )
        return
    same = len(held) == len(episode) and all(
        abs(one.start - other.start) <= _SAME and one.title == other.title
        for one, other in zip(held, episode, strict=True)
    )
    if not same:
        yield _warning(
            "audio-chapters-differ", at, "The audio holds other chapters than the episode.", _ADD_AGAIN
        )


def tags(found: Tags, title: str, show: str, at: Position) -> Iterator[Problem]:
    """Title and album: `title` is the episode's, `show` the show's (empty: there is none)."""
    if not found.title:
        yield _warning("audio-tags", at, "The audio has no title in its tags.", _ADD_AGAIN)
    elif found.title != title:
        yield _warning(
            "audio-tags",
            at,
            "The title in the audio's tags is “{found}”, not the episode's: “{right}”.",
            _ADD_AGAIN,
            found=found.title,
            right=title,
        )
    if show and not found.album:
        yield _warning(
            "audio-tags", at, "The audio doesn't name the podcast in its tags (album).", _ADD_AGAIN
        )
    elif show and found.album != show:
        yield _warning(
            "audio-tags",
            at,
            "The album in the audio's tags is “{found}”, not the podcast: “{right}”.",
            _ADD_AGAIN,
            found=found.album,
            right=show,
        )


def no_cover(at: Position) -> Problem:
    """Nothing to look at in cars and on lock screens."""
    return _warning("audio-tags", at, "The audio has no cover in its tags.", _ADD_AGAIN)


def _warning(code: str, at: Position, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.WARNING, at, message, hint, values, "audio")
