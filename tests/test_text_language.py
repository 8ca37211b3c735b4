"""Which language a text is in is only said where there is no doubt."""

from __future__ import annotations

import pytest

from site_builder.text_language import other_language, other_language_of_title

CZECH = (
    "Úřad pomáhá lidem s dluhy už tři roky. Začínal s malým grantem a se dvěma lidmi, kteří věděli, jaké to je čekat. "
    "Naučili se, že první dopis je nejtěžší a že by na něj nikdo neměl být sám. Proto teď jezdí tam, kde se lidé "
    "potkávají, a mluví s nimi o penězích tak, jako by mluvili o počasí. To, co při tom zjistili, je užitečnější než "
    "jakákoli zpráva, protože vychází z toho, na co se jich lidé opravdu ptají."
)
ENGLISH = (
    "The office has been helping people in debt for three years. It started with a small grant and with two people "
    "who knew what it is like to wait. They have learned that the first letter is the hardest one, and that nobody "
    "should be alone when it comes. This is why the team now goes to the places where people meet, and why they speak "
    "about money as they would speak about the weather."
)
NAMES = "Šárka Hlisnikovská, Ministerstvo práce a sociálních věcí, Třeboň, Kroměříž, Řevnice, Příbram. "


@pytest.mark.parametrize(("text", "language"), [(CZECH, "en"), (ENGLISH, "cs"), (ENGLISH + NAMES, "cs")])
def test_a_text_that_is_plainly_in_the_other_language(text: str, language: str) -> None:
    other = "cs" if language == "en" else "en"
    assert other_language(text, language, [other]) == other


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (CZECH, "cs"),
        (ENGLISH, "en"),
        (CZECH[:150], "en"),
        (ENGLISH[:150], "cs"),
        (CZECH + "\n\n" + ENGLISH, "cs"),
        (ENGLISH + "\n\n" + CZECH, "cs"),
        ("\n".join(f"> {line}" for line in ENGLISH.split(". ")), "cs"),
        (f"Napsali nám: „{ENGLISH}“ A to je vše.", "cs"),
        (f"```\n{ENGLISH}\n```\n", "cs"),
        (NAMES, "en"),
        ("https://the.example/of/and/is/in/that/it " * 40, "cs"),
        (ENGLISH, "sl"),
        ("", "cs"),
    ],
)
def test_no_doubt_is_no_alarm(text: str, language: str) -> None:
    assert other_language(text, language, ["cs", "en", "de"]) in ("", language)


@pytest.mark.parametrize(
    ("title", "language", "found"),
    [
        ("How the office helps people in debt", "cs", "en"),
        ("Jak úřad pomáhá lidem na cestě z dluhů", "en", "cs"),
        ("The Art of the Possible", "cs", ""),
        ("Cokido: one day I look after yours, four days you look after mine", "en", ""),
        ("Veřejné služby, které přijdou včas", "cs", ""),
        ("State of the Union: co řekla předsedkyně Komise", "cs", ""),
        ("Ministerský jednorožec (The Ministry Unicorn)", "en", ""),
        ("Papillon", "en", ""),
    ],
)
def test_a_title(title: str, language: str, found: str) -> None:
    assert other_language_of_title(title, language, ["en" if language == "cs" else "cs"]) == found
