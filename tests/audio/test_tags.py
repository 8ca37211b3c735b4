"""Titles and covers within audio."""

from __future__ import annotations

import base64
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from mutagen.flac import Picture
from mutagen.id3 import APIC, ID3, TALB, TIT2, TPE1
from mutagen.mp4 import MP4, MP4Cover
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from site_builder.audio.tags import Tags, read_cover, read_tags

from .mp3 import frame
from .mp4 import movie
from .test_broken import MADE

EXPECTED = Tags("Díl první", "Křestní Příjmení", "Pořad")
FRONT, BACK, ICON = (b"\x89PNG\r\n\x1a\n" + name * 5000 for name in (b"\0\xff", b"back", b"icon"))


@pytest.fixture(params=["mp3-3", "mp3-4", "m4a", "opus", "ogg"])
def tagged(request: pytest.FixtureRequest, recordings: Path, tmp_path: Path) -> Path:
    """A recording with tags and covers that mutagen wrote."""
    kind, _, version = request.param.partition("-")
    file = tmp_path / f"a.{kind}"
    shutil.copy(recordings / ("xing.mp3" if kind == "mp3" else f"a.{kind}"), file)
    if kind == "mp3":
        tags = ID3()
        tags.setall("TIT2", [TIT2(encoding=1, text=[EXPECTED.title, "more"][: 2 if version == "4" else 1])])
        tags.setall("TPE1", [TPE1(encoding=1, text=[EXPECTED.artist])])
        tags.setall("TALB", [TALB(encoding=1, text=[EXPECTED.album])])
        for kind_of_picture, data in ((4, BACK), (3, FRONT)):
            tags.add(
                APIC(
                    encoding=1, mime="image/png", type=kind_of_picture, desc=f"č{kind_of_picture}", data=data
                )
            )
        tags.save(file, v2_version=int(version))
    elif kind == "m4a":
        audio = MP4(file)
        audio.update({"\xa9nam": EXPECTED.title, "\xa9ART": EXPECTED.artist, "\xa9alb": EXPECTED.album})
        audio["covr"] = [MP4Cover(FRONT, MP4Cover.FORMAT_PNG)]
        audio.save()
    else:
        comments = (OggOpus if kind == "opus" else OggVorbis)(file)
        comments.update({"title": EXPECTED.title, "ARTIST": EXPECTED.artist, "Album": EXPECTED.album})
        comments["metadata_block_picture"] = ["not a picture", *map(block, (2, 3), (ICON, FRONT))]
        comments.save()
    return file


def block(kind: int, data: bytes) -> str:
    picture = Picture()
    picture.type, picture.data, picture.mime = kind, data, "image/png"
    return base64.b64encode(picture.write()).decode()


def test_tags_and_front_cover(tagged: Path) -> None:
    assert read_tags(tagged) == EXPECTED
    assert read_cover(tagged) == FRONT


def test_any_picture_is_better_than_none(tmp_path: Path) -> None:
    tags, file = ID3(), BytesIO(frame() * 50)
    tags.add(APIC(encoding=3, mime="image/png", type=0, desc="", data=ICON))
    tags.save(file)
    (tmp_path / "a.mp3").write_bytes(file.getvalue())
    assert read_cover(tmp_path / "a.mp3") == ICON


def test_the_oldest_tags(tmp_path: Path) -> None:
    frames = b"TT2\0\0\x05\0Ahoj" + b"PIC\0\0\x0a\0PNG\x03\0" + FRONT[:4]
    (tmp_path / "a.mp3").write_bytes(b"ID3\x02\0\0\0\0\0" + bytes((len(frames),)) + frames + frame() * 50)
    assert read_tags(tmp_path / "a.mp3") == Tags("Ahoj")
    assert read_cover(tmp_path / "a.mp3") == FRONT[:4]


def test_a_tag_that_is_unsynchronised_as_a_whole(tmp_path: Path) -> None:
    frames = b"TIT2\0\0\0\x0b\0\0\x01\xff\0\xfeA\0\xff\0\x01B\0"
    (tmp_path / "a.mp3").write_bytes(b"ID3\x04\0\x80\0\0\0" + bytes((len(frames),)) + frames + frame() * 50)
    assert read_tags(tmp_path / "a.mp3") == Tags("A\u01ffB")


def test_sizes_as_old_versions_of_itunes_wrote_them(tmp_path: Path) -> None:
    title = "dlouhý " * 40
    frames = b"TIT2" + (len(title.encode()) + 1).to_bytes(4) + b"\0\0\x03" + title.encode()
    frames += b"TALB\0\0\0\x06\0\0\x03Album"
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    (tmp_path / "a.mp3").write_bytes(b"ID3\x04\0\0" + size + frames + frame() * 50)
    assert read_tags(tmp_path / "a.mp3") == Tags(title.strip(), album="Album")


@pytest.mark.parametrize("data", [frame() * 50, movie(), b"", b"<html>"], ids=["mp3", "m4a", "empty", "html"])
def test_nothing_is_there(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert read_tags(tmp_path / "a") == Tags()
    assert read_cover(tmp_path / "a") is None


@pytest.mark.parametrize(
    "kind", [kind for kind in MADE if re.search("tag|frame|bomb|chapters|box|moov|Ogg", kind)]
)
def test_broken_audio_has_whatever_can_be_read(tmp_path: Path, kind: str) -> None:
    name, make, _ = MADE[kind]
    (tmp_path / name).write_bytes(make())
    assert isinstance(read_tags(tmp_path / name), Tags)
    assert read_cover(tmp_path / name) is None
