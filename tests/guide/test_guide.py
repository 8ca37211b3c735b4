"""What the editors' guide names is there: commands, fields, labels of the web editor, pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.admin.labels import FIELDS
from site_builder.commands import site_builder
from site_builder.documents import Kind
from site_builder.plan.kinds import SECTION_LABELS
from site_builder.report import editor_language
from site_builder.schema.kinds import all_fields

ROOT = Path(__file__).parents[2]
LANGUAGES = ("cs", "en")
IN_THE_EDITOR = {"cs": {"Články", "Lidé", "Koncept"}, "en": {"Articles", "People", "Draft"}}


def guide(language: str) -> str:
    return (ROOT / f"content/editors-guide/index.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_commands_exist(language: str) -> None:
    named = set(re.findall(r"`site-builder ([a-z]+)", guide(language)))
    assert named == {"new", "check", "fix", "status", "guard", "audio"}
    assert named <= set(site_builder.names)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", guide(language))) <= targets


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_web_editor_calls_things_so(language: str) -> None:
    text = editor_language(language).text
    labels = {text(label) for label in (*FIELDS.values(), *SECTION_LABELS.values())}
    assert IN_THE_EDITOR[language] <= labels
    assert all(f"**{label}**" in guide(language) for label in IN_THE_EDITOR[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_header_and_fields_exist(language: str) -> None:
    fields = {field.name for kind in Kind for field in all_fields(kind)}
    (header,) = re.findall(r"```yaml\n---\n(.*?)---", guide(language), re.DOTALL)
    named = re.findall(r"^([a-z_]+):", header, re.MULTILINE) + re.findall(
        r"`([a-z_]+)(?:: true)?`", guide(language)
    )
    assert {name for name in named if name != "transcript"} <= fields
    assert "unlisted: true" in guide(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_pictures_are_made(language: str) -> None:
    script = (ROOT / "tests/guide/pictures.py").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^ )]+)", guide(language))
    assert len(pictures) == 3
    assert all(f'"{picture}"' in script for picture in pictures)
