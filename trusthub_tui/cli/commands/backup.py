"""``backup``: the whole file with the profiles, copied while it is used."""

from pathlib import Path

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import is_missing, opened, path_of


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@settings.options()
def backup(file: Path, *, force: bool) -> int:
    """Copy all profiles into one file.

    It may be done while windows are open. The copy is whole or not there at all, and only you may read it.
    """
    chosen = settings.current()
    if is_missing(chosen):
        raise Fault(
            f"There is no file {path_of(chosen)} to copy", "Name another one with --db", ExitCode.NOT_FOUND
        )
    with opened(chosen) as workspace:
        workspace.store.backup(file.expanduser(), replace=force)
        count = workspace.store.profiles.count()
    say(
        f"Copied {count} profile{'' if count == 1 else 's'} to {file}."
        f" To put the copy back: {NAME} restore {file}"
    )
    return ExitCode.DONE
