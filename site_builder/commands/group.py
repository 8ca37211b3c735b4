"""A group of commands, each imported when it is called: a build has no use for the others' modules."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from ..languages import Language
from ..refusals import RefusalError
from ..report import editor_language, system_error, system_language


class Commands(click.Group):
    """The commands called `names`, each in the module of its name in `package`."""

    def __init__(self, name: str, package: str, names: tuple[str, ...], **options: Any) -> None:
        """`options` are those of `click.Group`."""
        super().__init__(name, **options)
        self.package = package
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None where there is none of that name."""
        if cmd_name not in self.names:
            return None
        command: click.Command = getattr(import_module(f"{self.package}.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command that was asked for; what it refuses is said in the language of its messages."""
        try:
            return super().invoke(ctx)
        except (click.UsageError, BrokenPipeError):
            raise  # of the one `main` tells, and click ends silently when nobody reads on
        except (RefusalError, OSError) as error:
            language = ctx.find_root().obj or editor_language(system_language())
            click.echo(_refusal(error, language), err=True)
            ctx.exit(2)


def _refusal(error: RefusalError | OSError, language: Language) -> str:
    if isinstance(error, RefusalError):
        return f"{language.text('Error')}: {error.told(language)}"
    parts = ("site-builder", system_error(error.strerror or str(error), language), error.filename)
    return ": ".join(str(part) for part in parts if part)
