"""Importing a table of customers: what its columns mean, what becomes of each row, and how that is told."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import Final

import click

from trusthub_tui.cells import padded, width_of
from trusthub_tui.cli import settings
from trusthub_tui.cli.arguments import known_path, pairs, understood
from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.cli.input_files import InputFile
from trusthub_tui.cli.json_documents import draft_made
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.tables import Table
from trusthub_tui.cli.taking_rows import Taken, take_rows
from trusthub_tui.cli.workspace import opened
from trusthub_tui.profile.answers import NONE, Answers, clean
from trusthub_tui.profile.columns import is_ours, questions_of
from trusthub_tui.profile.labels import counted, full_label
from trusthub_tui.store.records import StoredProfile

_FEW: Final = 50
"""Rows that are taken before anybody would look for a progress bar."""

Made = list[tuple[Taken, StoredProfile, str]]
"""Each row of which a draft was made, with what is next for it."""


def meant_by(table: Table, maps: Sequence[str]) -> dict[str, str]:
    """Return the path each column answers, empty for none; ``maps`` are what the user says about some."""
    given: dict[str, str] = {}
    for each in maps:
        column, equals, name = each.rpartition("=")
        if not equals:
            raise Fault(f'"{each[:80]}" has no =', "Write --map COLUMN=PATH", ExitCode.WRONG_USE)
        if column not in table.columns:
            known = ", ".join(map(clean, table.columns))
            raise Fault(f'There is no column "{column[:80]}"', f"There are: {known}", ExitCode.WRONG_USE)
        given[column] = known_path(name.strip()) if name.strip() else ""
    meant = questions_of(table.columns, given)
    if any(row.cells for row in table.rows) and not any(meant.values()):
        raise Fault(
            f"None of these columns has a known name: {', '.join(map(clean, table.columns))}",
            f'Say what they are: --map "{clean(table.columns[0])}=business_information.business_name"',
            ExitCode.WRONG_USE,
        )
    return meant


def default_answers(given: Sequence[str]) -> Answers:
    """Return the answers of rows that have none, from PATH=VALUE."""
    return understood(pairs(given), NONE)


def import_table(
    source: InputFile, table: Table, meant: Mapping[str, str], defaults: Answers, *, as_json: bool
) -> int:
    """Make a draft of each row that can be read, and tell the others; the exit code is 1 if there are any."""
    rows = tuple(take_rows(table, meant, defaults))
    good, bad = [row for row in rows if not row.reason], [row for row in rows if row.reason]
    made = _make(source, good, as_json=as_json) if good else []
    if as_json:
        say_json(_document(meant, made, bad))
    else:
        say("\n".join(_lines(meant, made, bad)))
    if bad:
        says = f"{counted(len(bad), 'row')} of {len(rows):,} became no draft"
        raise Fault(says, "Correct them, and import a table of them alone")
    return ExitCode.DONE


def _make(source: InputFile, good: Sequence[Taken], *, as_json: bool) -> Made:
    shown = not as_json and len(good) > _FEW and sys.stderr is not None and sys.stderr.isatty()
    bar = click.progressbar(good, label="Checking", file=sys.stderr) if shown else nullcontext(good)
    with opened(settings.current()) as workspace, bar as rows:
        profiles = workspace.store.profiles
        made = profiles.import_all((row.answers for row in rows), source.name)
        following = {line.id: line.next for line in profiles.lines(limit=profiles.count())}
    return [(row, profile, following[profile.id]) for row, profile in zip(good, made, strict=True)]


def _document(meant: Mapping[str, str], made: Made, bad: Sequence[Taken]) -> Mapping[str, object]:
    return {
        "columns": {name: path or None for name, path in meant.items()},
        "made": [
            {
                "row": row.row,
                **draft_made(profile),
                "next": following,
                "notes": [{"path": note.path, "message": note.says} for note in row.notes],
            }
            for row, profile, following in made
        ],
        "left_out": [{"row": row.row, "reason": row.reason} for row in bad],
    }


def _lines(meant: Mapping[str, str], made: Made, bad: Sequence[Taken]) -> Iterator[str]:
    yield from _columns(meant)
    for row, profile, following in made:
        yield f"Row {row.row}: {profile.name}, draft {profile.id}. {following}"
        for note in row.notes:
            yield wrapped(f"{full_label(note.path)} stays as it is. {note.says}", indent=2)
    for row in bad:
        yield f"Row {row.row}: no draft, {row.reason}"
    yield f"Imported {counted(len(made), 'profile')}."


def _columns(meant: Mapping[str, str]) -> Iterator[str]:
    shown = {clean(name): path for name, path in meant.items() if path or not is_ours(name)}
    if not shown:
        return
    width = max(map(width_of, shown))
    yield "Columns:"
    for name, path in shown.items():
        yield f"  {padded(name, width)}  {f'{full_label(path)} ({path})' if path else 'not used'}"
