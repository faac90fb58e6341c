"""``account``: which Twilio account is used, from where, and what works with it."""

from collections.abc import Iterator

import click

from trusthub_tui.account.credentials import Credentials
from trusthub_tui.account.faults import Offline
from trusthub_tui.cli import at_twilio, settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.fault import NAME, ExitCode
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import Workspace, opened
from trusthub_tui.profile.errors import sentences
from trusthub_tui.trusthub.followed import follow_nothing, follow_with, followed_account
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_results import Check
from trusthub_tui.trusthub.remote_words import account_lines


@click.group(invoke_without_command=True)
@json_option
@settings.options()
@settings.account_option
@click.pass_context
def account(context: click.Context, *, as_json: bool) -> int:
    """Say which Twilio account is used, and what works with it.

    Credentials are looked for in the environment, then at twilio-cli; they are stored nowhere. Nothing is
    changed at Twilio.
    """
    if context.invoked_subcommand is not None:
        return ExitCode.DONE
    given = settings.current()
    with opened(given) as workspace, at_twilio.told_as_fault():
        credentials = at_twilio.found(given, workspace)
        check = None
        if not given.offline:
            check = at_twilio.run(workspace, credentials, _checked, quiet=as_json)
        follows = followed_account(workspace.store) == credentials.account_sid
    if as_json:
        say_json(_document(credentials, check, follows=follows))
    else:
        say("\n".join(_lines(credentials, check, follows=follows)))
    return ExitCode.DONE if check is None or check.reads else ExitCode.CREDENTIALS


@account.command
@click.argument("name", default="")
@at_twilio.plan_option
@json_option
@settings.options()
@settings.account_option
def use(name: str, *, dry_run: bool, as_json: bool) -> int:
    """Follow the profiles of this file with an account, in the background too."""
    given = settings.current()
    given = given._replace(account=name or given.account)
    with opened(given) as workspace, at_twilio.told_as_fault():
        if given.offline:
            raise Offline
        credentials = at_twilio.found(given, workspace)
        check = at_twilio.run(workspace, credentials, _checked, quiet=as_json)
        if check.reads and not dry_run:
            follow_with(workspace.store, credentials)
        follows = followed_account(workspace.store) == credentials.account_sid
    if as_json:
        say_json(_document(credentials, check, follows=follows))
    else:
        say("\n".join(_lines(credentials, check, follows=follows)))
    return ExitCode.DONE if check.reads else ExitCode.CREDENTIALS


@account.command
@click.option("--purge", is_flag=True, help="Also throw away everything that was received from Twilio.")
@settings.dry_run_option
@json_option
@settings.options()
def forget(*, purge: bool, as_json: bool) -> int:
    """Follow nothing any more; what was received stays, unless it is thrown away."""
    with opened(settings.current()) as workspace:
        follow_nothing(workspace.store, purge=purge)
    if as_json:
        say_json({"following": False, "purged": purge})
    else:
        received = "What was received from Twilio is gone" if purge else "What was received from Twilio stays"
        say(sentences("Nothing is followed any more", received))
    return ExitCode.DONE


async def _checked(_workspace: Workspace, twilio: Twilio) -> Check:
    return await twilio.check()


def _lines(credentials: Credentials, check: Check | None, *, follows: bool) -> Iterator[str]:
    yield from account_lines(credentials, check)
    if follows:
        yield f"This file follows it. To stop: {NAME} account forget"
    else:
        yield f"This file does not follow it. To begin: {NAME} account use"


def _document(credentials: Credentials, check: Check | None, *, follows: bool) -> dict[str, object]:
    return {
        "account_sid": credentials.account_sid,
        "source": credentials.source,
        "kind": credentials.kind.value,
        "name": credentials.name,
        "not_twilio": credentials.hosts.replaced,
        "subaccount_of": credentials.parent,
        "warnings": list(credentials.warnings),
        "checked": check is not None,
        "reads": check.reads if check else None,
        "writes": check.writes if check else None,
        "isv": check.isv if check else None,
        "primary": [
            {"sid": one.sid, "name": one.name, "status": one.status}
            for one in (check.primaries if check else ())
        ],
        "following": follows,
    }
