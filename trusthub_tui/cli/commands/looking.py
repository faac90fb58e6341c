"""The commands that print what is there and change nothing."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.commands.group import json_option, main, profile_argument

_TOPIC = "Look"


@main.command(name="list", topic=_TOPIC)
@json_option
@settings.options()
def list_profiles(*, as_json: bool) -> int:
    """List all profiles, those that need you first."""
    from trusthub_tui.cli import listing

    return listing.run(settings.current(), as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@json_option
@settings.options()
def show(profile_id: str, *, as_json: bool) -> int:
    """Print a profile: answers, findings, submissions and reasons."""
    from trusthub_tui.cli import showing

    return showing.run(settings.current(), profile_id, as_json=as_json)


@main.command(topic=_TOPIC)
@click.argument("subject", metavar="ID|FILE.json|-")
@json_option
@settings.options()
def check(subject: str, *, as_json: bool) -> int:
    """Check a profile, or the answers in a file, without any screen.

    The file holds one document of answers, as `export ID` writes it, or a list of them; - is standard input.
    The exit code is 3 when there are problems.
    """
    from trusthub_tui.cli import checking

    return checking.run(settings.current(), subject, as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@click.argument("versions", metavar="[VERSIONS]", required=False)
@json_option
@settings.options()
def diff(profile_id: str, versions: str | None, *, as_json: bool) -> int:
    """Print what changed between two versions.

    VERSIONS is 1..2 for two of them, or 2 for version 2 against the answers as they are now. Without it, the
    newest version is compared with now, or, while it is locked, with the version before.
    """
    from trusthub_tui.cli import comparing

    return comparing.run(settings.current(), profile_id, versions or "", as_json=as_json)


@main.command(topic=_TOPIC)
@profile_argument
@json_option
@settings.options()
def history(profile_id: str, *, as_json: bool) -> int:
    """Print everything that happened to a profile, the oldest first.

    Times are in your own time zone; in JSON they are in UTC.
    """
    from trusthub_tui.cli import recalling

    return recalling.run(settings.current(), profile_id, as_json=as_json)
