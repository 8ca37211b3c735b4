"""What is wrong with how a command was called, in the editor's language: click says it in English alone."""

from __future__ import annotations

import re

import click

from ..languages import Language
from ..refusals import RefusalError
from ..similar import similar_name

_EXTRA = re.compile(r"extra arguments? \((.*)\)$")


def told(error: click.UsageError, language: Language) -> str:
    """What is wrong, and how the command is called."""
    reason = _reason(error)
    lines = [f"{language.text('Error')}: {reason.told(language) if reason else error.format_message()}"]
    if error.ctx:
        command, name = error.ctx.command, error.ctx.command_path
        usage = " ".join((name, *command.collect_usage_pieces(error.ctx)))
        lines.append(language.text("It is called so: {usage}", usage=usage))
        lines.append(language.text("All about it: {help}", help=f"{name} --help"))
    return "\n".join(lines)


def _reason(error: click.UsageError) -> RefusalError | None:
    """Why the command can't be called so; None where only click knows."""
    match error:
        case click.NoSuchCommand(command_name=name, ctx=click.Context(command=click.Group() as group) as ctx):
            return _unknown(
                "There is no command “{name}”.", name, similar_name(name, group.list_commands(ctx))
            )
        case click.NoSuchOption(option_name=name, possibilities=alike):
            return _unknown("There is no option {name}.", name, alike[0] if alike else "")
        case click.BadOptionUsage():
            is_flag = "not take" in error.message
            return RefusalError(
                "The option {name} takes no value." if is_flag else "The option {name} needs a value.",
                name=error.option_name,
            )
        case click.MissingParameter() if error.param:
            return RefusalError("{name} is missing.", name=_name(error.param))
        case click.BadParameter() if error.param:
            return _bad_value(error.param)
    extra = _EXTRA.search(error.message)
    return RefusalError("This is too much: {words}", words=extra[1]) if extra else None


def _unknown(message: str, name: str, close: str) -> RefusalError:
    return RefusalError(message, "Did you mean “{close}”?" if close else "", name=name, close=close)


def _bad_value(param: click.Parameter) -> RefusalError | None:
    match param.type:
        case click.Choice(choices=choices):
            return RefusalError(
                "{name} can only be one of these: {choices}", name=_name(param), choices=", ".join(choices)
            )
        case click.IntRange(min=least):
            return RefusalError(
                "{name} must be a whole number from {least} on.", name=_name(param), least=str(least)
            )
        case click.Path(exists=True):
            return RefusalError("{name} must be a folder that is there.", name=_name(param))
        case click.Path():
            return RefusalError("{name} must be a folder.", name=_name(param))
    return None


def _name(param: click.Parameter) -> str:
    """What the usage calls it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.human_readable_name).strip("[].").upper()
