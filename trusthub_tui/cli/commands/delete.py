"""``delete``: a profile goes into the bin."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, profile_argument, sure_option, tell
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.json_documents import draft_made
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import opened_to_read
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import StoredProfile


@click.command
@profile_argument
@sure_option
@settings.dry_run_option
@json_option
@settings.options()
def delete(profile_id: str, *, sure: bool, as_json: bool) -> int:
    """Put a profile into the bin for 30 days.

    A draft that was never submitted goes without asking.
    """
    given = settings.current()
    with opened_to_read(given, profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        if not (sure or given.dry_run) and profile.status is not Status.DRAFT:
            _ask(profile, as_json=as_json)
        workspace.store.profiles.delete(profile.id)
    says = f"Deleted {profile.name} ({profile.status.label}). For 30 days this brings it back: {NAME} undo"
    tell(says, draft_made(profile), as_json=as_json)
    return ExitCode.DONE


def _ask(profile: StoredProfile, *, as_json: bool) -> None:
    says = (
        f"This removes {profile.name} ({profile.status.label}) from this computer, with all its versions."
        " A profile at Twilio stays."
    )
    if as_json or not has_terminal():
        raise Fault(f"{says} Nothing was deleted", "To do it, add --yes", ExitCode.WRONG_USE)
    say(says)
    if not agreed("Delete it?"):
        raise Fault("Nothing was deleted")
