"""What may be set from outside: the file, the length of a practice review, and what Twilio may be asked."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from click.core import ParameterSource

from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.wishes import REVIEW_AFTER, Settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["REVIEW_AFTER", "Settings"]

_LONGEST: Final = 366 * 24 * 3600.0
_KEY: Final = f"{__name__}."

AnyFunction = TypeVar("AnyFunction", bound=Callable[..., Any])


def current() -> Settings:
    """Return what the command line and the environment say, the option after the command name first."""
    return of(click.get_current_context())


def of(context: click.Context) -> Settings:
    """Return what was said before and after a command that is called in a context."""
    meta = context.meta
    return Settings(
        db=meta.get(_KEY + "db", ""),
        db_given=meta.get(_KEY + "db_given", False),
        review_after=meta.get(_KEY + "review_after", REVIEW_AFTER),
        offline=meta.get(_KEY + "offline", False),
        account=meta.get(_KEY + "account", ""),
        ascii_only=meta.get(_KEY + "ascii_only", False),
        plain=meta.get(_KEY + "plain", False),
        dry_run=meta.get(_KEY + "dry_run", False),
    )


def options(*, environment: bool = False) -> Callable[[AnyFunction], AnyFunction]:
    """Declare the options; with ``environment`` its variables count too.

    Only the program itself looks at the environment: a command that did as well would let a variable win over
    an option written before the command name.
    """

    def declare(function: AnyFunction) -> AnyFunction:
        for option in reversed(_declarations(environment=environment)):
            function = option(function)
        return function

    return declare


def files(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Let the shell offer its files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]


def _declarations(*, environment: bool) -> tuple[Callable[[AnyFunction], AnyFunction], ...]:
    db = click.option(
        "--db",
        metavar="FILE",
        shell_complete=files,
        envvar="TRUSTHUB_TUI_DB" if environment else None,
        expose_value=False,
        callback=_take_db,
        help="The file that holds the profiles, instead of the one in your data folder. "
        "Also: TRUSTHUB_TUI_DB.",
    )
    review_after = click.option(
        "--review-after",
        metavar="SECONDS",
        envvar="TRUSTHUB_TUI_REVIEW_AFTER" if environment else None,
        expose_value=False,
        callback=_take_review_after,
        help=f"How long a practice review takes, {REVIEW_AFTER:g} unless told otherwise. "
        "Also: TRUSTHUB_TUI_REVIEW_AFTER.",
    )
    offline = click.option(
        "--offline",
        is_flag=True,
        envvar="TRUSTHUB_TUI_OFFLINE" if environment else None,
        expose_value=False,
        callback=_take_offline,
        help="Make no request to Twilio. Also: TRUSTHUB_TUI_OFFLINE=1.",
    )
    return (db, review_after, offline)


account_option = click.option(
    "--account",
    metavar="NAME",
    expose_value=False,
    callback=lambda context, _parameter, value: _take_account(context, value),
    help="Which Twilio account: a profile of twilio-cli, or one of your config.toml.",
)
"""Which account, for the program and for every command that asks Twilio."""


dry_run_option = click.option(
    "--dry-run",
    is_flag=True,
    expose_value=False,
    callback=lambda context, _parameter, value: _take_dry_run(context, value),
    help="Only show what would be done.",
)
"""For every command that changes something in the file: it runs to its end, and nothing of it stays."""


def _take_dry_run(context: click.Context, value: bool) -> None:  # noqa: FBT001 - click's
    if value:
        context.meta[_KEY + "dry_run"] = True


def _take_offline(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value:
        context.meta[_KEY + "offline"] = True


def _take_account(context: click.Context, value: str | None) -> None:
    if value is None:
        return
    if not value:
        raise Fault("--account is empty", "Give it the name of an account", ExitCode.WRONG_USE)
    context.meta[_KEY + "account"] = value


def screen_options(function: AnyFunction) -> AnyFunction:
    """Declare the options of commands that open the screens."""
    in_ascii = click.option(
        "--ascii", is_flag=True, expose_value=False, callback=_take_flag, help="Show plain ASCII only."
    )
    plain = click.option(
        "--plain",
        is_flag=True,
        expose_value=False,
        callback=_take_flag,
        help="Ask plain questions, one after the other, for screen readers. Also: TRUSTHUB_TUI_PLAIN=1.",
    )
    return plain(in_ascii(function))


def _take_flag(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value:
        name = "ascii_only" if parameter.name == "ascii" else "plain"
        context.meta[_KEY + name] = True


def _take_db(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    if not value:
        raise Fault("--db is empty", "Give it the path of a file", ExitCode.WRONG_USE)
    context.meta[_KEY + "db"] = value
    context.meta[_KEY + "db_given"] = _on_command_line(context, parameter)


def _take_review_after(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    on_command_line = _on_command_line(context, parameter)
    name, joint = ("--review-after", " ") if on_command_line else ("TRUSTHUB_TUI_REVIEW_AFTER", "=")
    try:
        seconds = float(value)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= _LONGEST:  # also wrong for a NaN
        asked = f"a number of seconds from 0 to {_LONGEST:.0f} (a year)"
        says = f'{name} says "{value[:40]}", which is not {asked}'
        raise Fault(says, f"Write it in digits: {name}{joint}30", ExitCode.WRONG_USE)
    context.meta[_KEY + "review_after"] = seconds


def _on_command_line(context: click.Context, parameter: click.Parameter) -> bool:
    return context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
