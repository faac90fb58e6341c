"""How the program ends: exit codes, and faults told in a sentence instead of a traceback."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from itertools import groupby
from typing import Any, Final

import click

from trusthub_tui.profile.errors import ExplainedError, sentences

NAME: Final = "trusthub-tui"

_INDENT_AND_GAP: Final = 6
_IN_A_PIPE: Final = 80
_NARROWEST: Final = 52
_WIDEST: Final = 100


class ExitCode(IntEnum):
    """What the exit code of a command means; each has one cause only."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    HAS_PROBLEMS = 3
    NOT_FOUND = 4
    LOCKED = 5
    INTERRUPTED = 130


class Fault(ExplainedError):
    """Something that ends the command, and the exit code it ends with."""

    def __init__(self, message: str, remedy: str = "", code: ExitCode = ExitCode.FAILED) -> None:
        super().__init__(message, remedy)
        self.code = code


class Command(click.Command):
    """A command that says under which heading of the help it stands."""

    def __init__(self, *args: Any, topic: str, **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.topic = topic


class Program(click.Group):
    """A group of commands that ends with the exit codes above, and tells what is foreseen in a sentence."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the commands were declared."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands below their headings."""
        longest = max(map(len, self.commands))
        room = formatter.width - longest - _INDENT_AND_GAP
        for topic, commands in groupby(self.commands.items(), lambda named: _topic(named[1])):
            with formatter.section(topic):
                formatter.write_dl(
                    [(name.ljust(longest), command.get_short_help_str(room)) for name, command in commands]
                )

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line and end the process with its exit code."""
        extra |= {"prog_name": NAME, "standalone_mode": False, "terminal_width": _help_width()}
        # What a terminal cannot show becomes a question mark instead of an error halfway through.
        if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        run = super().main
        sys.exit(_exit_code(lambda: run(*args, **extra)))


def _help_width() -> int:
    """Return how wide the help is.

    Click would find out too, but with a module whose import takes a tenth of the time of all the rest.
    """
    columns = os.environ.get("COLUMNS", "")[:6]
    if not columns.isdecimal():
        try:
            columns = str(os.get_terminal_size().columns)
        except OSError:
            columns = str(_IN_A_PIPE)
    return min(max(int(columns), _NARROWEST), _WIDEST) - 2


def _topic(command: click.Command) -> str:
    return command.topic if isinstance(command, Command) else "Commands"


def _exit_code(run: Callable[[], int | None]) -> int:
    try:
        return run() or ExitCode.DONE
    except click.Abort:
        return ExitCode.INTERRUPTED
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else NAME
        return _tell(error.format_message(), f"See: {command} --help", error.exit_code)
    except Fault as fault:
        return _tell(fault.message, fault.remedy, fault.code)
    except click.ClickException as error:
        return _tell(error.format_message(), "", error.exit_code)


def _tell(message: str, remedy: str, code: int) -> int:
    from trusthub_tui.profile.answers import clean

    click.echo(clean(sentences(message, remedy)), err=True)
    return code
