"""What the commands that read sound share: ffmpeg or a clear refusal, progress, and figures in words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import isinf

import click
from babel.numbers import format_decimal

from ...languages import Language
from ...refusals import RefusalError
from ...studio.ffmpeg import Step, Tell, find_ffmpeg


def open_ffmpeg() -> str:
    """The program ffmpeg."""
    program = find_ffmpeg()
    if not program:
        raise RefusalError(
            "Reading sound needs ffmpeg, and there is none. Install it by: make audio (or: apt install ffmpeg)"
        )
    return program


def progress(language: Language) -> Step:
    """What begins steps and tells of them on standard error: by a bar on a terminal, else by a line."""

    @contextmanager
    def step(name: str, seconds: float) -> Iterator[Tell]:
        length = max(round(seconds), 1)
        with click.progressbar(length=length, label=language.text(name), file=sys.stderr) as bar:
            yield lambda done: bar.update(min(round(done), length) - bar.pos)
            bar.update(length - bar.pos)

    return step


def one_decimal(value: float, language: Language) -> str:
    """`value` with one decimal; minus infinity, the level of silence, as a dash."""
    return "–" if isinf(value) else str(format_decimal(value, "0.0", locale=language.code))
