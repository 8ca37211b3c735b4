"""The chapters that audio holds, as programs write them and as no program should."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import CHAP, CTOC, ID3, TIT2, WXXX, CTOCFlags
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from site_builder.audio.facts import AudioChapter, AudioFacts

from .ffmpeg import ffmpeg
from .judging import facts
from .mp3 import frame
from .mp4 import movie, nero, text
from .ogg import opus

SOUND = frame() * 400
LINK = "https://web.example/díl?a=1#b"
TITLES = ["Úvod", "Rozhovor: „proč?“", "Závěr 🎙"]


def chapters(root: Path, name: str, data: bytes) -> list[AudioChapter]:
    found = facts(root, name, data)
    assert isinstance(found, AudioFacts), found
    return list(found.chapters)


def chapter(name: str, start: float, title: str = "", link: str = "", encoding: int = 1) -> CHAP:
    frames = [TIT2(encoding=encoding, text=[title])] if title else []
    if link:
        frames.append(WXXX(encoding=encoding, desc="odkaz", url=link))
    return CHAP(element_id=name, start_time=round(start * 1000), end_time=9000, sub_frames=frames)


def contents(name: str, *children: str, is_top: bool = True) -> CTOC:
    flags = CTOCFlags.ORDERED | (CTOCFlags.TOP_LEVEL if is_top else 0)
    return CTOC(element_id=name, flags=flags, child_element_ids=list(children), sub_frames=[])


def mp3(*frames: CHAP | CTOC, version: int = 4) -> bytes:
    tags = ID3()
    for part in frames:
        tags.add(part)
    file = BytesIO(SOUND)
    tags.save(file, v2_version=version)
    return file.getvalue()


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("encoding", [1, 3])
def test_id3(root: Path, version: int, encoding: int) -> None:
    link = "https://web.example/?a=1#b"
    data = mp3(
        chapter("a", 0, TITLES[0], encoding=encoding),
        chapter("b", 2.5, TITLES[1], link, encoding),
        chapter("c", 5.001, TITLES[2], encoding=encoding),
        contents("toc", "a", "b", "c"),
        version=version,
    )
    assert chapters(root, "a.mp3", data) == [
        AudioChapter(0, TITLES[0]),
        AudioChapter(2.5, TITLES[1], link),
        AudioChapter(5.001, TITLES[2]),
    ]


def test_the_table_of_contents_orders_and_hides(root: Path) -> None:
    marks = [chapter(name, start, name) for start, name in enumerate("abcdef")]
    tables = [contents("toc", "f", "part", "missing"), contents("part", "b", "a", is_top=False)]
    assert [one.title for one in chapters(root, "a.mp3", mp3(*marks, *tables))] == ["f", "b", "a"]


def test_without_a_table_time_orders(root: Path) -> None:
    marks = [chapter("z", 0, "first"), chapter("a", 4, "third"), chapter("m", 2, "second")]
    for more in ([], [contents("toc", "missing")]):
        assert [one.title for one in chapters(root, "a.mp3", mp3(*marks, *more))] == [
            "first",
            "second",
            "third",
        ]


def test_tables_that_hold_each_other(root: Path) -> None:
    tables = [contents("toc", "part", "a"), contents("part", "toc", "part", "b", is_top=False)]
    marks = [chapter("a", 0, "a"), chapter("b", 1, "b")]
    assert {one.title for one in chapters(root, "a.mp3", mp3(*marks, *tables))} == {"a", "b"}


@pytest.mark.parametrize("kind", ["opus", "ogg"])
def test_comments(root: Path, recordings: Path, kind: str) -> None:
    file = shutil.copy(recordings / f"a.{kind}", root / f"podcast/a.{kind}")
    tags = (OggOpus if kind == "opus" else OggVorbis)(file)
    tags.update(
        {
            "chapter002": "0:00:5.5",
            "CHAPTER002name": TITLES[1],
            "CHAPTER001": "00:00:02.250",
            "CHAPTER001NAME": TITLES[0],
            "CHAPTER001URL": LINK,
            "CHAPTER003": "nonsense",
            "CHAPTER003NAME": "no time",
            "CHAPTER004": "00:00:03",
            "CHAPTER005NAME": "no start",
        }
    )
    tags.save()
    assert chapters(root, f"a.{kind}", Path(file).read_bytes()) == [
        AudioChapter(2.25, TITLES[0], LINK),
        AudioChapter(5.5, TITLES[1]),
    ]


@pytest.fixture(scope="module")
def written_by_ffmpeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files in each format that ffmpeg can write chapters into: at 0, 3 and 5 seconds."""
    folder = tmp_path_factory.mktemp("chapters")
    starts = (0, 3, 5, 8)
    blocks = [
        f"[CHAPTER]\nTIMEBASE=1/1\nSTART={start}\nEND={end}\ntitle={title}\n"
        for start, end, title in zip(starts, starts[1:], TITLES, strict=False)
    ]
    (folder / "chapters.txt").write_text(";FFMETADATA1\n" + "".join(blocks), encoding="utf-8")
    inputs = ("-f", "lavfi", "-i", "sine=d=8", "-i", str(folder / "chapters.txt"), "-map_chapters", "1")
    for name in ("a.mp3", "a.m4a", "a.opus"):
        ffmpeg(*inputs, str(folder / name))
    ffmpeg(*inputs, "-movflags", "+faststart", str(folder / "fast.m4a"))
    return folder


@pytest.mark.parametrize("name", ["a.mp3", "a.m4a", "fast.m4a", "a.opus"])
def test_what_ffmpeg_writes(root: Path, written_by_ffmpeg: Path, name: str) -> None:
    found = chapters(root, name, (written_by_ffmpeg / name).read_bytes())
    assert found == [AudioChapter(start, title) for start, title in zip((0, 3, 5), TITLES, strict=True)]


@pytest.mark.parametrize("lost", [b"chpl", b"chap"], ids=["only QuickTime's", "only Nero's"])
def test_one_kind_in_mp4_is_enough(root: Path, written_by_ffmpeg: Path, lost: bytes) -> None:
    data = (written_by_ffmpeg / "a.m4a").read_bytes().replace(lost, b"free")
    assert [one.title for one in chapters(root, "a.m4a", data)] == TITLES
    both = data.replace(b"chpl", b"free").replace(b"chap", b"free")
    assert chapters(root, "a.m4a", both) == []


def test_quicktime_with_links(root: Path) -> None:
    marks = [(3000, text("A", LINK)), (2000, text("Č", encoding="utf-16")), (5000, text("C", "javascript:1"))]
    for handler in (b"text", b"sbtl"):
        found = chapters(root, "a.m4a", movie((handler, marks)))
        assert found == [AudioChapter(0, "A", LINK), AudioChapter(3, "Č"), AudioChapter(5, "C")]


def test_links_in_a_second_track(root: Path) -> None:
    titles = [(4000, text("A")), (6000, text("B"))]
    links = [(4000, text("odkaz")), (6000, text("odkaz", LINK))]
    found = chapters(root, "a.m4a", movie((b"text", titles), (b"text", links)))
    assert found == [AudioChapter(0, "A"), AudioChapter(4, "B", LINK)]


def test_chapters_that_begin_late(root: Path) -> None:
    data = movie((b"text", [(4000, text("A")), (4000, text("B"))]), delay=1500)
    assert [one.start for one in chapters(root, "a.m4a", data)] == [1.5, 5.5]


def test_nero_alone(root: Path) -> None:
    data = movie(user_data=nero((0, "A"), (2.5, "B" * 255), (99, "too late")))
    assert chapters(root, "a.m4a", data) == [AudioChapter(0, "A"), AudioChapter(2.5, "B" * 255)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("  Úvod\tdo\r\ntématu\0 ", "Úvod do tématu"),
        ("U\u0301vod", "Úvod"),
        ("\ufeffÚvod\x07\x9b", "Úvod"),
        ("řádek\u2028druhý", "řádek druhý"),
        ("a" * 9000, "a" * 500),
    ],
)
def test_titles_are_one_clean_line(root: Path, written: str, shown: str) -> None:
    data = opus("CHAPTER001=00:00:01.000", f"CHAPTER001NAME={written}")
    assert [one.title for one in chapters(root, "a.opus", data)] == [shown]


def test_what_has_no_title_or_begins_behind_the_end_is_left_out(root: Path) -> None:
    marks = [chapter("a", 0), chapter("b", 1, " \n "), chapter("c", 2, "C"), chapter("d", 999, "D")]
    assert [one.title for one in chapters(root, "a.mp3", mp3(*marks))] == ["C"]


@pytest.mark.parametrize(
    "link",
    [
        "",
        "web.example",
        "//web.example/",
        "ftp://web.example/",
        "javascript:alert(1)",
        "http://[",
        "https://",
        "https://web.example/a b",
    ],
)
def test_only_absolute_links_of_the_web(root: Path, link: str) -> None:
    data = opus("CHAPTER001=00:00:01.000", "CHAPTER001NAME=A", f"CHAPTER001URL={link}")
    assert chapters(root, "a.opus", data) == [AudioChapter(1, "A")]


def test_ten_thousand_chapters(root: Path) -> None:
    marks = b"".join(
        b"CHAP\0\0\0\x1d\0\0" + b"%05d\0" % number + bytes(16) + b"TIT2\0\0\0\x02\0\0"[:7]
        for number in range(10_000)
    )
    size = bytes(len(marks) >> shift & 0x7F for shift in (21, 14, 7, 0))
    assert len(chapters(root, "a.mp3", b"ID3\x04\0\0" + size + marks + SOUND)) <= 1000
    data = movie((b"text", [(1, text("A"))] * 5000), user_data=nero((0, "A")))
    assert len(chapters(root, "a.m4a", data)) == 1000


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_damaged_chapters_of_mp4_leave_the_facts_as_they_are(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = movie((b"text", [(4000, text("A", "https://a/")), (6000, text("B"))]), user_data=nero((0, "A")))
    place = data.draw(st.integers(whole.rindex(b"trak") + 4, len(whole) - 1))
    new = data.draw(st.binary(min_size=1, max_size=8))
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "podcast").mkdir()
    found = facts(folder, "a.m4a", (whole[:place] + new + whole[place + len(new) :])[: len(whole)])
    assert isinstance(found, AudioFacts)
    assert found.seconds == 10
    shutil.rmtree(folder)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_damaged_chapters_leave_the_facts_as_they_are(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tag = mp3(chapter("a", 0, "A", LINK.encode("ascii", "ignore").decode()), contents("toc", "a"))[
        : -len(SOUND)
    ]
    place = data.draw(st.integers(10, len(tag) - 1))
    new = data.draw(st.binary(min_size=1, max_size=6))
    broken = bytearray(tag)
    broken[place : place + len(new)] = new
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "podcast").mkdir()
    found = facts(folder, "a.mp3", bytes(broken[: len(tag)]) + SOUND)
    assert isinstance(found, AudioFacts)
    assert found.seconds == pytest.approx(400 * 1152 / 44100)
    shutil.rmtree(folder)
