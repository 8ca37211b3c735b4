"""Each rule is kept by a good feed, and found where it is broken."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_builder.verify.podcast_rules import RULES, Level, Rule, Violation, judge

from .cases import BROKEN, KEPT

GOOD = (Path(__file__).parent / "good.xml").read_text(encoding="utf-8")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def judged(feed: str) -> tuple[Violation, ...]:
    return judge(feed.encode(), NOW)


def changed(old: str, new: str, count: int = 1) -> str:
    feed = re.sub(old, new, GOOD, count=count)
    assert feed != GOOD
    return feed


def each(cases: dict[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str, str]]:
    return [(name, old, new) for name, changes in cases.items() for old, new in changes]


def test_a_good_feed_breaks_no_rule() -> None:
    assert judged(GOOD) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_feed_has_what_the_rule_is_about(rule: Rule) -> None:
    for tag in rule.tags:
        assert tag in ("*", "document", "webMaster") or f"<{tag}" in GOOD


def test_every_rule_has_a_case_that_breaks_it() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert set(names) == BROKEN.keys()
    assert KEPT.keys() <= BROKEN.keys()


@pytest.mark.parametrize(("name", "old", "new"), each(BROKEN))
def test_a_broken_rule_is_found(name: str, old: str, new: str) -> None:
    assert name in {violation.rule.name for violation in judged(changed(old, new))}


@pytest.mark.parametrize(("name", "old", "new"), each(KEPT))
def test_a_kept_rule_is_not_found(name: str, old: str, new: str) -> None:
    assert name not in {violation.rule.name for violation in judged(changed(old, new, count=0))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_its_source(rule: Rule) -> None:
    known = "PSP-1|Apple|Namespace|RSS|RFC|WebSub|W3C|XML|podcast namespace|AntennaPod"
    assert re.search(known, rule.source)
    assert rule.level in Level


def test_a_violation_says_where_it_is() -> None:
    (violation,) = judged(changed(">full<", ">whole<"))
    assert violation.rule.name == "episode-type"
    assert violation.rule.level is Level.MUST
    assert violation.tag == "itunes:episodeType"
    assert violation.value == "whole"
    assert violation.guid == "urn:uuid:5a1d4b3e-6f7c-4d2a-9b8e-000000000002"
    assert GOOD.splitlines()[violation.line - 1] == "<itunes:episodeType>full</itunes:episodeType>"


def test_a_violation_of_the_show_has_no_guid() -> None:
    (violation,) = judged(changed(">serial<", ">daily<"))
    assert (violation.tag, violation.guid) == ("itunes:type", "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"<rss>",
        b"<html/>",
        b"<rss version='2.0'><channel/></rss>",
        b'<?xml version="1.0" encoding="klingon"?><rss/>',
        b"<rss><channel>" + b"<item>" * 5000 + b"</item>" * 5000 + b"</channel></rss>",
        b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
        b"<rss><channel><item><guid>x</guid><itunes:duration>1</itunes:duration></item></channel></rss>",
    ],
)
def test_anything_can_be_judged(data: bytes) -> None:
    assert any(violation.rule.level is Level.MUST for violation in judge(data, NOW))
