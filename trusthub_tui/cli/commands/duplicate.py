"""``duplicate``: a draft with the same answers."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.json_documents import draft_made
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import opened_to_read


@click.command
@profile_argument
@settings.dry_run_option
@json_option
@settings.options()
def duplicate(profile_id: str, *, as_json: bool) -> int:
    """Make a draft with the same answers."""
    with opened_to_read(settings.current(), profile_id) as workspace:
        copy = workspace.store.profiles.duplicate(profile_id)
    if as_json:
        say_json(draft_made(copy))
    else:
        say(f"Made draft {copy.id}: {copy.name}. Its terms are to be accepted anew.")
    return ExitCode.DONE
