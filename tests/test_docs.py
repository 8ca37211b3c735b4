"""The README names everything that can be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.commands import site_builder
from site_builder.commands.new import KINDS
from site_builder.documents import Kind
from site_builder.schema.kinds import all_fields
from site_builder.settings.accessibility import ACCESSIBILITY_FIELDS
from site_builder.settings.admin import ADMIN_FIELDS
from site_builder.settings.languages import LANGUAGE_FIELDS
from site_builder.settings.publicity import PROJECT_FIELDS
from site_builder.settings.show import SHOW_FIELDS
from site_builder.settings.site import SITE_FIELDS
from site_builder.settings.withdrawn import WITHDRAWAL_FIELDS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PODCAST = ROOT / "docs" / "podcast.md"
SITE = ROOT / "docs" / "site.md"
PUBLISHING = ROOT / "docs" / "publishing.md"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

TARGETS = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", site_builder.names)
def test_the_readme_names_every_command(readme: str, command: str) -> None:
    assert f"site-builder {command}" in readme


@pytest.mark.parametrize("target", TARGETS)
def test_the_readme_names_every_target_of_make(readme: str, target: str) -> None:
    assert f"make {target}" in readme


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_names_every_kind(readme: str, kind: str) -> None:
    assert re.search(rf"\b{kind}\b", readme)


@pytest.fixture(scope="module")
def podcast() -> str:
    return PODCAST.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", Kind)
def test_the_readme_names_every_field_but_those_for_podcast_apps(
    readme: str, podcast: str, kind: Kind
) -> None:
    text = readme + podcast if kind is Kind.EPISODE else readme
    missing = [field.name for field in all_fields(kind) if not re.search(rf"`{field.name}\b", text)]
    assert not missing


def test_the_guide_to_podcasts_names_every_field_of_a_show(podcast: str) -> None:
    assert [field.name for field in SHOW_FIELDS if not re.search(rf"`{field.name}\b", podcast)] == []


def test_the_files_that_the_readme_leads_to_exist(readme: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", re.sub(r"```.*?```", "", readme, flags=re.DOTALL))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_guide_to_publishing_names_every_field_of_what_is_withdrawn() -> None:
    guide = PUBLISHING.read_text(encoding="utf-8")
    assert [field.name for field in WITHDRAWAL_FIELDS if not re.search(rf"\b{field.name}: ", guide)] == []


def test_the_guide_to_the_settings_names_every_field_of_them() -> None:
    guide = SITE.read_text(encoding="utf-8")
    fields = (*SITE_FIELDS, *LANGUAGE_FIELDS, *PROJECT_FIELDS, *ACCESSIBILITY_FIELDS, *ADMIN_FIELDS)
    assert [field.name for field in fields if not re.search(rf"`{field.name}\b", guide)] == []
