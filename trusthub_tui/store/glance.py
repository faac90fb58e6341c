"""A look at the list as it stands in the file, before the store is loaded: as much as fits into a window.

Nothing is ever written, made or waited for. Whatever is not as expected, be it a file that is new, damaged,
locked or of another layout, is not looked at any further: opening it for good tells what is wrong, and mends
what it can.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Reason
from trusthub_tui.store.migrations import APPLICATION_ID, NEWEST
from trusthub_tui.store.profile_line import COUNT_ALL, LINES, ORDER, Counts, ProfileLine, line_of
from trusthub_tui.store.queries import CHECKED, NEWEST_DEED, REASONS, reasons_of
from trusthub_tui.store.times import time_from_text

_CHECKED_WHOLE: Final = 1 << 20
"""Bytes up to which the file is checked, as whenever it is opened."""


class Glance(NamedTuple):
    """What the list shows without being asked anything."""

    lines: tuple[ProfileLine, ...]
    """The first ones."""
    counts: Counts
    """How many there are in all."""
    checked: Mapping[str, datetime]
    """When Twilio was asked last about those that stand for one there."""
    reasons: tuple[Reason, ...]
    """Why the first one was rejected, where it was."""
    preferences: Mapping[str, str]
    undoable: bool
    """Whether anything was done that may be taken back."""


def glance(path: Path, rows: int) -> Glance | None:
    """Return the list with at most so many lines; None where the file is not as expected."""
    try:
        size = path.stat().st_size
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", timeout=0, uri=True)) as connection:
            connection.text_factory = partial(str, encoding="utf-8", errors="replace")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")  # one view of it all
            if not _is_ours(connection) or (size <= _CHECKED_WHOLE and not _is_whole(connection)):
                return None
            return _look(connection, rows)
    except (sqlite3.Error, OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _is_ours(connection: sqlite3.Connection) -> bool:
    ours = {"application_id": APPLICATION_ID, "user_version": NEWEST}
    return all(connection.execute(f"PRAGMA {name}").fetchone() == (number,) for name, number in ours.items())


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _look(connection: sqlite3.Connection, rows: int) -> Glance:
    lines = tuple(map(line_of, connection.execute(LINES + ORDER, (rows, 0))))
    return Glance(
        lines,
        Counts(*connection.execute(COUNT_ALL).fetchone()),
        {clean(one): time_from_text(at) for one, at in connection.execute(CHECKED, ("", ""))},
        _reasons(connection, lines[0]) if lines and lines[0].status is Status.REJECTED else (),
        {clean(name): clean(text) for name, text in connection.execute("SELECT name, text FROM preference")},
        connection.execute(NEWEST_DEED).fetchone() is not None,
    )


def _reasons(connection: sqlite3.Connection, profile: ProfileLine) -> tuple[Reason, ...]:
    import json  # most lists begin without a rejection

    row = connection.execute(REASONS, (profile.id, TWILIO)).fetchone()
    return reasons_of(json.loads(row[0])) if row and row[0] else ()
