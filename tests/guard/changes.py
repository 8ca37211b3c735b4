"""Changes to the little site that take something from readers, or from listeners."""

from __future__ import annotations

import shutil

from guard.conftest import Project

EPISODE = "podcast/prvni.cs.md"
GUID = "urn:uuid:00000000-0000-4000-8000-000000000001"
ARTICLE = "content/articles/druhy.cs.md"
FEED = "/podcast/feed.xml"
DATE = f"{GUID} {FEED} 2026-03-01T05:00:00Z"


def other_guid(project: Project) -> None:
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, f"guid: {GUID}", f"guid: {GUID[:-1]}2")


def no_episode(project: Project) -> None:
    for ending in ("cs.md", "en.md", "cs.vtt", "cs.mp3"):
        (project.root / f"podcast/prvni.{ending}").unlink()


def moved_audio(project: Project) -> None:
    (project.root / "podcast/prvni.cs.mp3").rename(project.root / "podcast/jiny.cs.mp3")
    project.edit(EPISODE, "audio: prvni.cs.mp3", "audio: jiny.cs.mp3")


def replaced_audio(project: Project) -> None:
    (audio,) = (project.root / "podcast").glob("*.mp3")
    data = audio.read_bytes()
    audio.write_bytes(data + data[-417:])


def no_page(project: Project) -> None:
    (project.root / ARTICLE).unlink()


def no_translation(project: Project) -> None:
    (project.root / "content/articles/dluhy.en.md").unlink()


def other_slug(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: jiny")


def other_slug_of_episode(project: Project) -> None:
    project.edit(EPISODE, "slug: prvni-dil", "slug: jiny-dil")


def renamed_file(project: Project) -> None:
    (project.root / ARTICLE).rename(project.root / "content/articles/treti.cs.md")


def made_draft(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\ndraft: true")


def scheduled(project: Project) -> None:
    project.edit(ARTICLE, "date: 2026-02-01", "date: 2026-09-01")


def other_date(project: Project) -> None:
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, "date: 2026-03-01 06:00", "date: 2026-03-01 06:05")


def other_topic_label(project: Project) -> None:
    project.edit("content/topics.yml", "cs: Dluhy", "cs: Zadlužení")


def swapped_slugs(project: Project) -> None:
    project.edit("content/articles/dluhy.cs.md", "title: Dluhy", "title: Dluhy\nslug: druhy")
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: dluhy")


def other_podcast(project: Project) -> None:
    project.edit("podcast/show.yml", "cs: 9d1ffe6c", "cs: 9d1ffe6d")


def no_file(project: Project) -> None:
    project.edit("content/articles/oboje.cs.md", "[Zpráva](zprava.pdf)", "Zpráva")
    (project.root / "content/articles/zprava.pdf").unlink()


def no_english(project: Project) -> None:
    settings = project.root / "content/site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("  en:"))
    settings.write_text(text.replace(", en: Office", "") + "\n", encoding="utf-8")
    for page in project.root.rglob("*.en.md"):
        page.unlink()
    for path in ("content/topics.yml", "podcast/show.yml"):
        file = project.root / path
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text(
            "".join(
                f"{line.partition(', en:')[0]}}}\n" if ", en:" in line else f"{line}\n" for line in lines
            ),
            encoding="utf-8",
        )


def add_episode(project: Project, name: str, number: int) -> None:
    """Another Czech episode, at `/podcast/<name>/`."""
    for ending in ("cs.md", "cs.vtt", "cs.mp3"):
        shutil.copy(project.root / f"podcast/prvni.{ending}", project.root / f"podcast/{name}.{ending}")
    audio = project.root / f"podcast/{name}.cs.mp3"
    audio.write_bytes(audio.read_bytes() + audio.read_bytes()[-417:] * number)
    path = f"podcast/{name}.cs.md"
    for old, new in (
        ("První díl", f"Díl {number}"),
        ("slug: prvni-dil\n", ""),
        (GUID, f"{GUID[:-1]}{number}"),
        ("episode: 1", f"episode: {number}"),
        ("2026-03-01", f"2026-03-0{number}"),
        ("prvni.cs.mp3", f"{name}.cs.mp3"),
        ("prvni.cs.vtt", f"{name}.cs.vtt"),
    ):
        project.edit(path, old, new)
