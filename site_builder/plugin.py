"""The mkdocs plugin: hands the planned site to mkdocs page by page. The only module that imports mkdocs.

mkdocs brings the theme, the output folder and the live preview; what the pages are, where they lie and what
is on them was decided before (`site_builder.project`).
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .draw import Drawing
from .finish import outputs
from .load import Memory
from .plan.frame import Page as PlannedPage
from .project import Project, build_time, prepare
from .report import as_text, editor_language, rows, system_language
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


@dataclass
class _Preview:
    """What `serve` keeps between builds: results of files, and pages as they were last drawn."""

    memory: Memory = field(default_factory=Memory)
    drawn: dict[str, tuple[object, str]] = field(default_factory=dict)


class SiteBuilderPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Turns the project beside `mkdocs.yml` into the site. It has no options of its own."""

    preview: _Preview | None = None
    reports: bool = True
    root: Path
    project: Project
    drawing: Drawing

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Called once a process: `serve` keeps this object from build to build."""
        self.preview = _Preview() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The sitemap is ours: mkdocs' knows no languages."""
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the files of `docs_dir` by the planned pages and the files that they need."""
        gc.disable()  # hardly anything that a build makes is garbage before its end: 8 % of its time
        root = Path(config.config_file_path or "mkdocs.yml").parent
        self.root = root
        memory = self.preview.memory if self.preview else None
        self.project = prepare(
            root, config.site_url or "", build_time(), preview=self.preview is not None, memory=memory
        )
        self._report(config)
        kept = [file for file in files if _is_used(file, config)]
        site = self.project.site
        if site is None:
            return Files([file for file in kept if not file.is_documentation_page()])
        kept += [_page_file(page, site.urls.output(page.url), config) for page in site.pages]
        kept += [
            File(path, str(root), config.site_dir, use_directory_urls=True, dest_uri=site.urls.output(url))
            for url, path in site.files.items()
        ]
        menus = {link.url for chrome in site.chromes.values() for link in chrome.menu}
        config.nav = [_source(page) for page in site.pages if page.url in menus]
        return Files(kept)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the templates what they draw."""
        env.autoescape = True
        material = [file.dest_uri for file in files if file.dest_uri.startswith(_MATERIAL)]
        problems = rows(self.project.problems, editor_language(system_language())) if self.preview else ()
        if self.project.site:
            self.drawing = Drawing(env, self.project.site, [*material, _OURS], problems)
            env.globals["draw"] = self._draw
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """What the page for missing pages needs; it is drawn once for all languages."""
        return {**context, **self.drawing.shared()} if self.project.site else context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files that are no pages."""
        gc.enable()
        site_dir = Path(config.site_dir)
        if self.project.site:
            with stage("finish"):
                for path, data in outputs(self.project.site):
                    target = site_dir / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
        if self.preview:
            self._write_problems(site_dir, config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """The preview follows changes of episodes and templates too."""
        for folder in ("podcast", "overrides"):
            if (self.root / folder).is_dir():
                server.watch(str(self.root / folder))
        return server

    def _draw(self, page: DrawnPage) -> str:
        """The page as HTML; in a preview from memory when nothing on it changed."""
        view = page.plan.view()
        if self.preview is None:
            return self.drawing.page(view)
        state = (view, self.drawing.state)
        before = self.preview.drawn.get(view.url)
        if before is None or before[0] != state:
            before = self.preview.drawn[view.url] = (state, self.drawing.page(view))
        return before[1]

    def _report(self, config: MkDocsConfig) -> None:
        """Errors end a build with the whole report; a preview goes on and shows it in the browser."""
        language = editor_language(system_language())
        if not self.project.is_publishable and self.preview is None:
            raise PluginError("\n" + as_text(self.project.problems, language) if self.reports else "")
        if not self.reports:
            return
        for problem in self.project.problems:
            log.warning(as_text([problem], language))

    def _write_problems(self, site_dir: Path, config: MkDocsConfig) -> None:
        """The page that lists the problems; it is the whole site while there can be no other."""
        language = editor_language(system_language())
        template = config.theme.get_env().get_template("problems.html")
        html = template.render(
            problems=rows(self.project.problems, language, self.root), language=language.code, _=language.text
        )
        (site_dir / "problems.html").write_text(html, encoding="utf-8")
        if self.project.site is None:
            (site_dir / "index.html").write_text(html, encoding="utf-8")


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
    plugin = config.plugins["site-builder"]
    assert isinstance(plugin, SiteBuilderPlugin)
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
    return plan.source or f"{plan.url.strip('/') or 'index'}.md"


def _is_used(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that mkdocs found is published: of the theme only what pages use, ours all."""
    if file.src_dir == config.docs_dir or file.is_documentation_page():
        return False
    is_ours = any(
        file.src_dir == folder for folder in config.theme.dirs if "material" not in Path(folder).parts
    )
    return (file.src_uri.startswith(_MATERIAL) and file.src_uri.endswith(".css")) or is_ours
