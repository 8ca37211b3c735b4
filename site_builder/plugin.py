"""The mkdocs plugin: the planned site in the folder that mkdocs has made. The only module that imports mkdocs.

mkdocs brings the theme, the output folder, the files that are copied and the live preview; what the pages are, where
they lie and what is on them was decided before (`site_builder.project`), and the core draws them.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

from .admin import admin_files
from .assets import FOLDER, THEME, Assets
from .clock import build_time
from .draw import Drawing, problems_banner
from .finish import outputs, search_outputs
from .finish.cards import card_files
from .finish.pictures import forget_pictures, picture_files
from .finish.redirects import redirect_pages
from .hosting import hosting_files
from .languages import Language
from .ledger.making import ledger_file
from .plan.site import Site
from .plan.views import View
from .preview import Preview, keep_answering, keep_reloading, state_of
from .project import Project, prepare
from .refusals import RefusalError
from .report import Row, as_text, counted, editor_language, rows, system_language, without_floods
from .stages import stage
from .templates import environment
from .theme import used_rules
from .writing import write

_THEME = "assets/stylesheets/main.*.css"

log = logging.getLogger("mkdocs.plugins.site-builder")


class SiteBuilderPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Turns the project beside `mkdocs.yml` into the site. It has no options of its own."""

    preview: Preview | None = None
    reports: bool = True
    is_rehearsal: bool = False
    language: Language
    folder: str
    root: Path
    project: Project
    rows: tuple[Row, ...]
    templates: list[str]
    assets: list[File]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Called once a process: `serve` keeps this object from build to build."""
        self.preview = Preview() if command == "serve" else None
        if self.preview:
            gc.enable()
        else:
            gc.disable()  # hardly anything that a build makes is garbage before its end: a tenth of its time

    def on_shutdown(self) -> None:
        """Called when the process is about to end."""
        gc.freeze()  # what a build leaves needn't be looked through at the end

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave mkdocs of the theme what is ours: it looks through all of it for files, and we draw the pages."""
        theme = config.theme
        self.language = editor_language(system_language())
        self.templates = theme.dirs
        theme.dirs = [theme.custom_dir] if theme.custom_dir else []
        theme.static_templates -= {"404.html", "sitemap.xml"}
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Hide a preview's folder: mkdocs empties it before each build, we write only what has changed."""
        self.folder = config.site_dir
        if self.preview:
            config.site_dir = self.preview.empty.name

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the files of `docs_dir` by those that the planned pages need."""
        config.site_dir = self.folder
        self.root = Path(config.config_file_path or "mkdocs.yml").parent
        memory = self.preview.memory if self.preview else None
        self.project = prepare(
            self.root,
            config.site_url or "",
            build_time(),
            memory,
            preview=self.is_rehearsal,
            with_history=True,
        )
        self.rows = (
            rows(without_floods(self.project.problems), self.language, self.root) if self.preview else ()
        )
        self._report()
        ours = [file for file in files if file.src_dir != config.docs_dir]
        for file in ours:
            file.dest_dir = config.site_dir
        theme = used_rules(self._theme_stylesheet())
        self.assets = [*ours, File.generated(config, FOLDER + THEME, content=theme)]
        site, root = self.project.site, str(self.root)
        copied = {site.urls.output(url): path for url, path in site.files.items()} if site else {}
        if self.preview:
            copied = self.preview.replaced(self.root, copied)
        return Files([*self.assets, *(_file(path, root, config, output) for output, path in copied.items())])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, and the files that are no pages."""
        site, folder, state = self.project.site, Path(config.site_dir), state_of(self.root / "overrides")
        env = self.preview.environment(self.templates, state) if self.preview else environment(self.templates)
        written = self._write(site, folder, env, state) if site else frozenset()
        if self.preview:
            self.preview.finish(folder, env, self.project, self.rows, self.language, written)

    def on_build_error(self, *, error: Exception) -> None:
        """After a failure a preview can't know which pages were written."""
        if self.preview:
            self.preview.forget()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """The preview follows changes of episodes and templates too, and is told of them at once."""
        from .watch import ProjectObserver  # noqa: PLC0415 - nor an observer of files

        for path in (config.docs_dir, str(config.config_file_path)):
            server.unwatch(path)
        server.observer = ProjectObserver()
        server.watch(str(self.root))
        keep_reloading(server)
        if self.preview:
            show = partial(self.preview.show, Path(server.root), environment(self.templates), self.language)
            server.builder = keep_answering(builder, show)
        return server

    def _write(self, site: Site, folder: Path, env: Environment, state: object) -> frozenset[str]:
        """Write the site into `folder`; the paths of its files that are no pages. `state` is that of the templates."""
        banner = self._banner(env, site) if self.preview else ""
        assets = Assets.of(site.urls.base, ((file.dest_uri, file.content_bytes) for file in self.assets))
        drawing = Drawing(env, site, assets, banner)
        views: Iterable[View] = (page.view() for page in site.pages)
        if self.preview:
            views = self.preview.changed(views, (site.chromes, banner, state))
        with stage("draw"):
            write(folder, drawing.files(views))
        with stage("finish"):
            pictures = chain(card_files(site, self.root), picture_files(site, self.root, folder))
            others = chain(redirect_pages(site, env), admin_files(site, env), hosting_files(site))
            written = write(folder, chain(outputs(site), pictures, others))
            if self.preview is None:
                write(folder, search_outputs(site))
                forget_pictures(site, self.root)
                write(folder, ledger_file(site, self.root))
        return written

    def _banner(self, env: Environment, site: Site) -> str:
        """What the editor should mend, above every page of a preview; empty where there is nothing."""
        outdated = len(self.project.history.outdated) if self.project.history else 0
        url = f"{site.urls.base}translations.html"
        if not self.rows and not outdated:
            return ""
        told = counted(self.project.problems, self.language)
        return problems_banner(env, self.rows, told, outdated, url, self.language)

    def _theme_stylesheet(self) -> str:
        """The theme's stylesheet; its name has a digest."""
        found = (path for folder in self.templates for path in Path(folder).glob(_THEME))
        return next(found).read_text(encoding="utf-8")

    def _report(self) -> None:
        """Errors end a build with the whole report; a preview goes on and shows it in the browser."""
        if not self.project.is_publishable and self.preview is None:
            raise PluginError(
                "\n" + as_text(without_floods(self.project.problems), self.language) if self.reports else ""
            )
        for problem in without_floods(self.project.problems) if self.reports else ():
            log.warning(as_text([problem], self.language))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and the folder that it lies in."""

    project: Project
    folder: Path


def build_site(root: Path, site_dir: Path | None = None, *, preview: bool = False) -> Built:
    """Build the project at `root` into `site_dir` (default: as `mkdocs.yml` says), to be published or as a `preview`.

    Problems are for the caller to report; nothing is written when one of them is an error.
    """
    config = _config(root, **({"site_dir": str(site_dir)} if site_dir else {}))
    plugin = config.plugins.get("site-builder")
    if not isinstance(plugin, SiteBuilderPlugin):
        raise ConfigurationError("mkdocs.yml does not name the plugin site-builder.")
    plugin.reports, plugin.is_rehearsal = False, preview
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    except Abort:
        if plugin.project.is_publishable:
            raise
    finally:
        config.plugins.on_shutdown()
    return Built(plugin.project, Path(config.site_dir))


def serve_site(root: Path, address: str) -> None:
    """Preview the project at `root` on `address` (`host:port`) until interrupted."""
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415 - a build needs no server

    _config(root)
    mkdocs_serve.serve(str(root / "mkdocs.yml"), dev_addr=address)


def _config(root: Path, **options: str) -> MkDocsConfig:
    """What mkdocs makes of `mkdocs.yml`, with `options` for its fields; `RefusalError` where it takes it for wrong."""
    try:
        return load_config(str(root / "mkdocs.yml"), **options)
    except Abort as failure:  # by then it has said why
        raise RefusalError(
            "mkdocs can't work with mkdocs.yml: it says above what is wrong.", "Mend that there."
        ) from failure


def _file(path: str, folder: str, config: MkDocsConfig, output: str | None = None) -> File:
    """The file at `path` in `folder`, to be copied to `output` in the site's folder, to `path` by default."""
    return File(path, folder, config.site_dir, use_directory_urls=True, dest_uri=output)
