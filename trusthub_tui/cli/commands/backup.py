"""``backup``: the whole file with the profiles, copied while it is used."""

from pathlib import Path

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, tell
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.profiles_file import is_missing, path_of
from trusthub_tui.cli.workspace import opened
from trusthub_tui.profile.labels import counted
from trusthub_tui.store.errors import TargetExists


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@settings.dry_run_option
@json_option
@settings.options()
def backup(file: Path, *, force: bool, as_json: bool) -> int:
    """Copy all profiles into one file.

    It may be done while windows are open. The copy is whole or not there at all, and only you may read it.
    """
    chosen = settings.current()
    if is_missing(chosen):
        raise Fault(
            f"There is no file {path_of(chosen)} to copy", "Name another one with --db", ExitCode.NOT_FOUND
        )
    with opened(chosen) as workspace:
        target = file.expanduser()
        if not chosen.dry_run:
            workspace.store.backup(target, replace=force)
        elif target.exists() and not force:
            raise TargetExists(target)
        count = workspace.store.profiles.count()
    says = f"Copied {counted(count, 'profile')} to {file}. To put the copy back: {NAME} restore {file}"
    tell(says, {"file": str(file), "profiles": count}, as_json=as_json)
    return ExitCode.DONE
