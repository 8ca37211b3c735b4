"""Any bytes at all: facts or a problem, tags or none, never an exception."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.audio.facts import AudioFacts
from site_builder.audio.tags import Tags, read_cover, read_tags

from .judging import facts, refusal
from .mp3 import ape, footed_id3, frame, free_frame, id3v1, lyrics3, summary, vbri
from .mp4 import movie, nero, text
from .ogg import opus
from .test_broken import frame_of_tag, tagged

CHAPTER = frame_of_tag(
    b"CHAP",
    b"a\0" + bytes(16) + frame_of_tag(b"TIT2", b"\x01\xff\xfeA\0") + frame_of_tag(b"WXXX", b"\0\0https://a/"),
)
WHOLE = {
    "a.mp3": [
        tagged(
            CHAPTER,
            frame_of_tag(b"CTOC", b"t\0\x03\x01a\0"),
            frame_of_tag(b"APIC", b"\x01image/png\0\x03\xff\xfeA\0\0\0picture"),
            frame_of_tag(b"TPE1", b"\0\0\0\x02\x03A", flags=3),
        ),
        summary(b"Xing", 40) + frame() * 40 + ape(300) + id3v1(),
        vbri(40, 9000) + frame() * 40 + lyrics3(200) + id3v1(),
        free_frame(500) * 40 + footed_id3(90, is_last=True),
    ],
    "a.m4a": [
        movie((b"text", [(4000, text("A", "https://a/")), (6000, text("B"))]), user_data=nero((0, "A")))
    ],
    "a.opus": [
        opus("CHAPTER001=00:00:01.000", "CHAPTER001NAME=A", "METADATA_BLOCK_PICTURE=AAAAAw==", seconds=4)
    ],
}
SIGNATURES = [
    b"",
    b"ID3\x04\0\0\0\0\0",
    b"\xff\xfb\x90",
    b"OggS\0\x02" + bytes(20),
    b"\0\0\0\x18ftypM4A ",
    b"\0\0\0\x08free\0\0\x40\0moov",
    b"RIFF",
]


def survives(folder: Path, name: str, data: bytes) -> None:
    (folder / "podcast").mkdir()
    found = facts(folder, name, data)
    assert isinstance(found, AudioFacts) or refusal(found)
    assert isinstance(read_tags(folder / "podcast" / name), Tags)
    assert isinstance(read_cover(folder / "podcast" / name), bytes | None)
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", WHOLE)
def test_they_are_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / "podcast").mkdir()
    for data in WHOLE[name]:
        found = facts(tmp_path, name, data)
        assert isinstance(found, AudioFacts), found
    first = facts(tmp_path, name, WHOLE[name][0])
    assert isinstance(first, AudioFacts)
    assert first.chapters


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_changed_bytes(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    content = bytearray(data.draw(st.sampled_from(WHOLE[name])))
    for _ in range(data.draw(st.integers(1, 6))):
        reach = data.draw(st.sampled_from([100, 900, len(content)]))
        start = data.draw(st.integers(0, min(len(content), reach)))
        if data.draw(st.booleans()):
            start = len(content) - start
        content[start : start + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    survives(tmp_path_factory.mktemp("changed"), name, bytes(content))


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_cut_at_any_byte(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    content = data.draw(st.sampled_from(WHOLE[name]))
    survives(tmp_path_factory.mktemp("cut"), name, content[: data.draw(st.integers(0, len(content)))])


@settings(max_examples=200, deadline=None)
@given(
    start=st.sampled_from(SIGNATURES),
    content=st.binary(max_size=3000),
    name=st.sampled_from(["a.mp3", "a.m4a", "a.opus", "a.ogg", "a", "a.wav"]),
)
def test_any_bytes(start: bytes, content: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    survives(tmp_path_factory.mktemp("any"), name, start + content)
