"""Content that nobody would write on purpose: the tool says what is wrong or publishes it well, and never breaks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import copy_site

from site_builder.finish import outputs
from site_builder.fix import as_diff, refusals_told, round_of
from site_builder.load.memory import Memory
from site_builder.plugin import build_site
from site_builder.project import prepare
from site_builder.report import FORMATS, Screen, as_screen, as_step_summary, editor_language
from site_builder.verify import verify

URL = "https://web.example/"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
ARTICLE = "---\ntitle: {title}\ndescription: Perex.\ndate: 2026-03-01\n---\n{body}\n"

MakeSite = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site; each example of a property replaces one file of it."""
    return copy_site(None, tmp_path_factory.mktemp("hostile") / "site")


def survives(root: Path) -> None:
    """Every stage that a preview runs, except drawing, takes the project as it is."""
    for preview in (False, True):
        project = prepare(root, URL, NOW, Memory() if preview else None)
        for code in ("cs", "en"):
            language = editor_language(code)
            for form in FORMATS.values():
                form(project.problems, language).encode("utf-8")
            as_screen(project.problems, language, root, Screen()).encode("utf-8")
            as_step_summary(project.problems, language, 100_000).encode("utf-8")
            step = round_of(root, project.problems)
            (as_diff(step, language, Screen()) + refusals_told(step, language)).encode("utf-8")
        if project.site and (preview or project.is_publishable):
            for page in project.site.pages:
                page.view()
            for path, data in outputs(project.site):
                if path.endswith(".xml"):
                    ET.fromstring(data)


FEW = settings(max_examples=40, suppress_health_check=list(HealthCheck))

FILES = [
    "content/site.yml",
    "content/topics.yml",
    "content/articles/a.cs.md",
    "content/people/jana.cs.md",
    "podcast/show.yml",
    "podcast/prvni.cs.md",
    "podcast/prvni.cs.vtt",
    "podcast/prvni.cs.mp3",
]


@pytest.mark.parametrize("path", FILES)
@FEW
@given(data=st.binary(max_size=300))
def test_any_bytes_are_survived(site: Path, path: str, data: bytes) -> None:
    with replaced(site / path, data):
        survives(site)


@pytest.mark.parametrize("path", [path for path in FILES if not path.endswith(".mp3")])
@FEW
@given(data=st.data())
def test_any_damage_to_a_good_file_is_survived(site: Path, path: str, data: st.DataObject) -> None:
    good = (site / path).read_bytes() if (site / path).exists() else ARTICLE.encode()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(start + 40, len(good))))
    scrap = data.draw(
        st.sampled_from([b"", b"\n", b": ", b"[", b"{", b"- ", b"\x00", b"\xff", b'"', b"'", b"*a", b"&a "])
    )
    with replaced(site / path, good[:start] + scrap + good[end:]):
        survives(site)


@pytest.mark.parametrize(
    "name", [b"obr\xe1zek.svg", b"\xe8l\xe1nek.cs.md", b"nov\xe1\nadka.svg", b"a" * 200 + b".svg"]
)
def test_any_file_name_is_survived(make_site: MakeSite, name: bytes) -> None:
    root = make_site({})
    with (root / "content" / os.fsdecode(name)).open("wb") as file:
        file.write(ARTICLE.format(title="Název", body="Text.").encode())
    survives(root)


@pytest.mark.parametrize(
    "path", ["content/site.yml", "content/topics.yml", "podcast/show.yml", "content/a.cs.md"]
)
def test_a_folder_in_place_of_a_file_is_survived(make_site: MakeSite, path: str) -> None:
    root = make_site({})
    (root / path).unlink(missing_ok=True)
    (root / path).mkdir()
    survives(root)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.format(title='"Zvonek\\x07"', body="Text."),
        ARTICLE.format(title='"Půlka \\ud83d"', body="Text."),
        ARTICLE.format(title="Název", body="Zvonek&#7; a &#xFFFF; a &#xD83D;"),
        ARTICLE.format(title="Název", body="[odkaz](a&#7;b) ![obrázek](a%00b) [%](%) [ff](%ff)"),
        ARTICLE.format(title="Název", body="`]]>` <!-- a -- b --> ]]>"),
        ARTICLE.format(title="{{ title }} {% raw %} {0} %s", body="{{ 7 * 7 }} {% include 'x' %}"),
        ARTICLE.format(title="<script>alert(1)</script>", body="Text."),
        ARTICLE.replace("2026-03-01", "0001-01-01").format(title="Nejstarší", body="Text."),
        ARTICLE.replace("2026-03-01", "9999-12-31 23:59").format(title="Nejnovější", body="Text."),
    ],
)
def test_any_text_is_published_well_or_refused(
    make_site: MakeSite, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    root = make_site({"content/articles/a.cs.md": text})
    survives(root)
    built = build_site(root)
    if built.project.is_publishable:
        assert built.project.site is not None
        assert not verify(built.folder, built.project.site)
        for page in built.folder.rglob("*.html"):
            assert "<script>alert" not in page.read_text(encoding="utf-8")


@contextmanager
def replaced(path: Path, data: bytes) -> Iterator[None]:
    """`path` with other bytes, for a while."""
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    try:
        yield
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
