"""The mkdocs plugin: hands the planned site to mkdocs page by page. The only module that imports mkdocs.

mkdocs brings the theme, the output folder and the live preview; what the pages are, where they lie and what
is on them was decided before (`site_builder.project`).
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

from .draw import Drawing, problems_banner, problems_page
from .finish import outputs, write
from .finish.cards import card_files
from .languages import Language
from .plan.frame import Page as PlannedPage
from .preview import Preview, keep_answering, state_of
from .project import Project, build_time, prepare
from .report import Row, as_text, editor_language, rows, system_language
from .stages import stage

log = logging.getLogger("mkdocs.plugins.site-builder")

_MATERIAL = "assets/stylesheets/main."
"""What pages use of the theme's own files: its stylesheet; scripts, search and fonts are not published."""

_OURS = "assets/site.css"


class DrawnPage(Page):
    """A page whose text the core has rendered; mkdocs only places it."""

    plan: PlannedPage

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: a body whose first line looks like `Editors: …` would lose it here."""
        self.markdown, self.meta, self.title = "", {}, self.plan.title

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render: `main.html` draws the planned view."""
        self.content, self.toc = "", TableOfContents([])


class SiteBuilderPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Turns the project beside `mkdocs.yml` into the site. It has no options of its own."""

    preview: Preview | None = None
    reports: bool = True
    language: Language
    folder: str
    root: Path
    project: Project
    rows: tuple[Row, ...]
    drawing: Drawing

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Called once a process: `serve` keeps this object from build to build."""
        self.preview = Preview() if command == "serve" else None
        if self.preview is None:
            gc.disable()  # hardly anything that a build makes is garbage before its end: a tenth of its time

    def on_shutdown(self) -> None:
        """Called when the process is about to end."""
        gc.freeze()  # what a build leaves needn't be looked through at the end
        gc.enable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The sitemap is ours: mkdocs' knows no languages."""
        config.theme.static_templates.discard("sitemap.xml")
        self.language = editor_language(system_language())
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Hide a preview's folder: mkdocs empties it before each build, we write only what has changed."""
        self.folder = config.site_dir
        if self.preview:
            config.site_dir = self.preview.empty.name

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the files of `docs_dir` by the planned pages and the files that they need."""
        config.site_dir = self.folder
        self.root = Path(config.config_file_path or "mkdocs.yml").parent
        memory = self.preview.memory if self.preview else None
        self.project = prepare(self.root, config.site_url or "", build_time(), memory)
        self.rows = rows(self.project.problems, self.language, self.root) if self.preview else ()
        self._report()
        kept = [file for file in files if _is_used(file, config)]
        for file in kept:
            file.dest_dir = config.site_dir
        site = self.project.site
        if site is None:
            config.theme.static_templates.discard("404.html")  # it is drawn with what the site's pages share
            return Files(kept)
        pages: Sequence[PlannedPage] = site.pages
        copied = [
            File(
                path, str(self.root), config.site_dir, use_directory_urls=True, dest_uri=site.urls.output(url)
            )
            for url, path in site.files.items()
        ]
        if self.preview:
            look = (site.chromes, self.rows, state_of(self.root / "overrides"))
            pages = self.preview.changed(pages, look)
            copied = [file for file in copied if file.is_modified()]
        menus = {link.url for chrome in site.chromes.values() for link in chrome.menu}
        config.nav = [_source(page) for page in pages if page.url in menus]
        return Files(
            [*kept, *copied, *(_page_file(page, site.urls.output(page.url), config) for page in pages)]
        )

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the templates what they draw."""
        env.autoescape = True
        material = [file.dest_uri for file in files if file.dest_uri.startswith(_MATERIAL)]
        if self.project.site:
            banner = problems_banner(env, self.rows, self.language) if self.rows else ""
            self.drawing = Drawing(env, self.project.site, [*material, _OURS], banner)
            env.globals["draw"] = lambda page: self.drawing.page(page.plan.view())
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """What the page for missing pages needs; it is drawn once for all languages."""
        return {**context, **self.drawing.shared()} if self.project.site else context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files that are no pages."""
        site, folder = self.project.site, Path(config.site_dir)
        with stage("finish"):
            written = write(folder, outputs(site)) if site else frozenset()
            written |= write(folder, card_files(site, self.root)) if site else frozenset()
            if self.preview:
                report = problems_page(config.theme.get_env(), self.rows, self.language)
                written |= write(folder, [("problems.html", report)])
                if site is None:  # the report is the home page while there can be no other
                    written |= write(folder, [("index.html", report)])
                    self.preview.forget()
        if self.preview and site:
            pages = (site.urls.output(page.url) for page in site.pages)
            self.preview.sweep(folder, {*written, *pages, *map(site.urls.output, site.files)})

    def on_build_error(self, *, error: Exception) -> None:
        """After a failure a preview can't know which pages were written."""
        if self.preview:
            self.preview.forget()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """The preview follows changes of episodes and templates too, and is told of them at once."""
        from .watch import ChangeObserver  # noqa: PLC0415 - nor an observer of files

        watched = [config.docs_dir, str(config.config_file_path)]
        for path in watched:
            server.unwatch(path)
        server.observer = ChangeObserver()
        own = [str(path) for path in (self.root / "podcast", self.root / "overrides") if path.is_dir()]
        for path in watched + own:
            server.watch(path)
        if self.preview:
            show = partial(self.preview.show, Path(server.root), config.theme.get_env(), self.language)
            server.builder = keep_answering(builder, show)
        return server

    def _report(self) -> None:
        """Errors end a build with the whole report; a preview goes on and shows it in the browser."""
        if not self.project.is_publishable and self.preview is None:
            raise PluginError("\n" + as_text(self.project.problems, self.language) if self.reports else "")
        for problem in self.project.problems if self.reports else ():
            log.warning(as_text([problem], self.language))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and the folder that it lies in."""

    project: Project
    folder: Path


def build_site(root: Path, site_dir: Path | None = None) -> Built:
    """Build the project at `root` into `site_dir` (default: as `mkdocs.yml` says).

    Problems are for the caller to report; nothing is written when one of them is an error.
    """
    config = load_config(str(root / "mkdocs.yml"), **({"site_dir": str(site_dir)} if site_dir else {}))
    plugin = config.plugins.get("site-builder")
    if not isinstance(plugin, SiteBuilderPlugin):
        raise ConfigurationError("mkdocs.yml does not name the plugin site-builder.")
    plugin.reports = False
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

    mkdocs_serve.serve(str(root / "mkdocs.yml"), dev_addr=address)


def _page_file(plan: PlannedPage, output: str, config: MkDocsConfig) -> File:
    file = File(
        _source(plan),
        None,
        config.site_dir,
        use_directory_urls=True,
        dest_uri=output,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    DrawnPage(plan.title, file, config).plan = plan
    return file


def _source(plan: PlannedPage) -> str:
    """The page's name within mkdocs, which wants one that ends in `.md`."""
    return f"{plan.url.strip('/') or 'index'}.md"


def _is_used(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that mkdocs found is published: of the theme only what pages use, ours all."""
    if file.src_dir == config.docs_dir or file.is_documentation_page():
        return False
    own = [folder for folder in config.theme.dirs if "material" not in Path(folder).parts]
    return file.src_dir in own or (file.src_uri.startswith(_MATERIAL) and file.src_uri.endswith(".css"))
