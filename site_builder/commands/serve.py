"""`site-builder serve`: the preview in a browser, drafts and scheduled pages included."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from ..report import editor_language, system_language
from .loading import unbuildable
from .options import project_folder
from .reporting import report


@click.command(short_help="Preview the site as you save.")
@project_folder
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Where the preview answers (host:port)."
)
def serve(folder: Path, address: str) -> int:
    """Preview the site of DIR, the project's folder; what you save is seen at once. Stop it with Ctrl+C."""
    if broken := unbuildable(folder):
        return report(broken, editor_language(system_language()), root=folder)
    from ..plugin import serve_site  # noqa: PLC0415 - mkdocs takes a third of a second to import

    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs").setLevel(logging.INFO)  # where it answers, what it builds, what is wrong
    serve_site(folder, address)
    return 0
