"""``undo``: take back what was done last."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import is_missing, opened
from trusthub_tui.profile.errors import sentences
from trusthub_tui.store.errors import NothingToUndo


@click.command
@settings.options()
def undo() -> int:
    """Take back what was done last.

    That is a delete, a duplicate, an import, a filing, a decision that came by hand, or "it is right".
    """
    given = settings.current()
    if is_missing(given):
        nothing = NothingToUndo()
        raise Fault(nothing.message, nothing.remedy)
    with opened(given) as workspace:
        undone = workspace.store.undo.last()
    say(sentences(undone.what))
    return ExitCode.DONE
