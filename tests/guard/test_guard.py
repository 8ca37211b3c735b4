"""What the guard refuses, each thing at its line; more of pages and their addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from guard.changes import (
    ARTICLE,
    EPISODE,
    made_draft,
    moved_audio,
    no_english,
    no_file,
    no_page,
    no_translation,
    other_date,
    other_guid,
    other_podcast,
    other_slug,
    other_slug_of_episode,
    other_topic_label,
    renamed_file,
    replaced_audio,
    scheduled,
    swapped_slugs,
)
from guard.conftest import Project


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_guid, [f"{EPISODE}:6 published-guid-changed"]),
        (moved_audio, [f"{EPISODE}:11 published-audio-moved"]),
        (replaced_audio, [f"{EPISODE}:11 published-audio-replaced"]),
        (no_page, [f"{ARTICLE}:1 published-page-gone"]),
        (no_translation, ["content/articles/dluhy.en.md:1 published-page-gone"]),
        (other_slug, [f"{ARTICLE}:3 published-page-moved"]),
        (other_slug_of_episode, [f"{EPISODE}:4 published-page-moved"]),
        (renamed_file, [f"{ARTICLE}:1 published-page-gone"]),
        (made_draft, [f"{ARTICLE}:3 published-page-hidden"]),
        (scheduled, [f"{ARTICLE}:4 published-page-hidden"]),
        (other_date, [f"{EPISODE}:5 published-date-moved"]),
        (other_topic_label, ["content/topics.yml:2 published-page-moved"]),
        (
            swapped_slugs,
            [
                "content/articles/dluhy.cs.md:3 published-address-taken",
                f"{ARTICLE}:3 published-address-taken",
            ],
        ),
        (other_podcast, ["podcast/show.yml:1 published-podcast-guid"]),
        (no_file, ["content/articles/zprava.pdf:1 published-file-gone"]),
    ],
)
def test_what_would_be_lost_is_told_where_it_can_be_mended(
    project: Project, change: Callable[[Project], None], told: list[str]
) -> None:
    change(project)
    assert project.told() == told


def test_a_draft_whose_address_another_page_takes_is_told_of(project: Project) -> None:
    made_draft(project)
    project.edit(
        "content/articles/dluhy.cs.md", "title: Dluhy", "title: Dluhy\nslug: druhy\nredirect_from: [dluhy]"
    )
    assert project.told() == [f"{ARTICLE}:3 published-page-hidden"]
    project.edit(
        "content/articles/dluhy.cs.md", "slug: druhy\nredirect_from: [dluhy]", "redirect_from: [druhy]"
    )
    assert project.told() == []


def test_topics_that_change_places_are_told_of(project: Project) -> None:
    topics = project.root / "content/topics.yml"
    swapped = "housing: {cs: Dluhy, en: Housing}\ndebt: {cs: Bydlení, en: Debt}\n"
    topics.write_text(swapped, encoding="utf-8")
    assert project.told() == [
        "content/topics.yml:1 published-address-taken",
        "content/topics.yml:2 published-address-taken",
    ]


def test_a_topic_keeps_its_former_address(project: Project) -> None:
    topics = project.root / "content/topics.yml"
    debt = "debt: {cs: Zadlužení, en: Debt, redirect_from: [/temata/dluhy/]}\n"
    topics.write_text("housing: {cs: Bydlení, en: Housing}\n" + debt, encoding="utf-8")
    assert project.told() == []
    project.published = project.ledger()
    housing = "housing: {cs: Bydlení, en: Housing, redirect_from: [/temata/dluhy/]}\n"
    topics.write_text(f"{housing}debt: {{cs: Zadlužení, en: Debt}}\n", encoding="utf-8")
    assert project.told() == ["content/topics.yml:2 published-address-taken"]
    topics.write_text(
        "housing: {cs: Bydlení, en: Housing}\ndebt: {cs: Zadlužení, en: Debt}\n", encoding="utf-8"
    )
    assert project.told() == ["content/topics.yml:2 published-redirect-gone"]


def test_a_former_address_is_not_lost_with_a_later_one(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [stary]")
    project.published = project.ledger()
    project.edit(ARTICLE, "redirect_from: [stary]", "slug: novy")
    project.withdraw("/clanky/druhy/")
    assert project.told() == [f"{ARTICLE}:1 published-redirect-gone"]


def test_the_list_of_a_kind_outlives_what_it_lists(project: Project) -> None:
    for path in (project.root / "content/articles").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("topics:", "expires: 2026-05-01\ntopics:"), encoding="utf-8")
    assert project.told() == []


def test_a_drawing_that_a_text_leads_to_is_promised(project: Project) -> None:
    drawing = project.root / "content/articles/plan.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', encoding="utf-8")
    project.edit(ARTICLE, "Text.", "Text. [Plán](plan.svg)")
    project.published = project.ledger()
    project.edit(ARTICLE, "Text. [Plán](plan.svg)", "Text.")
    drawing.unlink()
    assert project.told() == ["content/articles/plan.svg:1 published-file-gone"]


def test_a_language_that_ends_takes_its_pages_and_its_feed(project: Project) -> None:
    no_english(project)
    told = project.told()
    assert "content/site.yml:1 published-feed-gone" in told
    assert "content/articles/dluhy.en.md:1 published-page-gone" in told
    project.withdraw("/en/*")
    assert project.told() == []


def test_another_first_language_is_told_of_once_for_all_addresses(project: Project) -> None:
    settings = project.root / "content/site.yml"
    first, czech, english, *rest = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join((first, english, czech, *rest)), encoding="utf-8")
    assert project.told() == ["content/site.yml:1 published-first-language"]
    project.withdraw("/ cs")
    assert "content/people/jana.cs.md:1 published-page-moved" in project.told()


def test_a_site_at_another_address_is_told_of_and_nothing_else(project: Project) -> None:
    new = project.ledger()
    moved = replace(new, site="https://jinde.example/")
    assert [problem.code for problem in project.guarded(moved)] == ["published-site-moved"]
    project.withdraw("https://web.example/")
    assert project.guarded(moved) == ()


def test_a_site_that_has_got_https_may_be_published_again(project: Project) -> None:
    project.published = replace(project.published, site="http://web.example/")
    assert [problem.code for problem in project.guarded()] == ["published-site-moved"]
    project.withdraw("http://web.example/")
    assert project.told() == []
    project.published = project.ledger()
    assert project.told() == []


def test_a_former_address_follows_a_page_whose_file_is_renamed(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [stary]")
    project.published = project.ledger()
    renamed = project.root / "content/articles/novy.cs.md"
    (project.root / ARTICLE).rename(renamed)
    project.edit("content/articles/novy.cs.md", "redirect_from: [stary]", "slug: druhy")
    project.edit("content/articles/oboje.cs.md", "title: Obojí", "title: Obojí\nredirect_from: [stary]")
    assert project.told() == ["content/articles/novy.cs.md:3 published-address-taken"]


def test_a_file_that_lies_elsewhere_may_have_a_copy_at_its_old_place(project: Project) -> None:
    for language in ("cs", "en"):
        page = project.root / f"content/articles/oboje.{language}.md"
        (project.root / "content/articles/oboje").mkdir(exist_ok=True)
        page.rename(project.root / f"content/articles/oboje/index.{language}.md")
    old, new = (project.root / f"content/articles/{path}" for path in ("zprava.pdf", "oboje/zprava.pdf"))
    old.rename(new)
    assert project.told() == ["content/articles/zprava.pdf:1 published-file-gone"]
    old.write_bytes(new.read_bytes())
    assert project.told() == []


def test_a_former_address_must_go_on_leading_on(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: novy\nredirect_from: [/clanky/druhy/]")
    assert project.told() == []
    project.published = project.ledger()
    project.edit(ARTICLE, "redirect_from: [/clanky/druhy/]\n", "")
    assert project.told() == [f"{ARTICLE}:1 published-redirect-gone"]


def test_an_address_that_had_led_on_must_not_show_another_page(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: novy\nredirect_from: [druhy]")
    project.published = project.ledger()
    project.edit(ARTICLE, "redirect_from: [druhy]\n", "")
    project.edit("content/articles/oboje.cs.md", "title: Obojí", "title: Obojí\nredirect_from: [druhy]")
    assert project.told() == [f"{ARTICLE}:3 published-address-taken"]
    project.withdraw("/clanky/druhy/ /clanky/novy/")
    assert project.told() == []


def test_a_former_address_of_a_renamed_file_is_told_at_its_page(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [stary]")
    project.published = project.ledger()
    renamed = "content/articles/novy.cs.md"
    (project.root / ARTICLE).rename(project.root / renamed)
    project.edit(renamed, "redirect_from: [stary]", "redirect_from: [druhy]")
    assert project.told() == [f"{renamed}:3 published-redirect-gone"]
