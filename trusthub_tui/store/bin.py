"""Emptying the bin: what was deleted long enough ago goes for good, with everything that belongs to it."""

from datetime import datetime, timedelta
from typing import Final

from trusthub_tui.store.database import Database
from trusthub_tui.store.records import time_to_text

KEPT_FOR: Final = timedelta(days=30)
"""How long a deleted profile, and what else can be taken back, stays in the file."""


def empty(database: Database, now: datetime) -> None:
    """Remove what is old enough; looks at two indexes and writes nothing when there is nothing to remove."""
    limit = time_to_text(now - KEPT_FOR)
    if database.one(
        "SELECT 1 FROM profile WHERE deleted_at < ? UNION ALL SELECT 1 FROM undoable WHERE at < ? LIMIT 1",
        *(limit, limit),
    ):
        with database.transaction():
            database.run("DELETE FROM profile WHERE deleted_at < ?", limit)
            database.run("DELETE FROM undoable WHERE at < ?", limit)
