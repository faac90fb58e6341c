"""Find: how it compares, without regard to case, accents and width, and the list of profiles it searches."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from trusthub_tui.profile.status import Status
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.find_texts import FindTexts
from trusthub_tui.store.folding import folded
from trusthub_tui.store.profile_line import (
    BY_NEED,
    COUNT,
    COUNT_ALL,
    KEYS,
    LINES,
    ORDER,
    Counts,
    ProfileLine,
    line_of,
)


class Order(StrEnum):
    """How the lines of the list can follow each other."""

    NEED = "need"
    """Who needs the user first, then the last changed."""
    CHANGED = "changed"
    NAME = "name"


_BY: Final = {
    Order.NEED: BY_NEED,
    Order.CHANGED: " ORDER BY changed_at DESC, key DESC",
    Order.NAME: " ORDER BY folded, key",
}
_AMONG: Final = " AND key IN (SELECT value FROM json_each(?))"
_AT_A_TIME: Final = 500


def wanted(find: str) -> tuple[str, ...]:
    """Split what was typed into words, each of which must occur somewhere."""
    # A terminal can deliver half a character; nothing stored contains one, so it finds nothing.
    return tuple(dict.fromkeys(folded(find.encode("utf-8", "replace").decode()).split()))


def lines(texts: FindTexts, database: Database, find: str, offset: int, limit: int) -> list[ProfileLine]:
    """Return the lines that have all words of ``find``, who needs the user first, then the last changed."""
    keys = texts.keys(wanted(find), offset, limit)
    if keys is not None:
        return _of(database, keys, Order.NEED)
    condition, values = _matching(find)
    rows = database.all(f"{LINES}{condition}{ORDER}", *values, limit, offset)
    with sqlite_errors.readable(database.path):
        return [line_of(row) for row in rows]


def each(database: Database, find: str, order: Order) -> Iterator[ProfileLine]:
    """Yield all such lines in some order, without holding more than a few hundred of them, or the file.

    What is deleted while this goes on is left out.
    """
    condition, values = _matching(find)
    keys = database.numbers(f"{KEYS}{condition}{_BY[order]}", *values)
    for start in range(0, len(keys), _AT_A_TIME):
        yield from _of(database, keys[start : start + _AT_A_TIME], order)


def _of(database: Database, keys: Sequence[int], order: Order) -> list[ProfileLine]:
    rows = database.all(f"{LINES}{_AMONG}{_BY[order]}", json.dumps(list(keys)))
    with sqlite_errors.readable(database.path):
        return [line_of(row) for row in rows]


def counts(texts: FindTexts, database: Database, find: str) -> Counts:
    """Return how many such lines there are."""
    found = texts.counts(wanted(find))
    if found is not None:
        return found
    condition, values = _matching(find)
    row = database.one(f"{COUNT}{condition}" if condition else COUNT_ALL, *values)
    return Counts(*row) if row else Counts()


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
