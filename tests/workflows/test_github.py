"""The workflows of GitHub at work: each `run` executed in a clean clone, beside a published site on loopback."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hosts import hosted

from .clones import Origin
from .conftest import Live
from .github import PAGES, Event, Job, Runner

ARTICLE = "---\ntitle: {title}\ndescription: Co se změní.\ndate: {date}\n---\nText článku.\n"
SOON = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}"
PUSH = Event()
FIRST = Event(inputs={"first": True})
MERGE_REQUEST = Event(branch="change", base="main", variables={})
"""From a fork: it sees no variables."""


@pytest.fixture(scope="module")
def runner(origin: Origin, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(origin, tmp_path_factory.mktemp("machines"), tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def first(runner: Runner) -> dict[str, Job]:
    """The first publication, by hand."""
    return runner.run("publish", FIRST)


@pytest.fixture(scope="module")
def published(first: dict[str, Job], live: Live) -> Live:
    """The site, after the first publication."""
    live.publish(first["build"].artifacts[PAGES])
    return live


@pytest.fixture(scope="module")
def checked(runner: Runner, published: Live) -> Job:
    """What a merge request is told that brings a draft and a scheduled page, and writes on a page's original."""
    runner.origin.commit(
        "change",
        {
            "content/articles/navrh.cs.md": ARTICLE.format(title="Návrh", date="2026-01-01\ndraft: true"),
            "content/articles/pozdeji.cs.md": ARTICLE.format(title="Později", date=SOON),
            "content/index.cs.md": "---\ntitle: Vítejte\ndescription: Web.\n---\nJiný text.\n",
        },
    )
    return runner.run("check", MERGE_REQUEST, without="tests")["content"]


def said(job: Job) -> str:
    return f"{job.ran}\n{job.log}"


def ledger(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "published.json").read_text(encoding="utf-8"))
    return found


def test_the_first_publication_is_by_hand(first: dict[str, Job]) -> None:
    assert [job.result for job in first.values()] == ["success", "success"], said(first["build"])
    assert (first["build"].artifacts[PAGES] / "index.html").exists()


def test_a_merge_publishes(runner: Runner, published: Live) -> None:
    build, deploy = runner.run("publish", PUSH).values()
    assert build.result == "success", said(build)
    assert build.ran[-4:] == ["Check", "Build", "Guard what is published", "Hand the site over"]
    assert ledger(build.artifacts[PAGES])["site"] == published.url
    assert deploy.ran == ["Publish"]


def test_what_an_earlier_attempt_built_is_not_published(runner: Runner, first: dict[str, Job]) -> None:
    """Other sites may have been published since it was guarded."""
    jobs = runner.run("publish", replace(PUSH, attempt=2), before={"build": first["build"]})
    assert (jobs["build"], jobs["deploy"].failed) == (first["build"], "Publish")


def test_only_main_is_published(runner: Runner) -> None:
    jobs = runner.run("publish", replace(FIRST, branch="change"))
    assert {job.result for job in jobs.values()} == {"skipped"}


def test_nothing_is_published_that_breaks_what_is(origin: Origin, runner: Runner, published: Live) -> None:
    text = (origin.folder / "content/people/jana.en.md").read_text(encoding="utf-8")
    origin.commit("main", {"content/people/jana.en.md": None})
    build, deploy = runner.run("publish", PUSH).values()
    origin.commit("main", {"content/people/jana.en.md": text})
    assert (build.failed, build.artifacts) == ("Guard what is published", {}), said(build)
    assert deploy.result == "skipped"


def test_a_host_publishes_only_where_it_is_told_to(runner: Runner) -> None:
    for name in ("publish", "scheduled", "weekly"):
        jobs = runner.run(name, replace(PUSH, variables={}))
        assert {job.result for job in jobs.values()} == {"skipped"}


def test_a_merge_request_is_checked_built_and_guarded(checked: Job) -> None:
    assert checked.result == "success", said(checked)
    assert checked.ran == [
        "actions/checkout",
        "actions/cache",
        "Install",
        "Check",
        "Build",
        "Guard what is published",
        "Build the preview",
        "Keep the preview for the reviewers",
    ]


def test_reviewers_are_told_at_the_line_and_on_the_page_of_the_step(checked: Job) -> None:
    assert re.search(r"^::warning .*file=content/index\.en\.md", checked.log, re.MULTILINE), checked.log
    assert "content/index.en.md" in html.unescape(checked.summary)


def test_reviewers_get_the_site_as_it_will_be(checked: Job) -> None:
    preview = checked.artifacts["preview"]
    assert set(checked.artifacts) == {"preview"}, "nothing that Pages would take"
    for page in ("clanky/navrh", "clanky/pozdeji"):
        assert (preview / page / "index.html").exists()


def test_a_preview_is_kept_from_search_engines_and_podcast_apps_and_cannot_be_published(checked: Job) -> None:
    preview = checked.artifacts["preview"]
    pages = [path for path in preview.rglob("*.html") if "admin" not in path.parts]
    assert pages
    assert [path for path in pages if "noindex" not in path.read_text(encoding="utf-8")] == []
    assert "Disallow: /\n" in (preview / "robots.txt").read_text(encoding="utf-8")
    assert "<itunes:block>yes</itunes:block>" in (preview / "podcast/feed.xml").read_text(encoding="utf-8")
    assert ledger(preview)["preview"] is True


def test_a_merge_request_that_breaks_what_is_published_fails(runner: Runner, published: Live) -> None:
    runner.origin.commit("change", {"content/people/jana.en.md": None})
    job = runner.run("check", MERGE_REQUEST, without="tests")["content"]
    assert (job.failed, job.artifacts) == ("Guard what is published", {}), said(job)


@pytest.mark.parametrize(
    ("moment", "due"), [("2000-01-01T00:00:00Z", "true"), ("2999-01-01T00:00:00Z", "false")]
)
def test_the_schedule_publishes_only_when_something_is_due(
    runner: Runner, published: Live, moment: str, due: str
) -> None:
    with published.due(moment):
        jobs = runner.run("scheduled", PUSH)
    assert jobs["due"].outputs == {"due": due}, said(jobs["due"])
    assert jobs["publish"].result == ("success" if due == "true" else "skipped")


def test_each_week_the_published_site_and_the_links_to_others_are_looked_after(
    origin: Origin, runner: Runner, published: Live, tmp_path: Path
) -> None:
    page = "---\ntitle: Odkazy\n---\n[Je]({url}?jinde) a [není]({url}neni).\n"
    with hosted(tmp_path) as other:
        origin.commit("main", {"content/odkazy.cs.md": page.format(url=other)})
        job = runner.run("weekly", PUSH)["verify"]
    origin.commit("main", {"content/odkazy.cs.md": None})
    assert job.ran[-3:] == ["Install", "Verify the published site", "Follow the links to other sites"]
    assert job.failed == "Follow the links to other sites", said(job)
    assert f"{other}neni" in job.summary
    assert "jinde" not in job.summary
