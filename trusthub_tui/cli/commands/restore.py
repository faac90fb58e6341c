"""``restore``: a copy of the file with the profiles, put back."""

from pathlib import Path

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import sure_option
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import is_missing, now, path_of, told_as_fault


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@sure_option
@settings.options()
def restore(file: Path, *, sure: bool) -> int:
    """Put a copy made by backup in the place of all profiles.

    What was there is set aside beside it, never deleted. Close other windows first: those that stay open
    save nothing any more.
    """
    chosen = settings.current()
    path = path_of(chosen)
    if not sure and not is_missing(chosen):
        _ask(file, path)
    from trusthub_tui.store import backup
    from trusthub_tui.store.database import PATIENCE

    with told_as_fault():
        aside = backup.restore(path, file.expanduser(), now, PATIENCE)
    say(f"Put {file} in the place of {path}." + (f" What was there is now {aside}." if aside else ""))
    return ExitCode.DONE


def _ask(file: Path, path: Path) -> None:
    says = f"This puts {file} in the place of all profiles in {path}. What is there now is set aside."
    if not has_terminal():
        raise Fault(f"{says} Nothing was changed", "To do it, add --yes", ExitCode.WRONG_USE)
    say(says)
    if not agreed("Put it back?"):
        raise Fault("Nothing was changed")
