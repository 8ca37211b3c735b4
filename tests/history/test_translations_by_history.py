"""Which translation is older than its original, in real little repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from repositories import MakeSite, Repository

from site_builder.history.texts import Text
from site_builder.history.translations import History, read_history
from site_builder.load import load

CS, EN = "content/articles/autobus.cs.md", "content/articles/autobus.en.md"


def page(body: str, title: str = "Title", more: str = "") -> str:
    return f"---\ntitle: {title}\ndescription: Short.\ndate: 2026-01-01\n{more}---\n{body}\n"


BOTH = {CS: page("Jede v noci."), EN: page("It runs at night.")}


def history(repository: Repository) -> History:
    library, _ = load(repository.root)
    assert library
    return read_history(repository.root, library)


def old(repository: Repository) -> dict[str, date | None]:
    """The translations that are older than their originals, since when."""
    found = history(repository)
    assert found.refusal is None
    return {path: outdated.since for path, outdated in found.outdated.items()}


def test_both_at_once_are_in_step(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc."), EN: page("It runs all night.")})
    assert old(repository) == {}
    assert history(repository).originals[EN] == CS


def test_a_change_of_the_original_makes_the_translation_older(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.commit({CS: page("Jede celou noc i ráno.")}, "2026-04-04")
    assert old(repository) == {EN: date(2026, 3, 3)}, "since the first change"
    found = history(repository).outdated[EN]
    assert found.original == CS
    assert found.before.blocks[-1] == "Jede v noci."
    assert found.after.blocks[-1] == "Jede celou noc i ráno."


def test_a_translation_that_follows_is_in_step_again(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.commit({EN: page("It runs all night.")}, "2026-03-04")
    assert old(repository) == {}


def test_a_field_that_is_translated_counts(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede v noci.", title="Noční autobus")}, "2026-03-03")
    assert old(repository) == {EN: date(2026, 3, 3)}


@pytest.mark.parametrize(
    "text",
    [
        page("Jede\nv  noci.   "),
        page("Jede v noci.").replace("\n", "\r\n"),
        "\ufeff" + page("Jede v noci."),
        page("Jede v noci.", title='"Title"'),
        page("Jede v noci.", title="„Title“"),
        page("Jede v noci.", more="slug: bus\ntopics: [housing]\ndraft: true\nexpires: 2027-03-01\n"),
        "---\ndate: 2026-02-02\ndescription: Short.\ntitle: Title\n---\n\nJede v\xa0noci.\n",
    ],
    ids=["lines", "crlf", "bom", "quotes", "smart quotes", "other fields", "order"],
)
@pytest.mark.parametrize("path", [CS, EN])
def test_what_changes_no_word_changes_nothing(repository: Repository, text: str, path: str) -> None:
    """Neither makes the original newer nor brings the translation up to date."""
    repository.commit({CS: page("Jede v noci."), EN: page("Jede v noci.")})
    repository.commit({path: text}, "2026-03-03")
    assert old(repository) == {}
    repository.commit({CS: page("Jinak.")}, "2026-03-04")
    repository.commit({EN: page("Jede v noci.")}, "2026-03-05")
    repository.commit({EN: text}, "2026-03-06")
    assert old(repository) == {EN: date(2026, 3, 4)}


def test_an_original_that_went_back_is_in_step(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.git("revert", "--no-edit", "HEAD")
    assert old(repository) == {}
    repository.commit({CS: page("Nejede.")}, "2026-04-04")
    assert old(repository) == {EN: date(2026, 4, 4)}, "since it left for good"


def test_a_new_day_in_the_translation_confirms_it(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede v noci!", more="updated: 2026-03-03\n")}, "2026-03-03")
    assert list(old(repository)) == [EN]
    repository.commit({EN: page("It runs at night.", more="updated: 2026-03-04\n")}, "2026-03-04")
    assert old(repository) == {}
    repository.commit({CS: page("Jede v noci!", more="updated: 2026-03-05\n")}, "2026-03-05")
    assert old(repository) == {}, "a day alone is no text to translate"


def test_the_version_that_was_there_first_is_the_original(repository: Repository) -> None:
    repository.commit({EN: BOTH[EN]})
    repository.commit({CS: BOTH[CS]}, "2026-02-02")
    assert history(repository).originals[CS] == EN
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    assert old(repository) == {}
    repository.commit({EN: page("It runs all night.")}, "2026-04-04")
    assert old(repository) == {CS: date(2026, 4, 4)}


def test_files_are_followed_through_renames(repository: Repository) -> None:
    body = "Jede v noci a staví všude, kde o to někdo požádá.\n\nŘidič pozná každého."
    repository.commit({CS: page(body), EN: page(f"{body} In English.")})
    repository.commit({CS: page(f"{body} A nikdo neplatí.")}, "2026-03-03")
    folder = "content/articles/autobus"
    (repository.root / folder).mkdir()
    for code in ("cs", "en"):
        repository.git("mv", f"{folder}.{code}.md", f"{folder}/index.{code}.md")
    repository.commit({}, "2026-03-05")
    assert old(repository) == {f"{folder}/index.en.md": date(2026, 3, 3)}
    assert history(repository).originals == history(repository).originals | {
        f"{folder}/index.en.md": f"{folder}/index.cs.md"
    }


def test_a_rename_that_isn_t_committed_is_followed_too(repository: Repository) -> None:
    body = "Jede v noci a staví všude, kde o to někdo požádá."
    repository.commit({CS: page(body), EN: page(f"{body} In English.")})
    repository.commit({CS: page(f"{body} A nikdo neplatí.")}, "2026-03-03")
    for code in ("cs", "en"):
        repository.git("mv", f"content/articles/autobus.{code}.md", f"content/articles/bus.{code}.md")
    assert old(repository) == {"content/articles/bus.en.md": date(2026, 3, 3)}


def test_what_is_saved_counts_as_the_newest_commit(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.write({CS: page("Jede celou noc.")})
    assert old(repository) == {EN: None}
    assert history(repository).saved == {CS}
    repository.write({EN: page("It runs all night.")})
    assert old(repository) == {}


def test_a_page_that_git_doesn_t_follow_yet_is_in_step(repository: Repository) -> None:
    repository.write(BOTH)
    assert old(repository) == {}
    assert history(repository).saved == {CS, EN}
    assert history(repository).originals[EN] == CS


def test_a_translation_made_on_a_branch_knows_the_original_of_the_branch(repository: Repository) -> None:
    """A date or the merge would say it is newer; who translated didn't see the change."""
    repository.commit(BOTH)
    repository.git("checkout", "--quiet", "-b", "translation")
    repository.commit({EN: page("It runs by night.")}, "2026-03-09")
    repository.git("checkout", "--quiet", "main")
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.git("merge", "--quiet", "--no-edit", "translation", day="2026-03-10")
    assert list(old(repository)) == [EN]


def test_a_branch_that_changes_one_after_the_other_is_in_step(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.commit({EN: page("It runs all night.")}, "2026-03-04")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"content/articles/jiny.cs.md": page("Jiný.")}, "2026-03-05")
    repository.git("merge", "--quiet", "--no-edit", "work", day="2026-03-06")
    assert old(repository) == {}


def test_a_change_of_the_original_that_was_merged_counts(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"content/articles/jiny.cs.md": page("Jiný.")}, "2026-03-05")
    repository.git("merge", "--quiet", "--no-edit", "work", day="2026-03-06")
    assert old(repository) == {EN: date(2026, 3, 6)}, "since it is in what is published"


def test_a_page_that_was_born_on_a_branch(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({EN: BOTH[EN]}, "2026-03-03")
    repository.commit({CS: BOTH[CS]}, "2026-03-04")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"content/articles/jiny.cs.md": page("Jiný.")}, "2026-03-05")
    repository.git("merge", "--quiet", "--no-edit", "work", day="2026-03-06")
    assert history(repository).originals[CS] == EN
    repository.commit({EN: page("Other.")}, "2026-03-07")
    assert old(repository) == {CS: date(2026, 3, 7)}


def test_a_squashed_branch_is_one_change(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({EN: page("It runs all night.")}, "2026-03-03")
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-04")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--squash", "work")
    repository.commit({}, "2026-03-06")
    assert old(repository) == {}


def test_what_two_branches_made_of_a_translation_is_of_their_merge(repository: Repository) -> None:
    lines = "One.\n\nTwo.\n\nThree.\n\nFour."
    repository.commit({CS: BOTH[CS], EN: page(lines)})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({EN: page(lines.replace("One", "First"))}, "2026-03-03")
    repository.git("checkout", "--quiet", "main")
    repository.commit({EN: page(lines.replace("Four", "Last"))}, "2026-03-04")
    repository.git("merge", "--quiet", "--no-edit", "work", day="2026-03-06")
    assert old(repository) == {}
    repository.commit({CS: page("Jinak.")}, "2026-03-07")
    assert old(repository) == {EN: date(2026, 3, 7)}


def test_three_languages_have_one_original(repository: Repository) -> None:
    site = (repository.root / "content/site.yml").read_text(encoding="utf-8")
    third = "languages:\n  sk:\n    name: Slovenčina\n    title: Web\n    publicity: Spolufinancovaný Európskou úniou\n"
    repository.commit({"content/site.yml": site.replace("languages:\n", third, 1)})
    sk = "content/articles/autobus.sk.md"
    library, problems = load(repository.root)
    if library is None:
        pytest.fail(str(problems))
    repository.commit({**BOTH, sk: page("Ide v noci.")})
    assert {path: history(repository).originals.get(path) for path in (CS, EN, sk)} == {
        CS: sk,
        EN: sk,
        sk: None,
    }
    repository.commit({sk: page("Ide celú noc."), CS: page("Jede celou noc.")}, "2026-03-03")
    assert old(repository) == {EN: date(2026, 3, 3)}


def test_a_project_in_a_folder_of_its_repository(repository: Repository, tmp_path: Path) -> None:
    (repository.root / ".git").rename(tmp_path / ".git")
    outer = Repository(tmp_path)
    outer.git("add", "--all")
    outer.git("commit", "--quiet", "--message", "Moved")
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    assert old(repository) == {EN: date(2026, 3, 3)}


def test_strange_names_beside_the_pages_do_no_harm(repository: Repository) -> None:
    names = ["a\nb.txt", 'a"b.txt', "a\tb.txt", ":100644 x.txt", "ž ý.txt", "a\x01.txt", "-n", "a\\b.txt"]
    repository.commit({**BOTH, **{f"content/articles/{name}": "x" for name in names}})
    raw = os.fsencode(repository.root) + b"/content/articles/\xff\xfe.txt"
    Path(os.fsdecode(raw)).write_bytes(b"x")
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    repository.write({"content/articles/new\nline.txt": "x"})
    assert old(repository) == {EN: date(2026, 3, 3)}


def test_the_user_s_configuration_changes_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    configuration = tmp_path / "gitconfig"
    configuration.write_text(
        "[color]\n ui = always\n[core]\n pager = false\n quotepath = true\n fsmonitor = /nowhere\n"
        "[log]\n showSignature = true\n showRoot = false\n follow = true\n decorate = full\n"
        "[diff]\n renames = false\n relative = false\n external = /nowhere\n noprefix = true\n orderFile = /dev/null\n"
        "[i18n]\n logOutputEncoding = utf-16\n[format]\n pretty = fuller\n[status]\n relativePaths = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    monkeypatch.setenv("LC_ALL", "cs_CZ.UTF-8")
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "/nowhere")
    assert old(repository) == {EN: date(2026, 3, 3)}


def test_nothing_is_written_into_the_repository(repository: Repository) -> None:
    repository.commit(BOTH)
    (repository.root / CS).write_bytes(BOTH[CS].encode())

    def state() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in repository.root.rglob("*")}

    before = state()
    history(repository)
    assert state() == before


def test_a_commit_of_an_impossible_time_has_no_day(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.write({CS: page("Jede celou noc.")})
    repository.git("add", "--all")
    tree, parent = repository.git("write-tree"), repository.git("rev-parse", "HEAD")
    person = "Jana <jana@web.example> 99999999999999 +0000"
    text = f"tree {tree}\nparent {parent}\nauthor {person}\ncommitter {person}\n\nx\n"
    made = subprocess.run(
        ["git", "-C", str(repository.root), "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        input=text,
        capture_output=True,
        check=True,
        text=True,
    )
    repository.git("reset", "--quiet", "--soft", made.stdout.strip())
    assert old(repository) == {EN: None}


def refusal(repository: Repository) -> str:
    found = history(repository).refusal
    assert found is not None
    return str(found)


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")})
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    assert "shallow" in refusal(Repository(clone))


def test_without_a_repository_it_says_so(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site({})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    assert "no Git repository" in refusal(Repository(root))


def test_before_the_first_commit_it_says_so(make_site: MakeSite) -> None:
    found = Repository(make_site({}))
    found.git("init", "--quiet")
    assert refusal(found) == "Nothing has been committed yet."


def test_without_git_it_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "Git isn't installed" in refusal(repository)


def test_a_damaged_repository_says_so(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({EN: page("It runs all night.")})
    blob = repository.git("rev-parse", f"HEAD:{EN}")
    path = repository.root / ".git/objects" / blob[:2] / blob[2:]
    path.chmod(0o600)
    path.write_bytes(b"damaged")
    assert "can't read the history" in refusal(repository)
    path.unlink()
    assert "can't read the history" in refusal(repository)


def test_a_preview_reads_no_text_twice(repository: Repository) -> None:
    repository.commit(BOTH)
    repository.commit({CS: page("Jede celou noc.")}, "2026-03-03")
    library, _ = load(repository.root)
    assert library
    known: dict[str, Text] = {}
    first = read_history(repository.root, library, known)
    texts = dict(known)
    assert read_history(repository.root, library, known).outdated[EN].after is first.outdated[EN].after
    assert known == texts
    repository.write({CS: page("Nejede.")})
    assert read_history(repository.root, library, known).outdated[EN].after.blocks[-1] == "Nejede."


def test_somebody_else_s_repository_is_told_in_words(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "belongs to somebody else" in refusal(repository)
