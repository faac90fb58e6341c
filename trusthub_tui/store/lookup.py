"""Finding a profile that is not deleted, before something is done to it."""

from typing import NamedTuple

from trusthub_tui.profile.status import Status
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import Locked, ProfileNotFound
from trusthub_tui.store.ids import as_id


class Found(NamedTuple):
    """What must be known of a profile to change it."""

    key: int
    version: int
    status: Status


def found(database: Database, profile_id: str) -> Found:
    """Return a profile's key, version and status; ProfileNotFound when there is none or it is deleted."""
    row = database.one(
        "SELECT key, version, status FROM profile WHERE id = ? AND deleted_at IS NULL", as_id(profile_id)
    )
    if row is None:
        raise ProfileNotFound(profile_id)
    with sqlite_errors.readable(database.path):
        return Found(row[0], int(row[1]), Status(row[2]))


def editable(database: Database, profile_id: str) -> Found:
    """Return the same for a profile that may be changed; Locked when it is in review or approved."""
    profile = found(database, profile_id)
    if not profile.status.editable:
        raise Locked(as_id(profile_id), profile.status)
    return profile
