"""A little of GitHub's runner: the jobs of a workflow, each in a clean clone, each `run` executed as it stands."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .clones import ROOT, Origin, environment
from .expressions import Contexts, filled_in, holds

WORKFLOWS = ROOT / ".github/workflows"

PAGES = "site-1"
"""The artifact that upload-pages-artifact makes and deploy-pages takes, in a run's first attempt."""


def workflow(name: str) -> dict[str, Any]:
    """A workflow, all its scalars as they are written (`on` is no Boolean)."""
    text = (WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return found


def steps(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps of all jobs."""
    for job in found["jobs"].values():
        yield from job.get("steps", ())


@dataclass(frozen=True)
class Event:
    """What a workflow is run for: the branch that is checked out, and what its expressions ask for."""

    branch: str = "main"
    base: str = ""
    variables: Mapping[str, str] = field(default_factory=lambda: {"PUBLISH": "true"})
    inputs: Mapping[str, bool] = field(default_factory=dict)
    attempt: int = 1


@dataclass
class Job:
    """How a job went: `ran` are the names (or actions) of the steps that ran, `failed` is the first that failed."""

    ran: list[str] = field(default_factory=list)
    failed: str = ""
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    artifacts: dict[str, Path] = field(default_factory=dict)

    @property
    def result(self) -> str:
        """As GitHub tells it."""
        return "failure" if self.failed else "success" if self.ran else "skipped"


@dataclass(frozen=True)
class Runner:
    """Runs workflows on clones of `origin` below `folder`; `cache` is the `.cache` of all of them."""

    origin: Origin
    folder: Path
    cache: Path

    def run(
        self, name: str, event: Event, without: str = "", before: Mapping[str, Job] | None = None
    ) -> dict[str, Job]:
        """The jobs of a workflow but for one, in its order. One that calls another workflow only says so.

        What went well in the attempt `before` isn't run again: "Re-run failed jobs".
        """
        well = {job_name: job for job_name, job in (before or {}).items() if job.result == "success"}
        done: dict[str, Job] = {}
        for job_name, job in workflow(name)["jobs"].items():
            if job_name == without:
                continue
            if job_name in well:
                done[job_name] = well[job_name]
                continue
            needed = {need: done[need] for need in [job.get("needs")] if need}
            contexts = {
                "github": {"ref": f"refs/heads/{event.branch}", "run_attempt": event.attempt},
                "vars": event.variables,
                "inputs": event.inputs,
                "needs": {need: {"outputs": one.outputs} for need, one in needed.items()},
            }
            if any(one.result != "success" for one in needed.values()) or not holds(job.get("if"), contexts):
                done[job_name] = Job()
            elif "uses" in job:
                done[job_name] = Job(ran=[job["uses"]])
            else:
                machine = self.folder / f"{name}-{job_name}-{len(list(self.folder.iterdir()))}"
                kept = {artifact for one in done.values() for artifact in one.artifacts}
                done[job_name] = _Machine(self, event, machine, frozenset(kept)).run(job, contexts)
        return done


@dataclass(frozen=True)
class _Machine:
    """Where one job runs: its clone, and the files by which its steps tell something.

    `kept` are the names of the artifacts that the run has so far.
    """

    runner: Runner
    event: Event
    folder: Path
    kept: frozenset[str]

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def summary(self) -> Path:
        return self.folder / "summary"

    def run(self, job: Mapping[str, Any], contexts: Contexts) -> Job:
        """A job: its steps, until one fails; behind that only those whose `if` wants them all the same."""
        self.folder.mkdir()
        self.summary.touch()
        done = Job()
        told: dict[str, dict[str, Any]] = {}
        known = {**contexts, "steps": told}
        for step in job["steps"]:
            if (done.failed and "if" not in step) or not holds(step.get("if"), known):
                continue
            name = step.get("name") or step["uses"].partition("@")[0]
            done.ran.append(name)
            self.output.write_text("")
            if not self._went_well(step, job.get("env", {}), known, done):
                done.failed = done.failed or name
            if "id" in step:
                lines = self.output.read_text(encoding="utf-8").splitlines()
                told[step["id"]] = {"outputs": dict(line.split("=", 1) for line in lines)}
        done.summary = self.summary.read_text(encoding="utf-8")
        done.outputs = {name: filled_in(value, known) for name, value in job.get("outputs", {}).items()}
        return done

    def _went_well(self, step: Mapping[str, Any], own: Mapping[str, str], known: Contexts, done: Job) -> bool:
        if "run" in step:
            return self._execute(step["run"], {**own, **step.get("env", {})}, known, done)
        action = step["uses"].partition("@")[0]
        given = step.get("with", {})
        names = {key: filled_in(given[key], known) for key in ("name", "artifact_name") if key in given}
        return self._use(action, {**given, **names}, done)

    def _use(self, action: str, given: Mapping[str, str], done: Job) -> bool:
        """What of an action matters to the steps behind it, and whether it went well."""
        match action:
            case "actions/checkout":
                branch = given.get("ref", self.event.branch)
                self.runner.origin.clone(self.clone, branch, whole=given.get("fetch-depth") == "0")
            case "actions/cache":
                if ".cache" in given["path"].split():
                    (self.clone / ".cache").symlink_to(self.runner.cache)
            case "actions/upload-artifact" | "actions/upload-pages-artifact":
                kept = self.folder / "artifact"
                shutil.copytree(self.clone / given["path"], kept)
                done.artifacts[given["name"]] = kept
            case "actions/deploy-pages":
                self.output.write_text("page_url=https://pages.example/\n")
                return given["artifact_name"] in self.kept
            case _:
                raise NotImplementedError(action)
        return True

    def _execute(self, script: str, own: Mapping[str, str], known: Contexts, done: Job) -> bool:
        """Whether a script went well, in the shell that GitHub takes for it."""
        told = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_BASE_REF": self.event.base,
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(self.clone),
        }
        file = self.folder / "script.sh"
        file.write_text(script, encoding="utf-8")
        ended = subprocess.run(
            ["bash", "-e", str(file)],
            cwd=self.clone,
            env={
                **environment(self.clone, self.folder),
                **told,
                **{name: filled_in(value, known) for name, value in own.items()},
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        done.log += ended.stdout
        return ended.returncode == 0
