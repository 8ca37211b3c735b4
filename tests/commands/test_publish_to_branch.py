"""`site-builder publish` to a branch: nobody's commits are lost, and the clone stays as it is."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from commands.published import git, published
from publishing.places import Place
from publishing.versions import Versions

Command = Callable[..., tuple[int, str, str]]


def test_a_lock_that_a_killed_git_has_left_is_no_obstacle(
    branch: Place, versions: Versions, site_builder: Command
) -> None:
    subprocess.run(["git", "branch", "site-builder-publishes-0a1b2c3d"], cwd=versions.root, check=True)
    (versions.root / ".git/packed-refs.lock").touch()
    assert site_builder("publish", branch.target)[0] == 0
    assert published(branch) == versions.old


def test_a_commit_says_what_it_was_published_from_and_follows_the_last(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    (versions.root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    git(versions.root, "add", ".")
    git(versions.root, "commit", "--quiet", "--message", "Sources")
    source = git(versions.root, "rev-parse", "HEAD").strip()
    site_builder("publish", branch.target)
    (versions.root / "content/novy.cs.md").touch()
    versions.write(versions.new)
    site_builder("publish", branch.target)
    log = git(branch.folder, "log", "--format=%s", "gh-pages").splitlines()
    assert log == [f"Published from {source} with uncommitted changes", f"Published from {source}"]
    assert "site-builder" not in git(versions.root, "for-each-ref", "--format=%(refname)")


def test_no_branch_of_the_clone_changes(versions: Versions, branch: Place, site_builder: Command) -> None:
    git(versions.root, "branch", "gh-pages")
    before = git(versions.root, "rev-parse", "gh-pages")
    site_builder("publish", branch.target)
    assert git(versions.root, "rev-parse", "gh-pages") == before


def test_the_domain_that_a_host_has_written_stays(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    versions.write({**versions.old, "CNAME": b"web.example"})
    site_builder("publish", branch.target)
    versions.write(versions.new)
    site_builder("publish", branch.target)
    assert branch.read("CNAME") == b"web.example"


def test_commits_of_others_are_never_overwritten(
    versions: Versions, branch: Place, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_builder("publish", branch.target)
    tip = git(branch.folder, "rev-parse", "gh-pages").strip()
    tree = git(branch.folder, "rev-parse", "gh-pages^{tree}").strip()
    theirs = git(branch.folder, "commit-tree", "-p", tip, "-m", "Theirs", tree).strip()
    git(branch.folder, "update-ref", "refs/heads/gh-pages", theirs)
    monkeypatch.setattr("site_builder.history.branches.remote_tip", lambda *_: tip)
    versions.write(versions.new)
    status, output, _ = site_builder("publish", branch.target)
    assert (status, "[publish-overtaken]" in output) == (1, True)
    assert git(branch.folder, "rev-parse", "gh-pages").strip() == theirs


@pytest.mark.parametrize("folder", ["", "web"])
def test_the_branch_of_the_sources_is_never_published_to(
    folder: str, versions: Versions, branch: Place, site_builder: Command
) -> None:
    project = versions.root
    if folder:
        (project / folder).mkdir()
        for path in ("mkdocs.yml", "content", "podcast", "site"):
            (project / path).rename(project / folder / path)
    git(project, "add", f"./{folder}/mkdocs.yml")
    git(project, "commit", "--quiet", "--message", "Sources")
    git(project, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    before = git(branch.folder, "rev-parse", "main")
    status, output, _ = site_builder("publish", "--first", "branch:main", f"./{folder}")
    assert (status, "[publish-sources]" in output) == (1, True)
    assert git(branch.folder, "rev-parse", "main") == before


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("publishing.branch.ghp_import", "The commit can't be made: a bug"),
        ("history.branches.push", "TypeError: a bug"),
    ],
)
def test_a_bug_of_ours_is_not_taken_for_one_of_git(
    versions: Versions,
    branch: Place,
    site_builder: Command,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    told: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TypeError("a bug")

    monkeypatch.setattr(f"site_builder.{broken}", fail)
    assert f"{told}\n" in site_builder("publish", branch.target)[2]


def test_a_project_without_that_remote_is_told(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    status, _, errors = site_builder("publish", "branch:elsewhere/gh-pages")
    assert (status, "git remote add elsewhere" in errors) == (2, True)


def test_why_a_remote_refuses_is_told_without_what_git_says_of_its_progress(
    versions: Versions, branch: Place, site_builder: Command
) -> None:
    hook = branch.folder / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'The branch is protected.' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    status, _, errors = site_builder("publish", branch.target)
    told = errors.partition("Git fails: ")[2].splitlines()
    assert (status, len(told), told[0]) == (2, 2, "remote: The branch is protected.")


def test_what_a_branch_lacks_is_told(
    versions: Versions, tmp_path: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        status, _, errors = site_builder("publish", "branch:gh-pages")
        assert status == 2
        return errors

    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert f"{versions.root} is in no Git repository" in told()
    git(versions.root, "init", "--quiet")
    assert "Nothing has been committed yet" in told()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs Git on this machine" in told()


@pytest.mark.parametrize("target", ["branch:gh-pages", "rclone:remote:path"])
def test_places_without_releases_tell_how_to_go_back(
    target: str, versions: Versions, site_builder: Command
) -> None:
    status, _, errors = site_builder("rollback", target)
    assert (status, "keeps no releases" in errors) == (2, True)
