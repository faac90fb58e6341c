"""The commands that open a profile to work on it."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.commands.group import json_option, main, profile_argument
from trusthub_tui.cli.program import ExitCode, Fault

_TOPIC = "Work on a profile"


@main.command(topic=_TOPIC)
@settings.options()
def new() -> int:
    """Start a new profile."""
    from trusthub_tui.cli import launching

    return launching.open_new(settings.current())


@main.command(topic=_TOPIC)
@click.argument("profile_id", metavar="[ID]", required=False)
@click.option("--last", is_flag=True, help="The profile you worked on last; so does no ID at all.")
@settings.options()
def resume(profile_id: str | None, *, last: bool) -> int:
    """Go on with a profile where you stopped."""
    from trusthub_tui.cli import launching

    if profile_id is not None and last:
        raise Fault("An ID and --last say two things", "Give one of them", ExitCode.WRONG_USE)
    if profile_id is None:
        return launching.resume_last(settings.current())
    return launching.resume(settings.current(), profile_id)


@main.command(topic=_TOPIC)
@profile_argument
@json_option
@settings.options()
def fix(profile_id: str, *, as_json: bool) -> int:
    """Go through the reasons of a rejection.

    Each reason comes with Twilio's own words, what it means, what to do, the questions to look at with what
    was sent, and whether it is to fix, changed, or kept with a note. Without a terminal, or with --json, the
    list is printed.
    """
    from trusthub_tui.cli import fixing

    return fixing.run(settings.current(), profile_id, as_json=as_json)
