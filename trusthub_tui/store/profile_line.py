"""One line of the list of profiles, and how it is read.

Light to import: the first frame reads the list before anything else of the store is there.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO
from trusthub_tui.store.times import time_from_text

LINES: Final = (
    "SELECT id, name, status, next, steps, changed_at,"
    " (SELECT hub FROM submission WHERE profile_key = profile.key ORDER BY submission.version DESC LIMIT 1),"
    " (SELECT 1 FROM submission WHERE profile_key = profile.key AND hub = 'twilio' LIMIT 1)"
    " FROM profile WHERE deleted_at IS NULL"
)
KEYS: Final = "SELECT key FROM profile WHERE deleted_at IS NULL"
NEEDING: Final = 3
"""The rank from which on nothing is left to do for the user, as the two queries below have it."""

COUNT: Final = "SELECT count(*), count(CASE WHEN rank < 3 THEN 1 END) FROM profile WHERE deleted_at IS NULL"
"""How many there are, and how many of them need the user: drafts, and what was rejected."""

COUNT_ALL: Final = (
    "SELECT total, total - (SELECT count(*) FROM profile WHERE deleted_at IS NULL AND rank >= 3) FROM"
    " (SELECT (SELECT count(*) FROM profile)"
    " - (SELECT count(*) FROM profile WHERE deleted_at IS NOT NULL) AS total)"
)
"""The same where nothing is looked for: answered from indexes, without looking at every profile."""

BY_NEED: Final = " ORDER BY rank, changed_at DESC, key DESC"
ORDER: Final = f"{BY_NEED} LIMIT ? OFFSET ?"


class Counts(NamedTuple):
    """How many lines there are."""

    total: int = 0
    needing: int = 0
    """Those that need the user."""


class ProfileLine(NamedTuple):
    """One line of the list of profiles."""

    id: str
    name: str
    status: Status
    next: str
    changed_at: datetime
    hub: str = ""
    """Who reviews or reviewed the newest submission; empty without any."""
    rehearsed: bool = False
    """Whether the newest submission only rehearses beside Twilio's word."""
    steps: str = ""
    """How the steps of a draft stand, a letter each (see ``progress.letters``); empty where nobody knows."""


def line_of(row: Sequence[Any]) -> ProfileLine:
    """Return the line that a row is; a ValueError or TypeError where it is none."""
    profile_id, name, status, following, steps, changed_at, newest, filed = row
    # Twilio's word stands, whatever was rehearsed since.
    hub = "" if status == Status.DRAFT else TWILIO if filed else newest
    return ProfileLine(
        id=clean(profile_id),
        name=clean(name),
        status=Status(status),
        next=clean(following),
        changed_at=time_from_text(changed_at),
        hub=clean(hub or ""),
        rehearsed=bool(hub) and newest != hub,
        steps=clean(steps) if status == Status.DRAFT else "",
    )
