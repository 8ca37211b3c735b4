"""How far a long step is, on standard error: a bar on a terminal, one line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ...languages import Language
from ...studio.ffmpeg import Step, Tell


def progress(language: Language) -> Step:
    """What begins steps and tells of them in `language`."""

    @contextmanager
    def step(name: str, seconds: float) -> Iterator[Tell]:
        length = max(round(seconds), 1)
        with click.progressbar(length=length, label=language.text(name), file=sys.stderr) as bar:
            yield lambda done: bar.update(min(round(done), length) - bar.pos)
            bar.update(length - bar.pos)

    return step
