"""Addresses that were copied as a browser shows them reach machines as they take them, and readers as they are."""

from __future__ import annotations

import pytest

from site_builder.iri import readable, uri


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("https://www.mpsv.cz/a?b=c&d#e", "https://www.mpsv.cz/a?b=c&d#e"),
        ("https://cs.wikipedia.org/wiki/Kůň", "https://cs.wikipedia.org/wiki/K%C5%AF%C5%88"),
        ("https://www.příklad.cz/?q=č#ž", "https://www.xn--pklad-zsa96e.cz/?q=%C4%8D#%C5%BE"),
        ("https://web.example/a%20b/ž c", "https://web.example/a%20b/%C5%BE%20c"),
        ("mailto:urad@web.example?subject=Dobrý den", "mailto:urad@web.example?subject=Dobr%C3%BD%20den"),
        ("https://[ž/", "https://[ž/"),
    ],
)
def test_machines_get_ascii(written: str, found: str) -> None:
    assert uri(written) == found


@pytest.mark.parametrize("address", ["https://www.příklad.cz/kůň", "https://web.example/a?b=c"])
def test_readers_get_letters(address: str) -> None:
    assert readable(uri(address)) == address


def test_what_is_no_text_stays_as_it_is() -> None:
    assert readable("https://web.example/%E1") == "https://web.example/%E1"
