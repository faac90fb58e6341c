"""``man``: the manual page, made from the commands."""

from collections.abc import Container, Iterator
from typing import Final

import click

from trusthub_tui import __version__
from trusthub_tui.cli import settings
from trusthub_tui.cli.fault import NAME, ExitCode
from trusthub_tui.cli.output import say

_WHERE: Final = (
    "These also stand behind a command: --db, --review-after and --offline behind each, --plain and --ascii "
    "behind those that open a screen."
)


@click.command
@settings.options()
def man() -> int:
    """Print the manual page, made from the commands.

    To read it: trusthub-tui man | man -l -
    """
    from trusthub_tui.cli.command_line import main

    say("\n".join(_page(main)))
    return ExitCode.DONE


def _page(main: click.Group) -> Iterator[str]:
    context = click.Context(main, info_name=NAME)
    yield f'.TH "{NAME.upper()}" "1" "" "{NAME} {__version__}" "User commands"'
    yield from (".SH NAME", f"{NAME} \\- {_first_line(main)}")
    yield from (".SH SYNOPSIS", f".B {_text(NAME)}", "[options] [command]")
    yield from (".SH DESCRIPTION", *_help(main))
    yield from (".SH OPTIONS", *_options(main, context), ".PP", _text(_WHERE))
    general = {parameter.name for parameter in main.get_params(context)}
    yield ".SH COMMANDS"
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context)
            yield f".SS {_text(' '.join([name, *command.collect_usage_pieces(inner)]))}"
            yield from (*_help(command), *_options(command, inner, but=general))
    yield from (".SH EXIT STATUS", _text(main.epilog or ""))


def _first_line(command: click.Command) -> str:
    return _text((command.help or "").strip().splitlines()[0])


def _help(command: click.Command) -> Iterator[str]:
    for part in (command.help or "").strip().split("\n\n"):
        yield from (".PP", _text(" ".join(part.split())))


def _options(command: click.Command, context: click.Context, but: Container[str] = ()) -> Iterator[str]:
    """Yield options and arguments that have something to say; ``but`` are those that were said before."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1] and parameter.name not in but:
            yield from (".TP", f".B {_text(record[0])}", _text(record[1]))


def _text(words: str) -> str:
    """Return words as troff prints them: no dash becomes a hyphen, no line a request."""
    plain = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
