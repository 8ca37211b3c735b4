"""A text that is read elsewhere than on its page, in a feed: its links lead to the site."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from site_builder.plan.site import Site

PAGE = "https://web.example/clanky/a/"
TEXT = """---
title: Název
description: Perex.
date: 2026-03-01
---
## Začátek

Viz [závěr](#zaver) a <a href="#zaver">znovu</a>.[^1] Píše se to `<a href="#zaver">` a href="#zaver".

## Závěr

[^1]: Poznámka.
"""


@pytest.fixture
def site(plan_of: Callable[..., Site]) -> Site:
    return plan_of({"content/articles/a.cs.md": TEXT})


def text(site: Site, origin: str) -> html.HtmlElement:
    (edition, _) = site.editions
    return html.fromstring(edition.html(site.library.by_path["content/articles/a.cs.md"], origin))


def test_links_within_it_lead_to_its_page(site: Site) -> None:
    assert text(site, "https://web.example").xpath("//a/@href") == [
        f"{PAGE}#zaver",
        f"{PAGE}#zaver",
        f"{PAGE}#fn-1",
        f"{PAGE}#fnref-1",
    ]


def test_on_its_page_they_stay_within_it(site: Site) -> None:
    assert text(site, "").xpath("//a/@href") == ["#zaver", "#zaver", "#fn-1", "#fnref-1"]


def test_what_only_looks_like_one_stays(site: Site) -> None:
    assert text(site, "https://web.example").xpath("string(//code)") == '<a href="#zaver">'


@pytest.mark.parametrize("origin", ["", "https://web.example"])
def test_a_place_in_a_file_stays_in_its_address(plan_of: Callable[..., Site], origin: str) -> None:
    links = "[s. 3](zprava.pdf#page=3) [od minuty](../../podcast/prvni.cs.mp3#t=60)"
    site = plan_of(
        {"content/articles/a.cs.md": f"{TEXT}\n{links}\n", "content/articles/zprava.pdf": "%PDF-1.4\n%%EOF\n"}
    )
    assert text(site, origin).xpath("//a[contains(@href, '=')]/@href") == [
        f"{origin}/media/articles/zprava.pdf#page=3",
        f"{origin}/podcast/audio/prvni.cs.mp3#t=60",
    ]


@pytest.mark.parametrize("written", ["https://web.example.org/Kůň 2", "//web.example.org/K%C5%AF%C5%88%202"])
def test_an_address_of_the_web_is_whole_and_as_machines_take_it(
    plan_of: Callable[..., Site], written: str
) -> None:
    site = plan_of({"content/articles/a.cs.md": f'{TEXT}\n<a href="{written}">kůň</a>\n'})
    found = text(site, "https://web.example").xpath("//a[text()='kůň']/@href")
    assert found == ["https://web.example.org/K%C5%AF%C5%88%202"]
