"""What the checks let through; what they find is in `tests/sites/invalid`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sites import SITES

from site_builder.problems import Problem
from site_builder.project import prepare

Problems = Callable[..., list[str]]

ARTICLE = "---\ntitle: Název\ndescription: Perex.\ndate: 2026-03-01\n{fields}---\n{body}\n"


@pytest.fixture
def codes(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> Problems:
    """The codes of the problems of an article with these fields and this text, among other files."""

    def find(body: str = "Text.", fields: str = "", when: datetime = now, **files: str) -> list[str]:
        article = {"content/articles/a.cs.md": ARTICLE.format(fields=fields, body=body)}
        return [problem.code for problem in found(make_site(article | files), when)]

    return find


def found(root: Path, now: datetime) -> tuple[Problem, ...]:
    return prepare(root, "https://web.example/", now).problems


@pytest.mark.parametrize(
    "link",
    [
        "../people/jana.cs.md",
        "../people/jana.en.md",
        "../people/jana.cs.md#",
        "../../podcast/prvni.cs.md#t=1",
        "./a.cs.md",
        "#",
        "#nadpis",
        "https://www.mpsv.cz/#neco",
        "mailto:a@web.example",
        "tel:+420123456789",
        "//cdn.example/x",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(codes: Problems, link: str) -> None:
    assert codes(f"[text]({link})\n\n## Nadpis\n\nText.") == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("../people/jana.md", "dead-link"),
        ("../people/", "dead-link"),
        ("/lide/jana/", "built-address"),
        ("jana", "dead-link"),
        ("../jana/", "built-address"),
        ("?a=b", "dead-link"),
        ("../people/Jana.cs.md", "wrong-case"),
        ("../people/jana.cs.md#neni", "dead-anchor"),
        ("#neni", "dead-anchor"),
    ],
)
def test_a_link_that_leads_nowhere_is_one(codes: Problems, link: str, code: str) -> None:
    assert codes(f"[text]({link})") == [code]


def test_settings_are_no_page_to_link_to(codes: Problems) -> None:
    """They aren't published, so the link would be dead in the site."""
    assert codes("[témata](../topics.yml)") == ["dead-link"]


@pytest.mark.parametrize(
    ("when", "problems"),
    [
        (datetime(2026, 6, 1, tzinfo=UTC), ["link-to-unpublished"]),
        (datetime(2026, 9, 2, tzinfo=UTC), []),
    ],
)
def test_a_link_to_a_later_page_is_a_problem_until_its_day(
    codes: Problems, when: datetime, problems: list[str]
) -> None:
    later = ARTICLE.format(fields="", body="Text.").replace("2026-03-01", "2026-09-01")
    assert codes("[později](b.cs.md)", when=when, **{"content/articles/b.cs.md": later}) == problems


def test_a_draft_may_link_to_a_draft(codes: Problems) -> None:
    draft = ARTICLE.format(fields="draft: true\n", body="Text.")
    assert codes("[také koncept](b.cs.md)", "draft: true\n", **{"content/articles/b.cs.md": draft}) == []


def test_a_draft_never_stops_a_publication(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime
) -> None:
    draft = ARTICLE.format(fields="draft: true\nauthors: [nikdo]\nimage: neni.svg\n", body="![](neni.svg)")
    project = prepare(make_site({"content/articles/a.cs.md": draft}), "https://web.example/", now)
    assert len(project.problems) > 3
    assert project.is_publishable


def test_one_language_of_an_episode_may_be_without_audio(codes: Problems) -> None:
    assert codes() == []


def test_names_that_are_nearly_right_are_suggested(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime
) -> None:
    text = ARTICLE.format(
        fields="topics: [hosing]\nauthors: [jan]\nautors: [jana]\n", body="[x](../people/jna.cs.md)"
    )
    problems = found(make_site({"content/articles/a.cs.md": text}), now)
    assert {problem.code: problem.values["close"] for problem in problems} == {
        "unknown-topic": "housing",
        "unknown-person": "jana",
        "unknown-field": "authors",
        "dead-link": "../people/jana.cs.md",
    }


@pytest.mark.parametrize(
    ("written", "values"),
    [("Jana", ("jana", "jana")), ("Žofie Nová", ("", "zofie-nova"))],
)
def test_a_person_is_named_by_the_file_not_by_the_name(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime, written: str, values: tuple[str, str]
) -> None:
    text = ARTICLE.format(fields=f"authors: [{written}]\n", body="Text.")
    (problem,) = found(make_site({"content/articles/a.cs.md": text}), now)
    assert (problem.code, problem.values["close"], problem.values["file"]) == ("unknown-person", *values)


@pytest.mark.parametrize(
    ("written", "close"),
    [("Documentary", "Society & Culture > Documentary"), ("Goverment", "Government"), ("Úřady", "")],
)
def test_a_category_that_is_nearly_right_is_suggested(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime, written: str, close: str
) -> None:
    show = (SITES / "base/podcast/show.yml").read_text(encoding="utf-8")
    show = re.sub("(?m)^categories: .*", f"categories: [{written}]", show)
    problems = found(make_site({"podcast/show.yml": show}), now)
    assert [one.values["close"] for one in problems if one.code == "unknown-category"] == [close]


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("[[3]](#_ftn3)", "Write [^3] in its place"),
        (
            "[stránky](https://a.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.mpsv.cz%2F%3Fa%3D1&data=05)",
            "Write: https://www.mpsv.cz/?a=1",
        ),
    ],
)
def test_what_an_office_s_programs_made_of_a_link_is_undone(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime, body: str, right: str
) -> None:
    text = ARTICLE.format(fields="", body=body)
    (problem,) = found(make_site({"content/articles/a.cs.md": text}), now)
    assert right in problem.hint.format(**problem.values)


@pytest.mark.parametrize("called", ["prvnii", "prvni-2"])
def test_a_file_that_another_episode_names_is_offered_to_none(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime, called: str
) -> None:
    """Who followed that would have one audio in two episodes."""
    first = (SITES / "base/podcast/prvni.cs.md").read_text("utf-8")
    second = first.replace("prvni", called).replace("000000000001", "000000000002")
    site = make_site({f"podcast/{called}.cs.md": second.replace("episode: 1", "episode: 2")})
    told = {problem.code: problem.hint.format(**problem.values) for problem in found(site, now)}
    assert told.keys() == {"audio-missing", "missing-file"}
    assert told["audio-missing"].endswith(f"site-builder audio add RECORDING {called}.cs")
    assert "within two weeks" in told["missing-file"]


def test_an_event_is_called_by_its_title_where_its_file_lies_in_a_folder(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime
) -> None:
    case = SITES / "invalid/event-by-file/content"
    files = ("events/den/index.cs.md", "presentations/a.cs.md")
    (problem,) = found(
        make_site({f"content/{name}": (case / name).read_text("utf-8") for name in files}), now
    )
    assert problem.hint.format(**problem.values).endswith("event: Den bydlení")
