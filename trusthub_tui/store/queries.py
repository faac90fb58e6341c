"""Queries that the first frame asks, too, before the modules they belong to are loaded."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.submission import Reason

CHECKED: Final = (
    "SELECT profile.id, max(fetched_at, coalesce(account.at, '')) FROM linked"
    " CROSS JOIN profile ON profile.key = profile_key LEFT JOIN account USING (account_sid)"
    " WHERE deleted_at IS NULL AND (? = '' OR profile.id = ?)"
)
"""When Twilio was last asked about each linked profile; takes twice the ID of one, or twice nothing.

The cross join has SQLite begin with the few that are linked, and not with every profile there is.
"""

NEWEST_DEED: Final = (
    "SELECT undoable.key, kind, detail, profile.key, profile.id, name, status, version,"
    " profile.deleted_at, undoable.address_key FROM undoable"
    " LEFT JOIN profile ON profile.key = undoable.profile_key"
    " ORDER BY undoable.key DESC LIMIT 1"
)
"""What was done last and may be taken back."""

REASONS: Final = (
    "SELECT reasons FROM submission JOIN profile ON profile.key = profile_key WHERE id = ?"
    " ORDER BY hub = ? DESC, submission.version DESC LIMIT 1"
)
"""The reasons of the submission that a profile's status follows; takes its ID and whose word stands."""


def reasons_of(stored: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Return the reasons of a decision as they stand in the file."""
    return tuple(
        Reason(
            code=int(reason["code"]),
            paths=tuple(clean(path) for path in reason["paths"]),
            words=tuple(clean(word) for word in reason["words"]),
        )
        for reason in stored
    )
