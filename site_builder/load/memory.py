"""What a preview remembers of files between its builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ..history.texts import Text
from ..settings import Settings

Result = TypeVar("Result")


@dataclass
class Memory:
    """Results of files, kept between the builds of a preview until a file or the settings change.

    `results` are by the path and what is asked of it, as one file can be named as a transcript and as a picture.
    `earlier` are texts of the history by the names that Git has for them, which never change.
    """

    settings: Settings | None = None
    results: dict[tuple[str, object], tuple[tuple[object, ...], object]] = field(default_factory=dict)
    earlier: dict[str, Text] = field(default_factory=dict)

    def begin(self, settings: Settings) -> None:
        """Forget everything if `settings` are not those that the results were made with."""
        if settings != self.settings:
            self.settings, self.results = settings, {}

    def recall(
        self, root: Path, path: str, asked: object, make: Callable[[], Result], *context: object
    ) -> Result:
        """What `make` gave for file `path` when it last changed; `context` is what else it depends on.

        `asked` tells apart what is made of one file: the function that reads it.
        """
        status = (root / path).stat()
        state = (status.st_mtime_ns, status.st_size, *context)
        known = self.results.get((path, asked))
        if known is None or known[0] != state:
            known = self.results[path, asked] = (state, make())
        return known[1]  # type: ignore[return-value]
