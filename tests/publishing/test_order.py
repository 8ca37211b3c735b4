from __future__ import annotations

from itertools import chain

from publishing.versions import ledger_of, version
from site_builder.publishing.manifest import Manifest, after, as_json, read_manifest, under_way
from site_builder.publishing.order import emptied_folders, phases


def test_nobody_is_led_to_what_is_not_there_yet() -> None:
    old, new = version(1), version(2)
    order = [path for _, group in phases(new, old, ledger_of(new)) for path in group]
    assert sorted(order) == sorted(new)
    place = {path: number for number, path in enumerate(order)}
    picture = next(path for path in new if path.startswith("media/") and path not in old)
    index = next(path for path in new if path.endswith("w0.json"))
    ways = [
        ("podcast/audio/dil2.mp3", "assets/site.js", "novy/index.html"),
        (picture, "novy/index.html", "index.html", "stary/index.html", "podcast/feed.xml", "published.json"),
        (index, "hledat/index/index.json", "podcast/feed.xml"),
        ("clanky/c0/index.html", "sw.js", "published.json"),
        ("index.html", "podcast/feed-2.xml", "podcast/feed.xml"),
        ("novy/index.html", "sitemap.xml", "published.json"),
    ]
    for way in ways:
        assert sorted(way, key=place.__getitem__) == list(way)


def test_what_is_sent_in_one_phase_leads_to_nothing_else_in_it() -> None:
    old, new = version(1), version(2)
    groups = dict(phases(new, old, ledger_of(new)))
    assert len(list(chain.from_iterable(groups.values()))) == len(new)
    assert [group for group in groups.values() if "published.json" in group] == [("published.json",)]


def test_a_site_below_a_path_has_its_feeds_last_too() -> None:
    new = version(1)
    below = ledger_of(
        {
            "published.json": new["published.json"]
            .replace(b'"/', b'"/web/')
            .replace(b"example/", b"example/web/")
        }
    )
    assert phases(["podcast/feed.xml", "index.html"], (), below)[-1][1] == ("podcast/feed.xml",)


def test_folders_without_files_are_found_once() -> None:
    gone = ["a/b/c/1.html", "a/b/2.html", "d/3.html", "4.html"]
    assert emptied_folders(gone, ["d/5.html"]) == ("a",)
    assert emptied_folders(gone, ["a/6.html", "d/5.html"]) == ("a/b",)


PICTURE, INDEX = "media/pictures/foto-3b5d0c7a9f12-480.webp", "hledat/index/29daf38069/t0.json"


def test_files_named_by_their_bytes_stay_for_one_publication() -> None:
    first = Manifest({PICTURE: "1", INDEX: "1", "index.html": "1", "media/kresba.svg": "1"})
    second = after(first, {"index.html": "2"})
    assert second.older == {PICTURE, INDEX}
    assert after(second, {"index.html": "3"}).older == frozenset()


def test_nothing_stays_of_a_page_that_went() -> None:
    first = Manifest({PICTURE: "1", "index.html": "1", "pryc/index.html": "1"})
    assert after(first, {"index.html": "1"}).older == frozenset()


def test_what_is_under_way_is_not_taken_for_sent() -> None:
    now = under_way(
        Manifest({"a": "1", "b": "1", "c": "1"}, frozenset({"o"})), {"a": "1", "b": "2", "d": "2"}
    )
    assert now == Manifest({"a": "1", "b": "", "c": "1", "d": ""}, frozenset({"o"}))


def test_a_manifest_is_read_back_and_a_damaged_one_says_nothing() -> None:
    manifest = Manifest({"a": "1", "č": ""}, frozenset({"o"}))
    assert read_manifest(as_json(manifest)) == manifest
    for data in (
        b"",
        b"[]",
        b'{"files": []}',
        b'{"files": {}, "older": 1}',
        as_json(manifest)[:-5],
        b"[" * 10_000,
    ):
        assert read_manifest(data) is None
