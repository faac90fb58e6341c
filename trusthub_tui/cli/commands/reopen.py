"""``reopen``: what only practice approved becomes a draft again."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, profile_argument, tell
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.json_documents import draft_made
from trusthub_tui.cli.workspace import opened_to_read, settle


@click.command
@profile_argument
@settings.dry_run_option
@json_option
@settings.options()
def reopen(profile_id: str, *, as_json: bool) -> int:
    """Make a draft again of what only practice approved.

    Its versions stay readable. What Twilio approved is final; `duplicate` makes a draft of it.
    """
    with opened_to_read(settings.current(), profile_id) as workspace:
        settle(workspace)
        workspace.filing.reopen(profile_id)
        profile = workspace.store.profiles.get(profile_id)
    says = f"Reopened {profile.name} ({profile.id}): it is a draft again."
    tell(says, draft_made(profile), as_json=as_json)
    return ExitCode.DONE
