"""``delete``: a profile goes into the bin."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import profile_argument, sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import opened_to_read
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import StoredProfile


@click.command
@profile_argument
@sure_option
@settings.options()
def delete(profile_id: str, *, sure: bool) -> int:
    """Put a profile into the bin for 30 days.

    A draft that was never submitted goes without asking.
    """
    with opened_to_read(settings.current(), profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        if not sure and profile.status is not Status.DRAFT:
            _ask(profile)
        workspace.store.profiles.delete(profile.id)
    say(f"Deleted {profile.name} ({profile.status.label}). For 30 days this brings it back: {NAME} undo")
    return ExitCode.DONE


def _ask(profile: StoredProfile) -> None:
    says = (
        f"This removes {profile.name} ({profile.status.label}) from this computer, with all its versions."
        " A profile at Twilio stays."
    )
    if not has_terminal():
        raise Fault(f"{says} Nothing was deleted", "To do it, add --yes", ExitCode.WRONG_USE)
    say(says)
    if not agreed("Delete it?"):
        raise Fault("Nothing was deleted")
