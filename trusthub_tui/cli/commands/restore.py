"""``restore``: a copy of the file with the profiles, put back."""

from pathlib import Path

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, sure_option, tell
from trusthub_tui.cli.asking import agreed, has_terminal
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.profiles_file import is_missing, path_of, told_as_fault
from trusthub_tui.cli.workspace import now
from trusthub_tui.profile.labels import counted


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@sure_option
@settings.dry_run_option
@json_option
@settings.options()
def restore(file: Path, *, sure: bool, as_json: bool) -> int:
    """Put a copy made by backup in the place of all profiles.

    What was there is set aside beside it, never deleted. Close other windows first: those that stay open
    save nothing any more.
    """
    chosen = settings.current()
    path = path_of(chosen)
    if not (sure or chosen.dry_run) and not is_missing(chosen):
        _ask(file, path, as_json=as_json)
    from trusthub_tui.store import backup
    from trusthub_tui.store.database import PATIENCE

    if chosen.dry_run:
        return _tried_out(file, path, as_json=as_json)
    with told_as_fault():
        aside = backup.restore(path, file.expanduser(), now, PATIENCE)
    says = f"Put {file} in the place of {path}." + (f" What was there is now {aside}." if aside else "")
    tell(says, {"file": str(path), "aside": str(aside) if aside else None}, as_json=as_json)
    return ExitCode.DONE


def _tried_out(file: Path, path: Path, *, as_json: bool) -> int:
    """Look whether the copy can be read, and say what is in it."""
    from trusthub_tui.store.store import Store

    with told_as_fault(), Store(file.expanduser(), now, read_only=True) as copy:
        count = copy.profiles.count()
    says = f"{file} would be put in the place of {path}. It holds {counted(count, 'profile')}."
    tell(says, {"file": str(path), "aside": None}, as_json=as_json)
    return ExitCode.DONE


def _ask(file: Path, path: Path, *, as_json: bool) -> None:
    says = f"This puts {file} in the place of all profiles in {path}. What is there now is set aside."
    if as_json or not has_terminal():
        raise Fault(f"{says} Nothing was changed", "To do it, add --yes", ExitCode.WRONG_USE)
    say(says)
    if not agreed("Put it back?"):
        raise Fault("Nothing was changed")
