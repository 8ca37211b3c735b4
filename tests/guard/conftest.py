"""A little site that was published, and changes to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.guard import guard
from site_builder.ledger.entries import Ledger
from site_builder.ledger.making import ledger_of
from site_builder.problems import Problem
from site_builder.project import prepare

URL = "https://web.example/"
ARTICLE = "---\ntitle: {title}\ndescription: P.\ndate: 2026-02-01\ntopics: [debt]\n---\nText.\n"
FILES = {
    "content/articles/dluhy.cs.md": ARTICLE.format(title="Dluhy"),
    "content/articles/dluhy.en.md": ARTICLE.format(title="Debts"),
    "content/articles/druhy.cs.md": ARTICLE.format(title="Druhý"),
    "content/articles/oboje.cs.md": ARTICLE.format(title="Obojí").replace("[debt]", "[debt, housing]")
    + "\n[Zpráva](zprava.pdf)\n",
    "content/articles/zprava.pdf": "%PDF-1.7\n%%EOF\n",
    "content/articles/oboje.en.md": ARTICLE.format(title="Both").replace("[debt]", "[debt, housing]"),
}


@dataclass
class Project:
    """A project at `root`, and the ledger of what was published of it."""

    root: Path
    now: datetime
    published: Ledger

    def ledger(self) -> Ledger:
        """What a build would publish now; the content must have no errors."""
        project = prepare(self.root, URL, self.now)
        assert project.is_publishable, project.problems
        assert project.site is not None
        return ledger_of(project.site, self.root)

    def guarded(self, new: Ledger | None = None) -> tuple[Problem, ...]:
        """What the guard says of a build of the present files."""
        library = prepare(self.root, URL, self.now).library
        assert library is not None
        return guard(self.published, new or self.ledger(), library, self.now)

    def told(self) -> list[str]:
        """The same: place and code of each."""
        return [f"{p.at.path}:{p.at.line} {p.code}" for p in self.guarded()]

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the text `old`, which is there once, in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def withdraw(self, *what: str, since: str = "2026-06-01") -> None:
        """Write `what` into the file of what is withdrawn."""
        entries = "".join(
            f'  - what: "{name}"\n    why: It was wrong.\n    since: {since}\n' for name in what
        )
        (self.root / "content/withdrawn.yml").write_text(f"withdrawn:\n{entries}", encoding="utf-8")


@pytest.fixture
def project(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> Project:
    """The base site with articles, as it was published."""
    root = make_site(FILES)
    made = Project(root, now, Ledger(URL, (), (), ()))
    made.published = made.ledger()
    return made
