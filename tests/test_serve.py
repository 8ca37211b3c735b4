"""The preview follows what is saved, shows what is wrong, and lives on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import IncompleteRead
from pathlib import Path

import pytest
from media.servers import reserved_port
from repositories import Repository
from sites import SITES, copy_site

PATIENCE = 60
"""Seconds; a change is usually seen in one, but other tests may keep the machine busy."""

PAGE = "content/people/jana.cs.md"
LANGUAGE = "en_GB.UTF-8"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(SITES / "valid" / "unpublished", tmp_path_factory.mktemp("serve") / "site")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of a preview of `site`."""
    with reserved_port() as port, (site.parent / "log.txt").open("wb") as log:
        host = f"127.0.0.1:{port}"
        command = [sys.executable, "-m", "site_builder", "serve", "--address", host, str(site)]
        server = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "LC_ALL": LANGUAGE})
        try:
            wait_for(f"http://{host}/", "Text úvodní stránky.")
            yield f"http://{host}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def get(url: str) -> str:
    """What the server answers, whatever the status; nothing while it isn't there, or writes just what was asked for."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except (OSError, IncompleteRead):
        return ""


def wait_for(url: str, text: str, *, absent: bool = False) -> str:
    """The page at `url` once `text` is on it (or no longer, if `absent`)."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page = get(url)
        if page and (text in page) is not absent:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{url} {'still has' if absent else 'has no'} {text!r}:\n{page}")


def indexed(address: str, text: str) -> str:
    """The folder of the search's index once it knows `text`; it is made after the pages, so several may come first."""
    folder = f"{address}/hledat/index"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        number = json.loads(wait_for(f"{folder}/index.json", "number"))["number"]
        if text in get(f"{folder}/{number}/p0.txt"):
            return f"{folder}/{number}"
        time.sleep(0.1)
    raise AssertionError(f"{folder} never knows {text!r}")


def wait_for_size(url: str, size: int) -> None:
    """Wait until what lies at `url` has so many bytes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            if len(answer.read()) == size:
                return
        time.sleep(0.1)
    raise AssertionError(f"{url} never has {size} bytes")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_saved_is_seen(address: str, site: Path) -> None:
    wait_for(f"{address}/lide/jana/", "Jana píše.")
    replace(site / PAGE, "Jana píše.", "Jana píše knihu.")
    wait_for(f"{address}/lide/jana/", "Jana píše knihu.")
    replace(site / "podcast/prvni.cs.md", "Poznámky k dílu.", "Nové poznámky.")
    wait_for(f"{address}/podcast/prvni-dil/", "Nové poznámky.")
    replace(site / PAGE, "Jana píše knihu.", "Jana píše.")
    wait_for(f"{address}/lide/jana/", "Jana píše.")


def test_lists_show_a_page_as_it_was_saved_last(address: str, site: Path) -> None:
    wait_for(f"{address}/lide/", "Jana Nováková")
    replace(site / PAGE, "title: Jana Nováková", "title: Jana Dvořáková")
    wait_for(f"{address}/lide/", "Jana Dvořáková")
    assert "Jana Nováková" not in get(f"{address}/lide/")
    replace(site / PAGE, "title: Jana Dvořáková", "title: Jana Nováková")
    wait_for(f"{address}/lide/", "Jana Nováková")


def test_folders_that_go_and_come_are_followed(address: str, site: Path) -> None:
    """A system tells nothing of a folder that was deleted, nor of one that is made anew in its place."""
    wait_for(f"{address}/lide/jana/", "Jana píše.")
    away = site.parent / "away"
    shutil.move(site / "content/people", away)
    wait_for(f"{address}/lide/jana/", "Jana píše.", absent=True)
    shutil.move(away, site / "content/people")
    wait_for(f"{address}/lide/jana/", "Jana píše.")
    for folder in ("content", "podcast"):
        shutil.move(site / folder, away)
        wait_for(f"{address}/podcast/prvni-dil/", "<title>První díl", absent=True)
        shutil.copytree(away, site / folder)
        shutil.rmtree(away)
        wait_for(f"{address}/podcast/prvni-dil/", "<title>První díl")
    replace(site / PAGE, "Jana píše.", "Jana píše knihu.")
    wait_for(f"{address}/lide/jana/", "Jana píše knihu.")
    replace(site / PAGE, "Jana píše knihu.", "Jana píše.")
    wait_for(f"{address}/lide/jana/", "Jana píše.")


def test_audio_that_an_older_file_takes_the_place_of_is_heard(address: str, site: Path) -> None:
    audio = site / "podcast/prvni.cs.mp3"
    before = audio.read_bytes()
    for data, moment in ((before[: len(before) // 2], 1_500_000_000), (before, 1_400_000_000)):
        audio.write_bytes(data)
        os.utime(audio, (moment, moment))
        wait_for_size(f"{address}/podcast/audio/prvni.cs.mp3", len(data))


def test_a_file_of_settings_that_a_program_replaces_is_followed(address: str, site: Path) -> None:
    """Many programs write a new file and rename it."""
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    for _ in range(2):
        for text, told in (("site_name: [", "mkdocs.yml:1:1"), (settings, "Text úvodní stránky.")):
            (site / "new.tmp").write_text(text, encoding="utf-8")
            (site / "new.tmp").replace(site / "mkdocs.yml")
            wait_for(f"{address}/", told)


def test_the_search_knows_what_is_saved(address: str, site: Path) -> None:
    before = indexed(address, "Jana píše.")
    replace(site / PAGE, "Jana píše.", "Jana píše učebnici.")
    indexed(address, "Jana píše učebnici.")
    wait_for(f"{before}/p0.txt", "Jana píše", absent=True)
    replace(site / PAGE, "Jana píše učebnici.", "Jana píše.")
    indexed(address, "Jana píše.")


def test_a_new_file_is_a_new_page(address: str, site: Path) -> None:
    wait_for(f"{address}/", "Text úvodní stránky.")
    path = site / "content/articles/novy.cs.md"
    path.write_text(
        "---\ntitle: Nový článek\ndescription: Perex.\ndate: 2026-03-01\nredirect_from: stary\n---\nText.\n",
        encoding="utf-8",
    )
    wait_for(f"{address}/clanky/novy/", "Nový článek")
    wait_for(f"{address}/clanky/", "Nový článek")
    wait_for(f"{address}/clanky/stary/", "url=/clanky/novy/")
    path.unlink()
    wait_for(f"{address}/clanky/", "Nový článek", absent=True)
    wait_for(f"{address}/clanky/stary/", "Nový článek", absent=True)


def test_a_preview_keeps_nothing_on_the_device(address: str) -> None:
    assert "sw.js" not in wait_for(f"{address}/", "Text úvodní stránky.")
    assert "unregister" in get(f"{address}/sw.js"), "what an earlier site at this address had kept goes"


def test_drafts_and_scheduled_pages_are_seen_and_marked(address: str) -> None:
    assert "notice" in wait_for(f"{address}/clanky/draft/", "Koncept")
    wait_for(f"{address}/clanky/", "Koncept")


def test_a_broken_page_is_shown_in_the_browser_until_it_is_mended(address: str, site: Path) -> None:
    wait_for(f"{address}/", "Text úvodní stránky.")
    replace(site / PAGE, "title: Jana", "titel: Jana")
    page = wait_for(f"{address}/problems.html", f"{PAGE}:2:1")
    assert "There is no field “titel”." in page
    assert "titel: Jana Nováková" in page, "the line itself"
    home = wait_for(f"{address}/", f"{PAGE}:2:1")
    assert "Text úvodní stránky." in home, "the rest of the site is there"
    replace(site / PAGE, "titel: Jana", "title: Jana")
    wait_for(f"{address}/problems.html", f"{PAGE}:2:1", absent=True)
    assert f"{PAGE}:2:1" not in wait_for(f"{address}/lide/jana/", "Jana píše.")


def test_the_banner_counts_all_problems_though_it_lists_the_first_of_a_kind(address: str, site: Path) -> None:
    wait_for(f"{address}/lide/jana/", "Jana píše.")
    links = " ".join(f"[odkaz](nikde-{number}.cs.md)" for number in range(25))
    replace(site / PAGE, "Jana píše.", f"Jana píše. {links}")
    wait_for(f"{address}/", "Problems in the content: 25 errors")
    replace(site / PAGE, f"Jana píše. {links}", "Jana píše.")
    wait_for(f"{address}/", "25 errors", absent=True)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/site.yml", "languages:", "jazyky:"),
        ("content/site.yml", "title: Zkušební web", "titel: Zkušební web"),
        ("podcast/show.yml", "author: Úřad", "autor: Úřad"),
        ("content/topics.yml", "housing: {cs: Bydlení", "housing: {cs: [Bydlení]"),
        ("podcast/prvni.cs.md", "audio: prvni.cs.mp3", "audio: neni.cs.mp3"),
    ],
)
def test_broken_settings_are_shown_until_they_are_mended(
    address: str, site: Path, path: str, old: str, new: str
) -> None:
    wait_for(f"{address}/", "Text úvodní stránky.")
    replace(site / path, old, new)
    wait_for(f"{address}/problems.html", f"{path}:")
    assert get(f"{address}/")
    replace(site / path, new, old)
    wait_for(f"{address}/problems.html", f"{path}:", absent=True)
    wait_for(f"{address}/", "Text úvodní stránky.")


def test_without_settings_every_page_is_the_report(address: str, site: Path) -> None:
    wait_for(f"{address}/", "Text úvodní stránky.")
    settings = site / "content/site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text("languages: {}\n", encoding="utf-8")
    wait_for(f"{address}/", "content/site.yml:1:1")
    assert "livereload" in wait_for(f"{address}/lide/jana/", "content/site.yml:1:1")
    settings.write_text(text, encoding="utf-8")
    wait_for(f"{address}/", "Text úvodní stránky.")
    wait_for(f"{address}/lide/jana/", "Jana píše.")


def test_a_page_that_cannot_be_drawn_tells_why_until_it_is_mended(address: str, site: Path) -> None:
    wait_for(f"{address}/lide/jana/", "Jana píše.")
    text = (site / PAGE).read_text(encoding="utf-8")
    replace(site / PAGE, "title: Jana Nováková\n", "")
    assert "livereload" in wait_for(f"{address}/lide/jana/", f"{PAGE}:1:1"), "its browser asks again"
    (site / PAGE).write_text(text, encoding="utf-8")
    wait_for(f"{address}/lide/jana/", "Jana píše.")


def test_without_any_content_the_preview_still_answers(address: str, site: Path) -> None:
    wait_for(f"{address}/", "Text úvodní stránky.")
    (site / "content").rename(site / "elsewhere")
    wait_for(f"{address}/", "mkdocs.yml:1:1")
    (site / "elsewhere").rename(site / "content")
    wait_for(f"{address}/", "Text úvodní stránky.")


def test_the_terminal_says_where_the_preview_is_and_what_is_wrong(address: str, site: Path) -> None:
    wait_for(f"{address}/", "Text úvodní stránky.")
    replace(site / PAGE, "title: Jana", "titel: Jana")
    wait_for(f"{address}/problems.html", f"{PAGE}:2:1")
    log = (site.parent / "log.txt").read_text(encoding="utf-8")
    assert f"Serving on {address}/" in log
    assert f"{PAGE}:2:1: Error: There is no field “titel”." in log
    replace(site / PAGE, "titel: Jana", "title: Jana")
    wait_for(f"{address}/problems.html", f"{PAGE}:2:1", absent=True)


def test_an_outdated_translation_is_shown_while_its_original_is_written(address: str, site: Path) -> None:
    assert "no Git repository" in wait_for(f"{address}/translations.html", "<td>")
    repository = Repository(site)
    repository.git("init", "--quiet")
    repository.commit({})
    replace(site / PAGE, "Jana píše.", "Jana píše knihu.")
    wait_for(f"{address}/translations.html", "<ins>")
    assert "/translations.html" in wait_for(f"{address}/lide/jana/", "1 outdated translation")
    wait_for(f"{address}/en/people/jana/", "The original has changed since this translation.")
    replace(site / PAGE, "Jana píše knihu.", "Jana píše.")
    wait_for(f"{address}/lide/jana/", "outdated translation", absent=True)
