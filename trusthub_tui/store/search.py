"""Find: how it compares, without regard to case, accents and width, and the list of profiles it searches."""

import unicodedata

from trusthub_tui.profile.status import Status
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.profile_line import COUNT, LINES, ORDER, ProfileLine, line_of


def folded(text: str) -> str:
    """Return text as find looks at it; idempotent for practical purposes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def wanted(find: str) -> tuple[str, ...]:
    """Split what was typed into words, each of which must occur somewhere."""
    # A terminal can deliver half a character; nothing stored contains one, so it finds nothing.
    return tuple(dict.fromkeys(folded(find.encode("utf-8", "replace").decode()).split()))


def lines(database: Database, find: str, offset: int, limit: int) -> list[ProfileLine]:
    """Return the lines that have all words of ``find``, who needs the user first, then the last changed."""
    condition, values = _matching(find)
    rows = database.all(f"{LINES}{condition}{ORDER}", *values, limit, offset)
    with sqlite_errors.readable(database.path):
        return [line_of(row) for row in rows]


def count(database: Database, find: str) -> int:
    """Return how many such lines there are."""
    condition, values = _matching(find)
    row = database.one(f"{COUNT}{condition}", *values)
    return row[0] if row else 0


def _matching(find: str) -> tuple[str, list[str]]:
    """Return what to add to a query over profiles, and its values."""
    conditions = []
    values = []
    for word in wanted(find):
        # The label of a status is not in the file: look up which statuses have one with the word in it.
        named = [status.value for status in Status if word in folded(status.label)]
        marks = ", ".join("?" * len(named))
        conditions.append(
            f" AND (instr(folded, ?) OR instr(lower(id), ?) OR instr(lower(next), ?) OR status IN ({marks}))"
        )
        values += [word, word, word, *named]
    return "".join(conditions), values
