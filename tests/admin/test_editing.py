"""What the web editor writes is as good as what is written by hand: it is checked, built and published."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import frontmatter
import pytest
from hosts import hosted
from PIL import Image
from playwright.sync_api import Browser

from admin.session import Session, editing, project_files
from site_builder.plugin import build_site
from site_builder.project import prepare

URL = "https://web.example/"


@pytest.fixture(scope="module")
def editor(browser: Browser, built: Path, every_kind: Path) -> Iterator[Session]:
    """The editor of a site with a page of every kind, on the files of that site."""
    with hosted(built) as url, editing(browser, url, every_kind) as session:
        yield session


@pytest.fixture
def project(every_kind: Path, tmp_path: Path) -> Path:
    """A copy of the site's project, for what the editor writes."""
    return Path(shutil.copytree(every_kind, tmp_path / "project", symlinks=True))


def written(editor: Session, project: Path) -> dict[str, bytes]:
    """The files that the editor made or changed; they are laid into `project` too."""
    old = project_files(project)
    new = {path: data for path, data in editor.files().items() if old.get(path) != data}
    for path, data in new.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(data)
    return new


def photograph() -> bytes:
    """A large photograph of a telephone held upright, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    exif[0x8825] = {1: "N", 2: (50.0, 5.0, 0.0), 3: "E", 4: (14.0, 25.0, 0.0)}
    file = io.BytesIO()
    Image.new("RGB", (4000, 3000), "teal").save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_an_article_in_two_languages_with_a_photograph(
    editor: Session, project: Path, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.open("collections/articles/new")
    editor.fill("title", "Noční autobus: „první“ zkušenost")
    editor.fill("description", "Co jsme se naučili: méně je více.")
    editor.fill("body", "Autobus jezdí od října.")
    editor.fill("date", "2026-05-04T06:30")
    editor.switch("draft")
    editor.upload("image", "Fotka č. 1.JPG", "image/jpeg", photograph())
    editor.fill("image_alt", "Autobus na zastávce")
    editor.fill("image_credit", "Jana Nováková")
    editor.translate()
    editor.fill("title", "A night bus: no 1", 1)
    editor.fill("description", "What we have learnt.", 1)
    editor.fill("body", "The bus has been running since October.", 1)
    editor.fill("image_alt", "A bus at its stop", 1)
    editor.save()
    files = written(editor, project)
    folder = "content/articles/nocni-autobus-prvni-zkusenost"
    assert files.keys() == {f"{folder}/index.cs.md", f"{folder}/index.en.md", f"{folder}/fotka-c-1.webp"}
    assert 'date: "2026-05-04 06:30"' in files[f"{folder}/index.en.md"].decode()
    with Image.open(io.BytesIO(files[f"{folder}/fotka-c-1.webp"])) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == ("WEBP", (1920, 2560), {})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
    built = build_site(project, tmp_path / "new")
    assert built.project.problems == ()
    page = (tmp_path / "new/en/articles/nocni-autobus-prvni-zkusenost/index.html").read_text("utf-8")
    assert "<h1>A night bus: no 1</h1>" in page


def test_an_episode_with_its_audio_and_transcript(editor: Session, project: Path, now: datetime) -> None:
    editor.open("collections/podcast/new")
    editor.fill("title", "Druhý díl")
    editor.fill("description", "O autobusu.")
    editor.upload("audio", "Druhý díl.mp3", "audio/mpeg", (project / "podcast/prvni.cs.mp3").read_bytes())
    editor.upload("transcript", "druhy.vtt", "text/vtt", (project / "podcast/prvni.cs.vtt").read_bytes())
    editor.fill("date", "2026-05-04T06:30")
    editor.fill("episode", "7")
    editor.choose("explicit", "Ne")
    editor.translate()
    editor.fill("title", "The second episode", 1)
    editor.fill("description", "About the bus.", 1)
    editor.save()
    files = written(editor, project)
    czech, english = (
        frontmatter.loads(files[f"podcast/druhy-dil.{code}.md"].decode()) for code in ("cs", "en")
    )
    assert czech["guid"] == english["guid"]
    assert czech["guid"].startswith("urn:uuid:")
    assert (czech["audio"], czech["transcript"]) == ("druhy-dil.mp3", "druhy.vtt")
    assert not english.keys() & {"audio", "transcript"}
    assert (czech["draft"], czech["episode"], czech["explicit"]) == (True, 7, False)
    assert [problem.code for problem in prepare(project, URL, now).problems] == []


def test_a_change_leaves_everything_else_as_it_was(editor: Session, project: Path) -> None:
    before = {path: frontmatter.loads(data.decode()) for path, data in home_pages(project_files(project))}
    editor.open("collections/pages/entries/index")
    editor.fill("description", "Nový popis.")
    editor.save()
    after = {path: frontmatter.loads(data.decode()) for path, data in home_pages(written(editor, project))}
    before["content/index.cs.md"]["description"] = "Nový popis."
    assert [(page.metadata, page.content) for page in after.values()] == [
        (before[path].metadata, before[path].content) for path in after
    ]


def home_pages(files: dict[str, bytes]) -> list[tuple[str, bytes]]:
    """Those among `files` that are the home page in one of its languages."""
    return [(path, data) for path, data in files.items() if path.startswith("content/index.")]


def test_nothing_is_asked_of_another_host_and_nothing_breaks_the_policy(editor: Session) -> None:
    editor.open("assets")
    editor.page.get_by_role("grid").first.wait_for()
    editor.open("collections/articles/new")
    editor.field("image").locator("button", has_text="Procházet").click()
    editor.page.get_by_role("dialog").first.wait_for()
    assert editor.asked == []
    assert editor.violations() == []
