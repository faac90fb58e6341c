"""``list``: all profiles, as a table or as JSON."""

import shlex
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Final, TypeAlias

import click

from trusthub_tui.cells import fitted, shortened, width_of
from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.fault import NAME, ExitCode
from trusthub_tui.cli.json_documents import listed
from trusthub_tui.cli.output import say, say_json_array, terminal_width
from trusthub_tui.cli.profiles_file import is_missing, path_of
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import now, opened, settle
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.labels import moment, status_badge, whose_word
from trusthub_tui.profile.status import Status
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.store.search import Order

_Line: TypeAlias = tuple[ProfileLine, datetime | None]
"""A line of the list, and when Twilio was last asked about it."""

_STATUSES: Final = {
    "draft": (Status.DRAFT,),
    "in-review": (Status.PENDING_REVIEW, Status.IN_REVIEW),
    "rejected": (Status.REJECTED,),
    "approved": (Status.APPROVED,),
}
_HEADINGS: Final = ("ID", "Status", "Name", "What is next", "Last change")
_NAME: Final = 2
_NEXT: Final = 3
_GAP: Final = "  "
_LONGEST_NAME: Final = 40
"""Columns of a name in a table, however wide that may be: one long name would move every row apart."""
_LEAST: Final = 10
"""Columns that a name and what is next keep in a table; with less, every profile gets lines of its own."""


@click.command(name="list")
@click.option(
    "--status",
    "statuses",
    type=click.Choice([*_STATUSES]),
    multiple=True,
    help="Only those with this status; may be given several times.",
)
@click.option(
    "--find",
    metavar="TEXT",
    default="",
    help="Only those with these words in name, ID, status or what is next.",
)
@click.option(
    "--sort",
    type=click.Choice([order.value for order in Order]),
    default="need",
    show_default=True,
    help="By who needs you, by the last change (the newest first), or by name.",
)
@json_option
@settings.options()
def list_profiles(statuses: tuple[str, ...], find: str, sort: str, *, as_json: bool) -> int:
    """List all profiles, those that need you first."""
    given = settings.current()
    missing = is_missing(given)
    if missing and given.db:
        # Its name may be mistyped.
        click.echo(_not_there(given), err=True)
    wanted = {status for name in statuses for status in _STATUSES[name]}
    lines = iter(()) if missing else _lines(given, find, Order(sort), wanted)
    if as_json:
        say_json_array(listed(line, at) for line, at in lines)
    elif rows := [_cells(line, at) for line, at in lines]:
        say("\n".join(text.rstrip() for text in table(rows, terminal_width())))
    elif statuses or find:
        say("No profile fits.")
    elif not (missing and given.db):
        say(f"There are no profiles yet. Start one with: {NAME} new")
    return ExitCode.DONE


def _not_there(given: Settings) -> str:
    """Say that the file which was named does not exist, and how to make it if that is no mistake."""
    option = f"--db {shlex.quote(given.db)} " if given.db_given else ""
    return clean(
        f"There is no file {path_of(given)} yet. Look at how its name is written;"
        f" to start one with a first profile: {NAME} {option}new"
    )


def _lines(given: Settings, find: str, order: Order, wanted: Collection[Status]) -> Iterator[_Line]:
    """Yield each line, and when Twilio was last asked about it; of all statuses unless some are wanted."""
    with opened(given) as workspace:
        settle(workspace)
        checked = workspace.store.linked.checked()
        for line in workspace.store.profiles.each_line(find, order):
            if not wanted or line.status in wanted:
                yield line, checked.get(line.id)


def _cells(line: ProfileLine, checked_at: datetime | None) -> tuple[str, ...]:
    word = whose_word(line.status, line.hub, checked_at, now())
    badge = status_badge(line.status, line.hub)
    status = f"{badge} ({word})" if word else badge
    return (line.id, status, line.name, line.next, moment(line.changed_at, None))


def table(rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """Yield the lines of an aligned table, at most ``width`` columns wide where it is given."""
    rows = (_HEADINGS, *rows)
    widths = [max(width_of(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    widths[_NAME] = min(widths[_NAME], _LONGEST_NAME)
    if width is not None:
        too_wide = sum(widths) + len(_GAP) * (len(widths) - 1) - width
        for column in (_NAME, _NEXT):
            cut = max(0, min(too_wide, widths[column] - _LEAST))
            widths[column] -= cut
            too_wide -= cut
        if too_wide > 0:
            yield from _stacked(rows[1:], width)
            return
    for row in rows:
        yield _GAP.join(fitted(text, columns) for text, columns in zip(row, widths, strict=True))


def _stacked(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for profile_id, status, *others in rows:
        yield shortened(f"{profile_id}{_GAP}{status}", width)
        for text in others:
            yield shortened(f"{_GAP}{text}", width)
