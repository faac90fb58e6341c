"""Profile IDs: short, easy to read out and to type, like ``7F3K``; and the profile that has one."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.status import Status
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import Locked, ProfileNotFound

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are taken for others or make words."""

_MISTAKEN: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})

_LENGTH: Final = 4
_ATTEMPTS: Final = 16
"""IDs of one length to try before taking a longer one: all of them are in use only in a crowded file."""


def as_id(text: str) -> str:
    """Return an ID as it is stored, from what a person typed: any case, O for 0, I or L for 1."""
    return clean(text).upper().translate(_MISTAKEN)


def unused(is_used: Callable[[str], bool], entropy: Callable[[int], bytes]) -> str:
    """Return an ID that is not in use, made from random bytes."""
    length = _LENGTH
    while True:
        for _ in range(_ATTEMPTS):
            made = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in entropy(length))
            if not is_used(made):
                return made
        length += 1


_STANDS: Final = "SELECT status, next, rank, steps, registration, sid FROM profile WHERE key = ?"


class ProfileRow(NamedTuple):
    """What must be known of a profile to change it."""

    key: int
    version: int
    status: Status

    def as_it_was(self, database: Database) -> dict[str, Any]:
        """Return how it stands, for whoever takes back what is about to be done to it."""
        row = database.one(_STANDS, self.key)
        names = ("status", "next", "rank", "steps", "registration", "sid")
        return dict(zip(names, row or (), strict=bool(row)))


def found(database: Database, profile_id: str) -> ProfileRow:
    """Return a profile's key, version and status; ProfileNotFound when there is none or it is deleted."""
    row = database.one(
        "SELECT key, version, status FROM profile WHERE id = ? AND deleted_at IS NULL", as_id(profile_id)
    )
    if row is None:
        raise ProfileNotFound(profile_id)
    with sqlite_errors.readable(database.path):
        return ProfileRow(row[0], int(row[1]), Status(row[2]))


def editable(database: Database, profile_id: str) -> ProfileRow:
    """Return the same for a profile that may be changed; Locked when it is in review or approved."""
    profile = found(database, profile_id)
    if not profile.status.editable:
        raise Locked(as_id(profile_id), profile.status)
    return profile
