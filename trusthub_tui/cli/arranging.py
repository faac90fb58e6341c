"""``duplicate``, ``delete`` and ``undo``: what is done to profiles as a whole."""

import sys

import click

from trusthub_tui.cli.importing import made_document
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.program import NAME, ExitCode, Fault
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import is_missing, opened, opened_to_read
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import NothingToUndo
from trusthub_tui.store.records import StoredProfile


def duplicate(settings: Settings, profile_id: str, *, as_json: bool) -> int:
    """Make a draft with the same answers."""
    with opened_to_read(settings, profile_id) as workspace:
        copy = workspace.store.profiles.duplicate(profile_id)
    if as_json:
        say_json(made_document(copy))
    else:
        say(f"Made draft {copy.id}: {copy.name}. Its terms are to be accepted anew.")
    return ExitCode.DONE


def delete(settings: Settings, profile_id: str, *, sure: bool) -> int:
    """Put a profile into the bin; what was submitted, only with consent."""
    with opened_to_read(settings, profile_id) as workspace:
        profile = workspace.store.profiles.get(profile_id)
        if not sure and profile.status is not Status.DRAFT:
            _ask(profile)
        workspace.store.profiles.delete(profile.id)
    say(f"Deleted {profile.name} ({profile.status.label}). For 30 days this brings it back: {NAME} undo")
    return ExitCode.DONE


def undo(settings: Settings) -> int:
    """Take back what was done last."""
    if is_missing(settings):
        nothing = NothingToUndo()
        raise Fault(nothing.message, nothing.remedy)
    with opened(settings) as workspace:
        undone = workspace.store.undo.last()
    say(sentences(undone.what))
    return ExitCode.DONE


def _ask(profile: StoredProfile) -> None:
    says = (
        f"This removes {profile.name} ({profile.status.label}) from this computer, with all its versions."
        " A profile at Twilio stays."
    )
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise Fault(f"{says} Nothing was deleted", "To do it, add --yes", ExitCode.WRONG_USE)
    click.echo(says)
    if not click.confirm("Delete it?"):
        raise Fault("Nothing was deleted")
