"""The jobs of GitLab at work: run by gitlab-ci-local in a clean clone, beside a published site on loopback."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hosts import hosted
from npm import installed

from .clones import Origin, environment, git
from .conftest import Live

NPM = Path(__file__).parent / "npm"
PUSH = {
    "PUBLISH": "true",
    "CI_DEFAULT_BRANCH": "main",
    "CI_COMMIT_BRANCH": "main",
    "CI_PIPELINE_SOURCE": "push",
}
SCHEDULE = {**PUSH, "CI_PIPELINE_SOURCE": "schedule"}
WEEKLY = {**SCHEDULE, "WEEKLY": "true"}
MERGE_REQUEST = {"CI_PIPELINE_SOURCE": "merge_request_event"}


@dataclass(frozen=True)
class Machine:
    """A clean clone in which GitLab's jobs are run, one after another."""

    clone: Path
    home: Path

    def run(self, *arguments: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """What gitlab-ci-local answers, in a pipeline with these variables."""
        program = installed(NPM) / "node_modules/.bin/gitlab-ci-local"
        known = [f"--variable={name}={value}" for name, value in variables.items()]
        return subprocess.run(
            [str(program), "--force-shell-executor", *known, *arguments],
            cwd=self.clone,
            env=environment(self.clone, self.home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


@contextmanager
def api() -> Iterator[tuple[str, list[str]]]:
    """The URL of something like GitLab's API, and the paths that were posted to."""
    posted: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            posted.append(self.path)
            self.send_response(201)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api/v4", posted
        server.shutdown()


@pytest.fixture(scope="module")
def machine(origin: Origin, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    folder = tmp_path_factory.mktemp("machine")
    origin.clone(folder / "clone", "main", whole=True)
    return Machine(folder / "clone", folder)


@pytest.fixture(scope="module")
def published(machine: Machine, origin: Origin, live: Live) -> Live:
    """The site, after the first publication by hand, and after a commit that the pipeline didn't begin with."""
    origin.commit("main", {"overrides/later.txt": "Later."})
    by_hand = {"CI_PIPELINE_SOURCE": "web", "FIRST": "true", "CI_REPOSITORY_URL": str(origin.folder)}
    done = machine.run("pages", variables={**PUSH, **by_hand})
    assert "PASS  pages" in done.stdout, done.stdout
    live.publish(machine.clone / "public")
    return live


def test_the_first_publication_is_by_hand(published: Live) -> None:
    assert (published.folder / "index.html").exists()
    assert "preview" not in json.loads((published.folder / "published.json").read_text(encoding="utf-8"))


def test_the_branch_is_published_as_it_is_by_now(machine: Machine, origin: Origin, published: Live) -> None:
    assert git(machine.clone, "rev-parse", "HEAD") == git(origin.folder, "rev-parse", "main")


def test_a_merge_request_is_checked_built_guarded_and_shown(machine: Machine, published: Live) -> None:
    before = git(machine.clone, "rev-parse", "HEAD")
    page = machine.clone / "content/index.cs.md"
    page.write_text("---\ntitle: Vítejte\ndescription: Web.\n---\nJiný text.\n", encoding="utf-8")
    git(machine.clone, "commit", "--quiet", "--all", "--message", "Change")
    done = machine.run("content", variables={**MERGE_REQUEST, "CI_MERGE_REQUEST_DIFF_BASE_SHA": before})
    assert "PASS  content" in done.stdout, done.stdout
    report = json.loads((machine.clone / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [one["location"]["path"] for one in report] == ["content/index.en.md"]
    preview = machine.clone / "preview"
    assert "noindex" in (preview / "index.html").read_text(encoding="utf-8")
    assert "<itunes:block>yes</itunes:block>" in (preview / "podcast/feed.xml").read_text(encoding="utf-8")


def test_a_check_that_has_nothing_to_compare_with_fails(machine: Machine, published: Live) -> None:
    variables = {**MERGE_REQUEST, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 40}
    done = machine.run("content", variables=variables)
    assert "FAIL  content" in done.stdout, done.stdout


@pytest.mark.parametrize(("moment", "started"), [("2000-01-01T00:00:00Z", 1), ("2999-01-01T00:00:00Z", 0)])
def test_the_schedule_starts_a_publication_only_when_something_is_due(
    machine: Machine, published: Live, moment: str, started: int
) -> None:
    with published.due(moment), api() as (url, posted):
        known = {"CI_API_V4_URL": url, "CI_PROJECT_ID": "7", "CI_JOB_TOKEN": "token"}
        done = machine.run("due", variables={**SCHEDULE, **known})
    assert "PASS  due" in done.stdout, done.stdout
    assert posted == ["/api/v4/projects/7/trigger/pipeline"] * started


def test_each_week_the_published_site_is_verified(machine: Machine, published: Live) -> None:
    done = machine.run("verify", variables=WEEKLY)
    assert "PASS  verify" in done.stdout, done.stdout


def test_each_week_the_links_to_other_sites_are_followed(
    machine: Machine, published: Live, tmp_path: Path
) -> None:
    with hosted(tmp_path) as other:
        page = machine.clone / "content/odkazy.cs.md"
        page.write_text(f"---\ntitle: Odkazy\n---\n[Není]({other}neni).\n", encoding="utf-8")
        done = machine.run("links", variables=WEEKLY)
    assert "FAIL  links" in done.stdout, done.stdout
    assert f"{other}neni" in done.stdout
