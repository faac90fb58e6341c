"""``protect``: nobody else on this computer may read or change the profiles any more."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option, tell
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.profiles_file import is_missing, path_of, told_as_fault


@click.command
@settings.dry_run_option
@json_option
@settings.options()
def protect(*, as_json: bool) -> int:
    """Keep others on this computer away from your profiles.

    It takes their permissions from the file, what lies beside it, and the program's own folder.
    """
    from trusthub_tui.store.privacy import close_up, wide_open

    chosen = settings.current()
    path = path_of(chosen)
    if is_missing(chosen):
        raise Fault(f"There is no file {path}", "Name another one with --db", ExitCode.NOT_FOUND)
    with told_as_fault():
        found = wide_open(path)
        if not chosen.dry_run:
            close_up(found)
        left = () if chosen.dry_run else wide_open(path)
    if left:
        raise Fault(
            f"{left[0].path} is still open to others: its disk knows no permissions",
            "Put the file on another disk, and name it with --db",
        )
    says = "{}: {} would be {}." if chosen.dry_run else "{}: {} is {} now."
    lines = [says.format(one.path, f"{one.mode:04o}", f"{one.better:04o}") for one in found]
    told = [
        {"path": str(one.path), "before": f"{one.mode:04o}", "after": f"{one.better:04o}"} for one in found
    ]
    tell("\n".join(lines) or f"Nobody else may read or change {path}.", {"closed": told}, as_json=as_json)
    return ExitCode.DONE
