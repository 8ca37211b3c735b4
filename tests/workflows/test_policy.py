"""What our workflows promise: least privilege, exact actions, one publication at a time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from .clones import ROOT
from .github import WORKFLOWS, steps, workflow

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yml"))
CI = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
JOBS = {name: job for name, job in CI.items() if isinstance(job, dict) and "script" in job}

READING = {"contents": "read"}
PUBLISHING = {"pages": "write", "id-token": "write"}

on_each_workflow = pytest.mark.parametrize("name", NAMES)


def used(name: str, action: str) -> list[dict[str, Any]]:
    """The steps of a workflow that use an action."""
    return [step for step in steps(workflow(name)) if step.get("uses", "").startswith(f"{action}@")]


@on_each_workflow
def test_nothing_is_allowed_but_what_a_job_asks_for(name: str) -> None:
    found = workflow(name)
    assert found["permissions"] == {}
    for job in found["jobs"].values():
        assert job["permissions"] in (READING, PUBLISHING, {**READING, **PUBLISHING})


def test_only_the_job_that_deploys_may_publish_and_it_runs_nothing_of_the_repository() -> None:
    may = {
        (name, job_name)
        for name in NAMES
        for job_name, job in workflow(name)["jobs"].items()
        if "pages" in job["permissions"]
    }
    assert may == {("publish", "deploy"), ("scheduled", "publish")}
    deploy = workflow("publish")["jobs"]["deploy"]
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert workflow("scheduled")["jobs"]["publish"]["uses"] == "./.github/workflows/publish.yml"


def test_a_merge_request_gets_no_secret_and_no_right_to_write() -> None:
    asked = {name for name in NAMES if "pull_request" in workflow(name)["on"]}
    assert asked == {"check"}
    assert "pull_request_target" not in "".join(path.read_text() for path in WORKFLOWS.glob("*.yml"))
    assert all(job["permissions"] == READING for job in workflow("check")["jobs"].values())


@on_each_workflow
def test_no_workflow_knows_a_secret(name: str) -> None:
    assert "secrets" not in (WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8")


@on_each_workflow
def test_actions_are_pinned_by_commit_and_say_their_version(name: str) -> None:
    lines = re.findall(r"uses: ([^.\s].*)", (WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8"))
    assert [line for line in lines if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    pins = {step["uses"] for name in NAMES for step in steps(workflow(name)) if "uses" in step}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


@on_each_workflow
def test_no_checkout_leaves_credentials_behind(name: str) -> None:
    assert all(step["with"]["persist-credentials"] == "false" for step in used(name, "actions/checkout"))


@on_each_workflow
def test_no_text_from_outside_gets_into_a_script(name: str) -> None:
    assert [step["run"] for step in steps(workflow(name)) if "${{" in step.get("run", "")] == []


@on_each_workflow
def test_caches_are_keyed_by_lock_files(name: str) -> None:
    for step in used(name, "actions/cache"):
        assert re.search(r"hashFiles\('requirements[\w-]*\.txt'", step["with"]["key"])


@on_each_workflow
def test_every_job_has_an_end(name: str) -> None:
    assert all("timeout-minutes" in job or "uses" in job for job in workflow(name)["jobs"].values())


def test_one_publication_at_a_time_and_none_is_broken_off() -> None:
    assert workflow("publish")["concurrency"] == {"group": "publication", "cancel-in-progress": "false"}
    groups = [workflow(name)["concurrency"]["group"] for name in NAMES]
    assert len(set(groups)) == len(groups), "two workflows would wait for each other"
    assert (CI["pages"]["resource_group"], CI["pages"]["interruptible"]) == ("publication", False)


def test_main_is_published_as_it_is_when_its_turn_comes() -> None:
    assert [step["with"]["ref"] for step in used("publish", "actions/checkout")] == ["main"]
    assert workflow("publish")["on"]["push"] == {"branches": ["main"]}


def test_what_is_deployed_was_built_and_guarded_in_the_same_attempt() -> None:
    (made,) = used("publish", "actions/upload-pages-artifact")
    (taken,) = used("publish", "actions/deploy-pages")
    assert made["with"]["name"] == taken["with"]["artifact_name"] == "site-${{ github.run_attempt }}"


def test_the_tests_are_those_that_a_change_must_pass() -> None:
    """`make test` would run these tests again: that it can be run on a clean checkout, .ci/run shows."""
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert "make test" in ci
    assert [step["run"] for step in workflow("check")["jobs"]["tests"]["steps"] if "run" in step] == [
        "make test"
    ]
    assert JOBS["tests"]["script"] == ["make test"]


def gitlab_jobs(**variables: str) -> list[str]:
    """The jobs of a pipeline with these variables."""

    def holds(condition: str) -> bool:
        python = re.sub(r"\$(\w+)", lambda name: repr(variables.get(name[1])), condition)
        return bool(eval(python.replace("&&", "and"), {"__builtins__": {}}))

    return [name for name, job in JOBS.items() if any(holds(rule["if"]) for rule in job["rules"])]


@pytest.mark.parametrize("source", ["push", "web", "pipeline"])
def test_gitlab_publishes_main_alone_and_only_where_it_is_told_to(source: str) -> None:
    main = {"CI_PIPELINE_SOURCE": source, "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "main"}
    assert gitlab_jobs(**main, PUBLISH="true") == ["pages"]
    assert gitlab_jobs(**main) == []
    assert gitlab_jobs(**{**main, "CI_COMMIT_BRANCH": "change"}, PUBLISH="true") == []


def test_a_merge_request_on_gitlab_is_checked_and_nothing_else() -> None:
    change = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_DEFAULT_BRANCH": "main"}
    assert gitlab_jobs(**change) == gitlab_jobs(**change, PUBLISH="true") == ["content", "tests"]


def test_a_schedule_of_gitlab_looks_for_what_is_due_or_after_what_is_published() -> None:
    schedule = {"CI_PIPELINE_SOURCE": "schedule", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "main"}
    assert gitlab_jobs(**schedule, PUBLISH="true") == ["due"]
    assert gitlab_jobs(**schedule, PUBLISH="true", WEEKLY="true") == ["verify", "links"]
    assert gitlab_jobs(**schedule) == []


def test_only_the_job_pages_of_gitlab_has_what_pages_takes() -> None:
    assert [name for name, job in JOBS.items() if "public/" in job.get("artifacts", {}).get("paths", ())] == [
        "pages"
    ]


def test_gitlab_takes_an_image_by_its_digest_and_keys_caches_by_lock_files() -> None:
    assert re.fullmatch(r"debian:12-slim@sha256:[0-9a-f]{64}", CI["default"]["image"])
    keys = [place["cache"]["key"]["files"] for place in (CI["default"], *JOBS.values()) if "cache" in place]
    assert keys
    assert all(Path(file).match("requirements*.txt") for files in keys for file in files)
