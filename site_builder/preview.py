"""What `serve` keeps from build to build, so that an edit costs what it changes and not the whole site."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from jinja2 import Environment

from .draw import problems_page, translations_page
from .finish import search_outputs
from .languages import Language
from .load.memory import Memory
from .plan.site import Site
from .plan.views import View
from .problems import Position, Problem, Severity
from .project import Project
from .report import Row, rows
from .templates import environment
from .writing import write


@dataclass
class Preview:
    """The state of a running preview. `empty` is a folder with nothing in it."""

    memory: Memory = field(default_factory=Memory)
    templates: tuple[object, Environment] | None = None
    empty: TemporaryDirectory[str] = field(default_factory=TemporaryDirectory)
    shared: object = None
    drawn: dict[str, View] = field(default_factory=dict)
    copied: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    written: frozenset[str] = frozenset()
    newest: Site | None = None
    indexing: Thread | None = None
    indexed: frozenset[str] = frozenset()

    def environment(self, folders: Sequence[str], state: object) -> Environment:
        """What draws the templates in `folders`; they are compiled anew when `state`, theirs, is another."""
        if self.templates is None or self.templates[0] != state:
            self.templates = state, environment(folders)
        return self.templates[1]

    def changed(self, views: Iterable[View], shared: object) -> list[View]:
        """Those of `views` that don't look as they were drawn last; `shared` is what all of them depend on."""
        before = self.drawn if shared == self.shared else {}
        self.shared, self.drawn = shared, {view.url: view for view in views}
        return [view for url, view in self.drawn.items() if before.get(url) != view]

    def replaced(self, root: Path, files: Mapping[str, str]) -> dict[str, str]:
        """Those of `files` (output → path in `root`) that are others than the last ones: newer, or put in their place.

        The day of a file isn't enough: a copy of an older one keeps its own.
        """
        before, self.copied = self.copied, {output: _state(root, path) for output, path in files.items()}
        return {output: path for output, path in files.items() if before.get(output) != self.copied[output]}

    def forget(self) -> None:
        """Draw and copy everything anew next time: nobody knows what is in the folder."""
        self.drawn, self.copied = {}, {}

    def show(self, folder: Path, env: Environment, language: Language, problem: Problem) -> None:
        """Make `problem` what every page in `folder` tells."""
        self._tell(folder, problems_page(env, rows([problem], language), language))

    def finish(
        self,
        folder: Path,
        env: Environment,
        project: Project,
        problems: Sequence[Row],
        language: Language,
        written: frozenset[str],
    ) -> None:
        """Write into `folder` what only a preview has: its `problems`, how translations stand, the search later.

        `written` are the files of the site that are no pages.
        """
        site, library, history = project.site, project.library, project.history
        report = problems_page(env, problems, language, has_translations=history is not None)
        if site is None:
            self._tell(folder, report)
        else:
            files = [("problems.html", report)]
            if library and history:
                files.append(("translations.html", translations_page(env, library, history, language)))
            pages = (site.urls.output(page.url) for page in site.pages)
            copied = map(site.urls.output, (*site.files, *site.pictures))
            self._sweep(folder, frozenset((*written, *write(folder, files), *pages, *copied)))
            self._index_later(folder, site)

    def _tell(self, folder: Path, report: bytes) -> None:
        """Make `report` the answer to every address of a page: none shows what the content is now."""
        pages = (self.newest.urls.output(page.url) for page in self.newest.pages) if self.newest else ()
        self._sweep(folder, self.written.difference(pages))
        write(folder, [(name, report) for name in ("problems.html", "index.html", "404.html")])
        self.forget()

    def _sweep(self, folder: Path, outputs: frozenset[str]) -> None:
        """Delete from `folder` what an earlier build wrote and this one, with `outputs`, doesn't have."""
        for path in self.written - outputs:
            (folder / path).unlink(missing_ok=True)
        self.written = outputs

    def _index_later(self, folder: Path, site: Site) -> None:
        """Write the search index of `site` into `folder` behind the scenes: the page is seen before it's searched."""
        self.newest = site
        self.indexing = Thread(target=self._index, args=(folder, site, self.indexing), daemon=True)
        self.indexing.start()

    def _index(self, folder: Path, site: Site, before: Thread | None) -> None:
        if before:
            before.join()
        if site is self.newest:  # else another edit was quicker
            written = write(folder, search_outputs(site))
            for path in self.indexed - written:
                (folder / path).unlink(missing_ok=True)
            self.indexed = written
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # what is kept from build to build isn't looked through in the middle of the next one


def keep_answering(build: Callable[[], object], show: Callable[[Problem], None]) -> Callable[[], None]:
    """`build` as a function that never raises: mkdocs would let every browser wait for an answer for ever.

    What fails before the content is even read (no `content/`, a broken `mkdocs.yml`) goes to `show`.
    """

    def attempt() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the preview goes on
            message = "The site can't be built at all: {error}"
            hint = "Correct mkdocs.yml, or put back the folder that is missing; the terminal says more."
            at = Position("mkdocs.yml")
            show(Problem("build-failed", Severity.ERROR, at, message, hint, {"error": str(error)}))

    return attempt


def keep_reloading(server: Any) -> None:
    """Let a missing page be loaded again when it may be there: mkdocs' `server` does so with its files alone."""
    answer: Callable[[int], bytes | None] = server.error_handler
    reloading: Callable[[bytes, int], bytes] = server._inject_js_into_html  # noqa: SLF001 - no public name

    def attempt(code: int) -> bytes | None:
        html = answer(code)
        return html and reloading(html, server._visible_epoch)  # noqa: SLF001

    server.error_handler = attempt


def _state(root: Path, path: str) -> tuple[str, int, int]:
    status = (root / path).stat()
    return path, status.st_mtime_ns, status.st_size


def state_of(folder: Path) -> frozenset[tuple[str, int]]:
    """The files below `folder` with their times of change (ns): equal as long as none of them changes."""
    return frozenset((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file())
