"""Asking Twilio for a command: credentials, the file, one request after the other, and its faults."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

import click

from trusthub_tui.account import faults
from trusthub_tui.account.credentials import Credentials
from trusthub_tui.account.faults import AccountError
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import Workspace, now, opened
from trusthub_tui.profile.answers import harmless
from trusthub_tui.profile.errors import sentences
from trusthub_tui.trusthub.connecting import Connector
from trusthub_tui.trusthub.followed import name_of_account
from trusthub_tui.trusthub.remote import Twilio

T = TypeVar("T")

_CODES: Final[tuple[tuple[type[AccountError], ExitCode], ...]] = (
    (faults.NoCredentials, ExitCode.CREDENTIALS),
    (faults.UnusableCredentials, ExitCode.CREDENTIALS),
    (faults.OtherAccount, ExitCode.CREDENTIALS),
    (faults.CredentialsRefused, ExitCode.CREDENTIALS),
    (faults.NotPermitted, ExitCode.CREDENTIALS),
    (faults.Unreachable, ExitCode.NOT_REACHABLE),
    (faults.TooMany, ExitCode.NOT_REACHABLE),
    (faults.Unclear, ExitCode.NOT_REACHABLE),
    (faults.ChangedAtTwilio, ExitCode.BOTH_CHANGED),
    (faults.ConsoleOnly, ExitCode.ONLY_IN_CONSOLE),
    (faults.Immutable, ExitCode.LOCKED),
    (faults.Gone, ExitCode.NOT_FOUND),
)


plan_option = click.option(
    "--dry-run", is_flag=True, help="Only print what would be done; Twilio is read, and nothing is written."
)
"""For commands that write to Twilio, or take over what it has: they plan, print the plan, and end."""


@contextmanager
def told_as_fault() -> Iterator[None]:
    """Tell whatever is wrong with the account, or with Twilio, as a Fault with the exit code it deserves."""
    try:
        yield
    except AccountError as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.FAILED)
        raise Fault(error.message, error.remedy, code) from None


def found(settings: Settings, workspace: Workspace) -> Credentials:
    """Return the credentials to use: those that are named, those this file follows with, or the first."""
    return _connector(workspace).find(settings.account or name_of_account(workspace.store))


def ask(settings: Settings, act: Callable[[Workspace, Twilio], Awaitable[T]], *, quiet: bool = False) -> T:
    """Open the file, find the credentials, and return what the act makes of them.

    ``quiet`` keeps warnings from standard error, where another program reads it.
    """
    with opened(settings) as workspace, told_as_fault():
        if settings.offline:
            raise faults.Offline
        return run(workspace, found(settings, workspace), act, quiet=quiet)


def run(
    workspace: Workspace,
    credentials: Credentials,
    act: Callable[[Workspace, Twilio], Awaitable[T]],
    *,
    quiet: bool = False,
) -> T:
    """Return what an act makes of an account."""
    import asyncio

    if not quiet:
        _warn(credentials)

    async def begun() -> T:
        twilio = _connector(workspace).connect(credentials)
        try:
            return await act(workspace, twilio)
        finally:
            await twilio.account.close()

    return asyncio.run(begun())


def say_progress(text: str, *, quiet: bool = False) -> None:
    """Say on standard error what is going on."""
    if not quiet:
        click.echo(harmless(text), err=True)


def _connector(workspace: Workspace) -> Connector:
    return Connector(workspace.store, workspace.filing, now)


def _warn(credentials: Credentials) -> None:
    if credentials.hosts.replaced:
        say_progress(f"NOT TWILIO: {credentials.hosts.replaced}")
    for warning in credentials.warnings:
        say_progress(sentences(warning))
