"""Which profiles were filed at Twilio: all that has to be known to tell whom a text from there is about.

Apart from the rest of the store, which takes longer to import than such a text to read.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.submission import TWILIO
from trusthub_tui.store import open_file, sqlite_errors

if TYPE_CHECKING:
    from trusthub_tui.store.database import Database

_PATIENCE: Final = 5.0
"""Seconds to wait for another process."""


_ASKED: Final = (
    "SELECT id, name, sid FROM profile WHERE deleted_at IS NULL AND (sid <> '' OR EXISTS "
    "(SELECT 1 FROM submission WHERE profile_key = profile.key AND hub = ?))"
)


def filed_in(path: Path) -> tuple[tuple[str, str, str], ...]:
    """Return ID, name and SID of each profile in a file that was filed; the SID is empty if nobody told it.

    Nothing is made and nothing is changed. Raises a StoreError where the file does not play along.
    """
    with sqlite_errors.told(path), closing(open_file.for_reading(path.resolve(), _PATIENCE)) as connection:
        rows = connection.execute(_ASKED, (TWILIO,)).fetchall()
    return _told(path, rows)


def filed(database: "Database") -> tuple[tuple[str, str, str], ...]:
    """Return the same of a file that is open."""
    return _told(database.path, database.all(_ASKED, TWILIO))


def _told(path: Path, rows: Iterable[tuple[Any, ...]]) -> tuple[tuple[str, str, str], ...]:
    with sqlite_errors.readable(path):
        return tuple((clean(profile_id), clean(name), clean(sid)) for profile_id, name, sid in rows)
