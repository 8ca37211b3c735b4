"""What of the pictures beside texts gets into the site, and how often that costs anything."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from sites import SITES, copy_site

from pictures.photos import exif, noisy, opened, saved
from site_builder.finish.pictures import picture_files
from site_builder.load.memory import Memory
from site_builder.pictures import store
from site_builder.pictures.store import FOLDER
from site_builder.plugin import build_site
from site_builder.project import prepare
from site_builder.verify import verify

HOST = "https://web.example/"
FOLDER_OF_TEXT = "content/articles/snimky"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: datetime) -> Path:
    """The project of the case `photos`, not yet built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    return copy_site(SITES / "valid" / "photos", tmp_path / "site")


def built(site: Path) -> Path:
    done = build_site(site)
    assert done.project.site is not None
    assert not verify(done.folder, done.project.site)
    return done.folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_site_has_what_its_pages_show_and_no_original(site: Path) -> None:
    (site / FOLDER_OF_TEXT / "nikde.jpg").write_bytes(saved("JPEG", noisy((300, 200))))
    folder = built(site)
    found = files(folder / "media")
    originals = {p.read_bytes() for p in (site / FOLDER_OF_TEXT).iterdir() if p.suffix.lower() != ".gif"}
    assert not originals & set(found.values())
    assert not [name for name in found if "nikde" in name]
    assert "articles/snimky/pohyb.gif" in found
    page = (folder / "clanky/snimky/index.html").read_text(encoding="utf-8")
    asked = {
        url for value in re.findall(r' srcset="([^"]*)"', page) for url in re.findall(r"\S+(?= \d+w)", value)
    }
    assert asked
    assert all((folder / url.lstrip("/")).exists() for url in asked)
    for name, data in found.items():
        assert not opened(data).getexif(), name


def test_a_second_build_codes_nothing_and_is_the_same(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = files(built(site))

    def forbid(*_: object) -> None:
        raise AssertionError("it was made before")

    monkeypatch.setattr(store, "encoded", forbid)
    assert files(built(site)) == first
    (site / "content/index.cs.md").write_text((site / "content/index.cs.md").read_text() + "\nJinak.\n")
    assert {name for name in files(built(site)) if "pictures" in name} == {
        n for n in first if "pictures" in n
    }


def test_a_preview_reads_what_it_has_shown_no_more(site: Path, tmp_path: Path, now: datetime) -> None:
    memory, folder = Memory(), tmp_path / "out"
    planned = prepare(site, HOST, now, memory).site
    assert planned is not None
    first = dict(picture_files(planned, site, folder))
    for path, data in first.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    again = prepare(site, HOST, now, memory).site
    assert again is not None
    assert {path for path, _ in picture_files(again, site, folder)} == {
        path for path in first if not path.startswith("media/pictures/")
    }


def test_what_is_kept_follows_the_pictures_of_the_project(site: Path) -> None:
    built(site)
    before = {file.name for file in (site / FOLDER).iterdir()}
    (site / FOLDER_OF_TEXT / "foto.jpg").write_bytes(saved("JPEG", noisy((900, 700))))
    built(site)
    after = {file.name for file in (site / FOLDER).iterdir()}
    assert (len(before - after), len(after - before)) == (6, 8)


def test_a_cover_is_published_as_large_as_it_is_but_tells_nothing(site: Path) -> None:
    cover = site / "podcast/cover.jpg"
    with opened(cover.read_bytes()) as picture:
        picture.save(cover, exif=exif(located=False))
    published = (built(site) / "podcast/audio/cover.jpg").read_bytes()
    assert b"Camera" in cover.read_bytes()
    assert b"Camera" not in published
    assert opened(published).tobytes() == opened(cover.read_bytes()).tobytes()


def test_feeds_and_search_engines_get_one_that_every_program_shows(site: Path) -> None:
    folder = built(site)
    feed = (folder / "atom.xml").read_text(encoding="utf-8")
    assert re.search(r"media/pictures/na-vysku-2-kopie-[0-9a-f]{12}-300\.jpg", feed)
    assert "srcset" not in feed
    page = (folder / "clanky/snimky/index.html").read_text(encoding="utf-8")
    assert re.search(r'"image":\s*\["https?://[^"]*media/pictures/foto-[0-9a-f]{12}-700\.jpg"', page)


def test_a_picture_that_is_damaged_inside_is_told_of_once(site: Path) -> None:
    data = saved("PNG", noisy((600, 400)))
    (site / FOLDER_OF_TEXT / "graf.png").write_bytes(data[:40_000] + b"\xff" * 2000 + data[42_000:])
    done = build_site(site)
    assert done.project.site is not None
    problems = verify(done.folder, done.project.site)
    assert [(p.code, p.at.path) for p in problems] == [("picture-damaged", f"{FOLDER_OF_TEXT}/graf.png")]


def test_a_draft_s_picture_is_not_published(site: Path) -> None:
    text = site / FOLDER_OF_TEXT / "index.cs.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8"
    )
    assert not [name for name in files(built(site)) if "foto" in name]
