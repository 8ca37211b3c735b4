"""The command `site-builder`; each of its commands is a module of that name."""

from __future__ import annotations

import gc
import re
import sys
import traceback
from typing import NoReturn

import click

from ..clock import ClockError
from ..languages import Language
from ..report import editor_language, system_error, system_language
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
        error.show()  # in English, as click has no other words for it
        sys.exit(2)
    except click.ClickException as error:
        _refuse(error.format_message())
    except ClockError as error:
        _refuse(_language().text(error.message, **error.values))
    except OSError as error:
        reason = system_error(error.strerror or str(error), _language())
        click.echo(f"site-builder: {reason}: {error.filename}", err=True)
        sys.exit(2)
    except Exception:  # noqa: BLE001 - a bug of ours: say what helps to mend it, never blame the content
        traceback.print_exc()
        sys.exit(2)


def _refuse(message: str) -> NoReturn:
    click.echo(f"{_language().text('Error')}: {message}", err=True)
    sys.exit(2)


def _language() -> Language:
    """The language of the messages, whichever command was called: what it raises has left its context behind."""
    asked = re.search(r"--language[ =](\w+)", " ".join(sys.argv))
    return editor_language(asked[1] if asked else system_language())
