"""``undo``: take back what was done last."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, tell
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.profiles_file import is_missing
from trusthub_tui.cli.workspace import opened
from trusthub_tui.profile.errors import sentences
from trusthub_tui.store.errors import NothingToUndo


@click.command
@settings.dry_run_option
@json_option
@settings.options()
def undo(*, as_json: bool) -> int:
    """Take back what was done last.

    That is a delete, a duplicate, an import, a filing, a decision that came by hand, or "it is right".
    """
    given = settings.current()
    if is_missing(given):
        nothing = NothingToUndo()
        raise Fault(nothing.message, nothing.remedy)
    with opened(given) as workspace:
        undone = workspace.store.undo.last()
    told = {"id": undone.profile_id or None, "text": undone.what}
    tell(sentences(undone.what), told, as_json=as_json)
    return ExitCode.DONE
