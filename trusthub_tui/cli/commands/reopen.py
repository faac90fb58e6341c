"""``reopen``: what only practice approved becomes a draft again."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import opened_to_read, settle


@click.command
@profile_argument
@settings.options()
def reopen(profile_id: str) -> int:
    """Make a draft again of what only practice approved.

    Its versions stay readable. What Twilio approved is final; `duplicate` makes a draft of it.
    """
    with opened_to_read(settings.current(), profile_id) as workspace:
        settle(workspace)
        workspace.filing.reopen(profile_id)
        profile = workspace.store.profiles.get(profile_id)
    say(f"Reopened {profile.name} ({profile.id}): it is a draft again.")
    return ExitCode.DONE
