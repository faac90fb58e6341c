"""``protect``: nobody else on this computer may read or change the profiles any more."""

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.workspace import is_missing, path_of, told_as_fault


@click.command
@settings.options()
def protect() -> int:
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
        close_up(found)
        left = wide_open(path)
    if left:
        raise Fault(
            f"{left[0].path} is still open to others: its disk knows no permissions",
            "Put the file on another disk, and name it with --db",
        )
    told = [f"{one.path}: {one.mode:04o} is {one.better:04o} now." for one in found]
    say("\n".join(told) or f"Nobody else may read or change {path}.")
    return ExitCode.DONE
