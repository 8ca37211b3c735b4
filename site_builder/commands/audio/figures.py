"""Figures as editors read them in their language."""

from __future__ import annotations

from math import isinf

from babel.numbers import format_decimal

from ...languages import Language


def one_decimal(value: float, language: Language) -> str:
    """`value` with one decimal; minus infinity, the level of silence, as a dash."""
    return "–" if isinf(value) else format_decimal(value, "0.0", locale=language.code)
