"""The command `site-builder`; each of its commands is a module of that name."""

from __future__ import annotations

import gc
import sys
import traceback

import click

from ..report import editor_language, system_language
from . import usage
from .group import Commands

site_builder = Commands(
    "site-builder",
    __name__,
    (
        "new",
        "check",
        "fix",
        "status",
        "build",
        "serve",
        "guard",
        "publish",
        "rollback",
        "due",
        "verify",
        "audio",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turn Markdown and audio into a bilingual site and podcast feeds.",
)


def main() -> None:
    """Run the command. Exit status: 0 all is well, 1 the content has errors, 2 the tool itself failed."""
    gc.disable()  # a command makes hardly any garbage before its end; a preview, which has no end, turns it on
    try:
        sys.exit(site_builder(prog_name="site-builder", standalone_mode=False))
    except click.Abort:
        sys.exit(130)
    except click.UsageError as error:
        language = error.ctx and error.ctx.find_root().obj
        click.echo(usage.told(error, language or editor_language(system_language())), err=True)
        sys.exit(2)
    except Exception:  # noqa: BLE001 - a bug of ours: say what helps to mend it, never blame the content
        traceback.print_exc()
        sys.exit(2)
