"""A group of commands, each imported when it is called: a build has no use for the others' modules."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click


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
