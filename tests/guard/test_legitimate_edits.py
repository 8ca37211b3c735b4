"""What editors do every day passes the guard, publication after publication."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from guard.conftest import FILES, URL, Project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import SITES, copy_site

from site_builder.ledger.entries import Ledger

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
EPISODE = "podcast/prvni.cs.md"
ARTICLE = "content/articles/druhy.cs.md"
NUMBERS = count(1)


def front_matter(project: Project, path: str, **fields: str) -> None:
    """Give the fields of a page new values."""
    lines = (project.root / path).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in fields]
    added = [f"{name}: {value}" for name, value in fields.items()]
    (project.root / path).write_text("\n".join([kept[0], *added, *kept[1:]]) + "\n", encoding="utf-8")


def other_words(project: Project, word: str) -> None:
    for path in (ARTICLE, EPISODE):
        front_matter(project, path, title=f"Název {word}", description=f"Perex {word}.")
        with (project.root / path).open("a", encoding="utf-8") as file:
            file.write(f"\nDalší věta {word}.\n")


def new_article(project: Project, word: str) -> None:
    text = FILES[ARTICLE].replace("Druhý", f"Nový {word}")
    (project.root / f"content/articles/novy-{next(NUMBERS)}.cs.md").write_text(text, encoding="utf-8")


def new_translation(project: Project, word: str) -> None:
    (project.root / ARTICLE.replace(".cs.", ".en.")).write_text(FILES[ARTICLE], encoding="utf-8")


def new_episode(project: Project, word: str) -> None:
    number = next(NUMBERS) + 1
    for ending in ("mp3", "vtt"):
        shutil.copy(
            project.root / f"podcast/prvni.cs.{ending}", project.root / f"podcast/dil-{number}.cs.{ending}"
        )
    shutil.copy(SITES / "base" / EPISODE, project.root / f"podcast/dil-{number}.cs.md")
    front_matter(
        project,
        f"podcast/dil-{number}.cs.md",
        slug=f"dil-{number}",
        guid=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        episode=str(number),
        audio=f"dil-{number}.cs.mp3",
        transcript=f"dil-{number}.cs.vtt",
        date="2026-05-01 06:00",
    )


def draft(project: Project, word: str) -> None:
    text = FILES[ARTICLE].replace("title:", "draft: true\ntitle:")
    (project.root / f"content/articles/koncept-{next(NUMBERS)}.cs.md").write_text(text, encoding="utf-8")


def scheduled(project: Project, word: str) -> None:
    text = FILES[ARTICLE].replace("2026-02-01", "2026-09-01")
    (project.root / f"content/articles/pozdeji-{next(NUMBERS)}.cs.md").write_text(text, encoding="utf-8")


def other_topics(project: Project, word: str) -> None:
    front_matter(project, ARTICLE, topics="[housing]")


def no_topics(project: Project, word: str) -> None:
    """The topics that the page was alone on have no page any more."""
    for path in (project.root / "content/articles").glob("*.md"):
        front_matter(project, str(path.relative_to(project.root)), topics="[housing]")


def other_slug(project: Project, word: str) -> None:
    """The address changes, and the page says all that it had."""
    for path in (ARTICLE, EPISODE):
        lines = (project.root / path).read_text(encoding="utf-8").splitlines()
        fields = dict(line.split(": ", 1) for line in lines if line.startswith(("slug: ", "redirect_from: ")))
        former = fields.get("slug", "druhy")
        known = fields.get("redirect_from", "[]").strip("[]").split(", ")
        addresses = ", ".join([*filter(None, known), former])
        front_matter(project, path, slug=f"adresa-{next(NUMBERS)}", redirect_from=f"[{addresses}]")


def other_file(project: Project, word: str) -> None:
    """The file gets another name; the address stays."""
    file = project.root / "content/articles/dluhy.en.md"
    if file.exists():
        front_matter(project, str(file.relative_to(project.root)), slug="dluhy")
        file.rename(file.with_name("debts.en.md"))


def new_topic(project: Project, word: str) -> None:
    with (project.root / "content/topics.yml").open("a", encoding="utf-8") as file:
        file.write(f"tema-{next(NUMBERS)}: {{cs: Téma, en: Topic}}\n")


def other_show(project: Project, word: str) -> None:
    front = (project.root / "podcast/show.yml").read_text(encoding="utf-8")
    text = "".join(
        f"author: Úřad {word}\n" if line.startswith("author:") else line
        for line in front.splitlines(keepends=True)
    )
    (project.root / "podcast/show.yml").write_text(text, encoding="utf-8")


def updated(project: Project, word: str) -> None:
    front_matter(project, EPISODE, updated="2026-05-20")


def replaced_audio(project: Project, word: str) -> None:
    audio = project.root / "podcast/prvni.cs.mp3"
    data = audio.read_bytes()
    audio.write_bytes(data + data[-417:])
    front_matter(project, EPISODE, audio_changed=f"2026-05-01 10:{next(NUMBERS) % 60:02}")


def withdrawn_article(project: Project, word: str) -> None:
    text = (project.root / ARTICLE).read_text(encoding="utf-8")
    slug = text.partition("slug: ")[2].partition("\n")[0] or "druhy"
    (project.root / ARTICLE).unlink()
    english(project).unlink(missing_ok=True)
    project.withdraw(f"/clanky/{slug}/", "/clanky/druhy/", "/en/articles/druhy/")


def english(project: Project) -> Path:
    return project.root / ARTICLE.replace(".cs.", ".en.")


def expired_article(project: Project, word: str) -> None:
    front_matter(project, ARTICLE, expires="2026-05-31")


def other_date_of_article(project: Project, word: str) -> None:
    front_matter(project, ARTICLE, date="2026-02-03")


EDITS: tuple[Callable[[Project, str], None], ...] = (
    other_words,
    new_article,
    new_translation,
    new_episode,
    draft,
    scheduled,
    other_topics,
    no_topics,
    other_slug,
    other_file,
    new_topic,
    other_show,
    updated,
    replaced_audio,
    other_date_of_article,
)
LAST: tuple[Callable[[Project, str], None], ...] = (withdrawn_article, expired_article)
WORDS = st.text("aáčďeěiíňoóřšťuúůyýžAZ 019", min_size=1, max_size=8).map(lambda text: f"x{text}".strip())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """What was published at first; not to be changed."""
    root = copy_site(None, tmp_path_factory.mktemp("base") / "site")
    (root / "content/articles").mkdir()
    for path, text in FILES.items():
        (root / path).write_text(text, encoding="utf-8")
    made = Project(root, NOW, Ledger(URL, (), (), ()))
    made.published = made.ledger()
    return made


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), st.sampled_from((*LAST, None)), WORDS)
def test_legitimate_edits_pass(
    base: Project,
    edits: list[Callable[[Project, str], None]],
    last: Callable[[Project, str], None] | None,
    word: str,
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        shutil.copytree(base.root, root, symlinks=True)
        project = Project(root, NOW, base.published)
        for edit in edits:
            edit(project, word)
        if last:
            last(project, word)
        new = project.ledger()
        assert project.guarded(new) == ()
        project.published = new
        other_words_of_the_rest(project, word)
        assert project.told() == []


def other_words_of_the_rest(project: Project, word: str) -> None:
    """The next publication: the ledger of this one is compared with."""
    front_matter(project, EPISODE, title=f"Znovu {word}")
