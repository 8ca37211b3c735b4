"""Names of audio: what is no good part of an address, and what an absent file may be called instead."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from site_builder.audio.facts import AudioFacts, read_facts
from site_builder.audio.names import is_web_name, web_name
from site_builder.reading.front_matter import Scalar
from site_builder.repairs import Renaming, Replacement

from .judging import AT, refusal
from .mp3 import frame

SOUND = frame() * 300
VALUE = AT._replace(column=8)


@pytest.mark.parametrize("name", ["dil.cs.mp3", "Dil-01.mp3", "2026_03_01.cs.m4a", "a.opus", "01.mp3"])
def test_a_name_for_the_web(name: str) -> None:
    assert is_web_name(name)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("dil.cs.MP3", "dil.cs.mp3"),
        ("Noční autobus.cs.mp3", "nocni-autobus.cs.mp3"),
        ("díl (finální).mp3", "dil-finalni.mp3"),
        ("100 %.mp3", "100.mp3"),
        ("дом.mp3", "audio.mp3"),
        ("a#b?.mp3", "a-b.mp3"),
        ("-a-.mp3", "a.mp3"),
    ],
)
def test_a_name_that_is_none_has_one_beside_it(name: str, right: str) -> None:
    assert not is_web_name(name)
    assert web_name(name) == right
    assert is_web_name(right)


@pytest.mark.parametrize(
    ("written", "there", "right"),
    [
        ("dil.cs.mp3", "Dil.cs.mp3", "Dil.cs.mp3"),
        ("dil.cs.mp3", "dil.cs.MP3", "dil.cs.MP3"),
        ("díl.cs.mp3", "dil.cs.mp3", "dil.cs.mp3"),
        ("dil.cs.mp3", "dil.cs.m4a", "dil.cs.m4a"),
        ("zvuk/dil.mp3", "zvuk/Dil.mp3", "zvuk/Dil.mp3"),
    ],
)
def test_a_missing_file_is_found_under_its_other_name(
    root: Path, written: str, there: str, right: str
) -> None:
    file = root / "podcast" / there
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(SOUND)
    problem = refusal(read_facts(root, f"podcast/{written}", AT, Scalar(written, VALUE)))
    assert (problem.code, problem.repair) == ("audio-missing", Replacement(VALUE, written, right))


@pytest.mark.parametrize("there", [("dil.cs.mp3", "dil.cs.m4a"), ("dul.cs.opus",)])
def test_what_is_only_alike_is_not_taken_for_it(root: Path, there: tuple[str, ...]) -> None:
    for name in there:
        (root / "podcast" / name).write_bytes(SOUND)
    problem = refusal(read_facts(root, "podcast/dil.cs.opus", AT, Scalar("dil.cs.opus", VALUE)))
    assert problem.values["close"] in there
    assert problem.repair is None


def test_a_name_in_pieces_is_put_together(root: Path) -> None:
    apart = unicodedata.normalize("NFD", "díl.mp3")
    (root / "podcast" / apart).write_bytes(SOUND)
    found = read_facts(root, "podcast/díl.mp3", AT)
    if isinstance(found, AudioFacts):
        pytest.skip("This disk takes both for the same name.")
    problem = refusal(found)
    assert (problem.code, problem.repair) == (
        "audio-missing",
        Renaming(f"podcast/{apart}", "podcast/díl.mp3"),
    )
