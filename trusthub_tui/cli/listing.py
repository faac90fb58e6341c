"""``list``: all profiles, as a table or as JSON."""

from collections.abc import Iterator, Sequence
from typing import Final

from trusthub_tui.cli.fate import badge
from trusthub_tui.cli.output import cells, local, padded, say, say_json, shortened, terminal_width
from trusthub_tui.cli.program import ExitCode
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import is_missing, opened, settle
from trusthub_tui.store.records import ProfileLine
from trusthub_tui.trusthub.report import listed

_HEADINGS: Final = ("ID", "Status", "Name", "What is next", "Last change")
_NAME: Final = 2
_NEXT: Final = 3
_GAP: Final = "  "
_LEAST: Final = 10
"""Columns that a name and what is next keep in a table; with less, every profile gets lines of its own."""


def run(settings: Settings, *, as_json: bool) -> int:
    """Print the list."""
    lines = _lines(settings)
    if as_json:
        say_json([listed(line) for line in lines])
    elif lines:
        say("\n".join(text.rstrip() for text in table([_cells(line) for line in lines], terminal_width())))
    else:
        say("There are no profiles yet. Start one with: trusthub-tui new")
    return ExitCode.DONE


def _lines(settings: Settings) -> Sequence[ProfileLine]:
    if is_missing(settings):
        return ()
    with opened(settings) as workspace:
        settle(workspace)
        profiles = workspace.store.profiles
        return profiles.lines(limit=profiles.count())


def _cells(line: ProfileLine) -> tuple[str, ...]:
    return (line.id, badge(line.status, line.hub), line.name, line.next, local(line.changed_at))


def table(rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """Yield the lines of an aligned table, at most ``width`` columns wide where it is given."""
    rows = (_HEADINGS, *rows)
    widths = [max(cells(row[column]) for row in rows) for column in range(len(_HEADINGS))]
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
        yield _GAP.join(
            padded(shortened(text, columns), columns) for text, columns in zip(row, widths, strict=True)
        )


def _stacked(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for profile_id, status, *others in rows:
        yield shortened(f"{profile_id}{_GAP}{status}", width)
        for text in others:
            yield shortened(f"{_GAP}{text}", width)
