"""Lighthouse gives each kind of page at least 99 of 100, in all its categories, on a phone."""

from __future__ import annotations

from .findings import listed
from .lighthouse import judge_lighthouse
from .sites import Site


def test_every_kind_of_page(real: Site) -> None:
    found = list(judge_lighthouse(real))
    assert not found, listed(found)
