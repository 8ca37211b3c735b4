"""Titles of links and pictures without their two straight quotation marks, or with more of them."""

from __future__ import annotations

import re

from ..reading.characters import SMART
from .addresses import is_address, is_file

_TYPOGRAPHIC = re.compile(rf'(\S+)\s+[{SMART}]([^"]*?)[{SMART}"]\s*')
_QUOTED = re.compile(r"\s*(<[^<>]*>|\S+)\s+([\"'])(.+)\2\s*")
_PAIR = re.compile(r'"([^"]*)"')


def with_straight_quotes(inside: str) -> str:
    """What stands `inside` round brackets, its title in straight quotes instead of typographic ones; else empty."""
    found = _TYPOGRAPHIC.fullmatch(inside)
    return f'{found[1]} "{found[2]}"' if found else ""


def with_other_quotes(inside: str) -> str:
    """What stands `inside` round brackets, its title in quotes that it doesn't hold itself; else empty."""
    found = _QUOTED.fullmatch(inside)
    if not found or not is_address(found[1].strip("<>")):
        return ""
    address, quote, title = found.groups()
    other = "'" if quote == '"' else '"'
    if other not in title:
        return f"{address} {other}{title}{other}"
    title = _PAIR.sub(r"„\1“", title).replace('"', "“")
    return f'{address} "{title}"'


def with_quotes(inside: str) -> str:
    """What stands `inside` round brackets, its title, which lacks a quote or both, between two; else empty."""
    address, _, title = inside.strip().partition(" ")
    title = title.strip(" \t\"'")
    if sum(map(title.count, SMART)) == 1:  # half of a pair
        title = title.strip(SMART)
    is_title = title[:1].isalpha() and '"' not in title and not is_address(title)
    return f'{address} "{title}"' if is_title and is_file(address) else ""
