"""The program as a command: its commands, its help, and how it ends."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import groupby
from typing import Any, Final, NamedTuple

import click

from trusthub_tui import __version__
from trusthub_tui.cli import settings, surroundings
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.wishes import ASKED_BY_A_SHELL
from trusthub_tui.profile.errors import sentences

_INDENT_AND_GAP: Final = 6
_IN_A_PIPE: Final = 80
_NARROWEST: Final = 52
_WIDEST: Final = 100

_WORK: Final = "Work on a profile"
_LOOK: Final = "Look"
_SEND: Final = "Send it and take the decision in"
_TWILIO: Final = "Ask Twilio, with an account"
_SHARE: Final = "Keep and share"


class Listed(NamedTuple):
    """A command as the help lists it; its module is imported when it is called."""

    module: str
    """In ``commands``; the function in it has the same name."""
    topic: str
    says: str
    """The first sentence of its own help."""


COMMANDS: Final = {
    "new": Listed("new", _WORK, "Start a new profile."),
    "resume": Listed("resume", _WORK, "Go on with a profile where you stopped."),
    "fix": Listed("fix", _WORK, "Go through the reasons of a rejection."),
    "set": Listed("set_answers", _WORK, "Answer questions of a profile without any screen."),
    "get": Listed("get_answers", _WORK, "Print answers of a profile as they were typed."),
    "list": Listed("list_profiles", _LOOK, "List all profiles, those that need you first."),
    "show": Listed("show", _LOOK, "Print a profile: answers, findings, submissions and reasons."),
    "check": Listed("check", _LOOK, "Check a profile, or the answers in a file, without any screen."),
    "explain": Listed("explain", _LOOK, "Say what a code, an e-mail or a message from Twilio means."),
    "diff": Listed("diff", _LOOK, "Print what changed between two versions."),
    "history": Listed("history", _LOOK, "Print everything that happened to a profile, the oldest first."),
    "keys": Listed("keys", _LOOK, "List the keys of all commands, or test what arrives."),
    "submit": Listed("submit", _SEND, "Submit a profile to the practice Trust Hub, or to Twilio."),
    "filed": Listed("filed", _SEND, "Take down that you filed a profile in Twilio's Console."),
    "decide": Listed("decide", _SEND, "Enter the decision on a profile that is in review."),
    "reopen": Listed("reopen", _SEND, "Make a draft again of what only practice approved."),
    "discard": Listed("discard", _SEND, "Throw away the last practice submission."),
    "account": Listed("account", _TWILIO, "Say which Twilio account is used, and what works with it."),
    "remote": Listed("remote", _TWILIO, "List the profiles that Twilio has."),
    "pull": Listed("pull", _TWILIO, "Take over what Twilio has."),
    "push": Listed("push", _TWILIO, "Send corrections to Twilio."),
    "evaluate": Listed("evaluate", _TWILIO, "Let Twilio check whether anything is missing."),
    "watch": Listed("watch", _TWILIO, "Follow profiles until Twilio has decided."),
    "export": Listed("export", _SHARE, "Copy a profile into a file, or print it."),
    "import": Listed("import_answers", _SHARE, "Make drafts of the answers in a file."),
    "schema": Listed("schema", _SHARE, "Print the JSON Schema that scripts can rely on."),
    "completion": Listed("completion", _SHARE, "Print the completion of a shell, or install it."),
    "man": Listed("man", _SHARE, "Print the manual page, made from the commands."),
    "backup": Listed("backup", _SHARE, "Copy all profiles into one file."),
    "restore": Listed("restore", _SHARE, "Put a copy made by backup in the place of all profiles."),
    "doctor": Listed("doctor", _SHARE, "Say what is wrong with the file, and what can be read."),
    "protect": Listed("protect", _SHARE, "Keep others on this computer away from your profiles."),
    "duplicate": Listed("duplicate", _SHARE, "Make a draft with the same answers."),
    "delete": Listed("delete", _SHARE, "Put a profile into the bin for 30 days."),
    "undo": Listed("undo", _SHARE, "Take back what was done last."),
}
"""In the order of the help."""


class CommandLine(click.Group):
    """A group of commands that imports each when it is called, and tells what goes wrong in a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by its name; None where there is none."""
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        command: click.Command = getattr(
            import_module(f"trusthub_tui.cli.commands.{listed.module}"), listed.module
        )
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; of an unknown one the nearest known is named."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.UsageError(f"No such command '{name}'.{_nearest(name)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands below their topics, without importing any."""
        longest = max(map(len, COMMANDS))
        room = formatter.width - longest - _INDENT_AND_GAP
        for topic, commands in groupby(COMMANDS.items(), lambda named: named[1].topic):
            with formatter.section(topic):
                formatter.write_dl([(name.ljust(longest), _short(one.says, room)) for name, one in commands])

    def main(self, args: Sequence[str] | None = None, *positional: Any, **extra: Any) -> Any:
        """Run the command line and end the process with its exit code."""
        surroundings.leave_no_core()
        if ASKED_BY_A_SHELL in os.environ:
            from trusthub_tui.cli.shells import register

            register()
        words = list(sys.argv[1:] if args is None else args)
        extra |= {"prog_name": NAME, "standalone_mode": False, "terminal_width": _help_width()}
        surroundings.show_what_can_be_shown()
        run = super().main
        sys.exit(exit_code(lambda: run(words, *positional, **extra), as_json=_asks_for_json(words)))


@click.group(
    cls=CommandLine,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 wrong use, 3 has problems, 4 not found, 5 locked, "
    "6 credentials refused, 7 Twilio not reachable, 8 both sides changed, 9 only in the Console, "
    "10 still in review, 130 interrupted.",
)
@settings.options(environment=True)
@settings.screen_options
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> int:
    """Prepare, check and follow a Twilio Primary Customer Profile, offline.

    Without a command the list of profiles opens.
    """
    if context.invoked_subcommand is not None:
        return ExitCode.DONE
    from trusthub_tui.cli.open_screens import open_list

    return open_list(settings.current())


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


def _short(says: str, room: int) -> str:
    return click.Command(None, help=says).get_short_help_str(room)


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


def _asks_for_json(words: Sequence[str]) -> bool:
    """Whether JSON is wanted, also of a command line that cannot be read to its end."""
    options = words[: words.index("--")] if "--" in words else words
    return "--json" in options


def exit_code(run: Callable[[], int | None], *, as_json: bool) -> int:
    """Run something and return the exit code it deserves, once what went wrong is told."""
    try:
        return run() or ExitCode.DONE
    except click.Abort:
        if not as_json:
            return ExitCode.INTERRUPTED
        fault = Fault("Interrupted", code=ExitCode.INTERRUPTED)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else NAME
        fault = Fault(error.format_message(), f"See: {command} --help", ExitCode.WRONG_USE)
    except click.ClickException as error:
        fault = Fault(error.format_message())
    except Fault as ended:
        fault = ended
    except OSError as error:
        # Click prints help and version itself; everything else tells its own faults.
        from trusthub_tui.cli.output import unwritable

        fault = unwritable(error)
    try:
        _tell(fault, as_json=as_json)
    except OSError:
        # Nobody can be told; the exit code still says it.
        from trusthub_tui.cli.output import let_go_of

        let_go_of(sys.stderr)
    return fault.code


def _tell(fault: Fault, *, as_json: bool) -> None:
    from trusthub_tui.profile.answers import clean

    if not as_json:
        click.echo(clean(fault.text), err=True)
        return
    from trusthub_tui.cli.output import as_json as written

    told = {"code": fault.code.word, "exit": int(fault.code)}
    told |= {"message": clean(sentences(fault.message)), "remedy": clean(sentences(fault.remedy))}
    click.echo(written({"error": told}), err=True)
