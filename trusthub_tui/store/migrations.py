"""The layout of the file, one step for each version of it, in the words of sqlite-utils.

``PRAGMA user_version`` counts the steps a file has been through. A step is never changed once released; a new
layout is a new step at the end. A new file begins with the third layout, the first that sqlite-utils wrote,
and goes on from there; files of the first two are carried over into it. Statements are plain SQLite of 2020,
so that older systems' libraries do too. The library is imported only for a file that is new or behind: it
costs more than opening one that is neither.
"""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x54485542
"""``THUB`` in the file's header: tells our files from other programs'."""

NEWEST: Final = 5
"""The version of the layout this program reads and writes."""

_BEFORE: Final = {"kept": "acknowledgement", "history": "undo_stack"}
"""What tables of the second layout are called in the third."""

CALL_ACKNOWLEDGED: Final = (
    "UPDATE event SET kind = 'acknowledged' WHERE kind = 'kept'",
    "UPDATE undoable SET kind = 'acknowledged' WHERE kind = 'kept'",
)
"""Gives findings that somebody acknowledged the word that the third layout has for them."""

_PAST: Final = """
    INSERT INTO event (profile_key, at, kind, version, detail)
    SELECT profile_key, at, kind, version, '{}' FROM (
        SELECT key AS profile_key, created_at AS at, 'created' AS kind, NULL AS version, 1 AS nth FROM profile
        UNION ALL SELECT profile_key, submitted_at, 'submitted', version, 2 FROM submission
        UNION ALL SELECT profile_key, decided_at, 'decided', version, 3 FROM submission
            WHERE decided_at IS NOT NULL
        UNION ALL SELECT key, deleted_at, 'deleted', NULL, 4 FROM profile WHERE deleted_at IS NOT NULL
    ) ORDER BY at, nth
"""
"""What a file of the first layout, which had no events, knows about the past of what is in it."""

_PAST_DELETIONS: Final = """
    INSERT INTO undoable (profile_key, at, kind, detail)
    SELECT key, deleted_at, 'deleted', '{}' FROM profile WHERE deleted_at IS NOT NULL ORDER BY deleted_at, key
"""

_TWILIOS_WORD: Final = """
    UPDATE profile SET status = 'twilio-rejected', next = 'Open it to check', rank = 0, registration = ''
    WHERE 'twilio' <> (SELECT hub FROM submission WHERE profile_key = profile.key
        ORDER BY version DESC LIMIT 1)
    AND (SELECT approved FROM submission WHERE profile_key = profile.key AND hub = 'twilio'
        ORDER BY version DESC LIMIT 1) = 0
"""
"""Before the third layout a rehearsal took the place of the rejection by Twilio that it came after."""


def apply(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of an earlier version to the newest, 0 for an empty one; within a transaction.

    References must not be enforced yet: tables are dropped and made anew.
    """
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False)
    if version == 0:
        _third(database)
    elif version < 3:
        _carry_over(database)
    if version < 4:
        _fourth(database)
    if version < 5:
        _fifth(database)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {max(version, NEWEST)}")


def _third(database: "Database") -> None:
    """Make every table of the third layout, with its indexes."""
    _make_addresses(database)
    _make_profiles(database)
    _make_answers(database)
    _make_submissions(database)
    _make_remarks(database)
    _make_past(database)
    _make_windows(database)
    _table(database, "preference", {"name": str, "text": str}, pk="name")


def _fourth(database: "Database") -> None:
    """Add what is known of profiles at Twilio to the third layout."""
    # remote: JSON, the profile and its objects as they were last received: what is compared with later.
    # status, updated: the word that Twilio said last, and since when it stands. missing_at: since when
    # Twilio has nothing of this SID. sender: JSON, who is sending corrections at the moment.
    columns: dict[str, type] = {"profile_key": int, "account_sid": str, "sid": str, "policy_sid": str}
    columns |= {"kind": str, "status": str, "updated": str, "fetched_at": str, "remote": str}
    columns |= {"missing_at": str, "sender": str}
    _table(database, "linked", columns, pk="profile_key")
    database.table("linked").create_index(["sid"], index_name="linked_sid")
    # results: JSON as received.
    columns = {"profile_key": int, "sid": str, "at": str, "compliant": int, "results": str}
    _table(database, "evaluation", columns, pk=("profile_key", "sid"))
    # A journal, written before each request: planned, sent, done, refused or unclear.
    columns = {"key": int, "profile_key": int, "at": str, "step": str, "body_hash": str}
    _table(database, "sending", {**columns, "state": str, "sid": str, "words": str})
    database.table("sending").create_index(["profile_key", "key"], index_name="sending_order")
    columns = {"account_sid": str, "operation": str, "kind": str, "taken": int, "at": str, "words": str}
    _table(database, "ability", columns, pk=("account_sid", "operation", "kind"))
    # profiles: JSON list of all that an account has, as it was last told.
    _table(database, "account", {"account_sid": str, "at": str, "profiles": str}, pk="account_sid")


def _fifth(database: "Database") -> None:
    """Add how each step of a draft stands, for the list: nothing until it is checked for the next time."""
    database.table("profile").add_column("steps", str, not_null_default="")


def _make_addresses(database: "Database") -> None:
    # parts: JSON, question path to text; the same content gives the same text.
    # folded: parts and country name as find looks at them.
    _table(
        database,
        "address",
        {"key": int, "parts": str, "folded": str, "used_at": str, "deleted_at": str},
        may_lack=("deleted_at",),
    )
    database.table("address").create_index(["parts"], index_name="address_content", unique=True)
    _index(database, "address_order", "address (used_at DESC, key DESC) WHERE deleted_at IS NULL")
    _index(database, "address_bin", "address (deleted_at) WHERE deleted_at IS NOT NULL")


def _make_profiles(database: "Database") -> None:
    from sqlite_utils.db import ForeignKey

    columns = {
        "key": int,
        "id": str,
        "status": str,
        "name": str,
        "folded": str,  # the name as find looks at it
        "next": str,
        "rank": int,
        "version": int,  # counts changes of answers and status
        "section": int,  # where the user stopped: section, path, caret
        "path": str,
        "caret": int,
        "shown": str,  # JSON list
        "address_key": int,
        "registration": str,  # canonical registration number, once approved
        "created_at": str,
        "changed_at": str,
        "used_at": str,  # last opened or edited
        "deleted_at": str,
        "sid": str,  # the profile's own at Twilio, once somebody has told it
    }
    optional = ("address_key", "deleted_at")
    database.table("profile").create(
        columns,
        pk="key",
        not_null=[name for name in columns if name not in (*optional, "key")],
        defaults={"registration": "", "sid": ""},
        foreign_keys=[ForeignKey("profile", "address_key", "address", "key", on_delete="SET NULL")],
    )
    database.table("profile").create_index(["id"], index_name="profile_id", unique=True)
    # Serves the list of profiles: first page and pages after it come in order without sorting.
    _index(database, "profile_order", "profile (rank, changed_at DESC, key DESC) WHERE deleted_at IS NULL")
    _index(database, "profile_address", "profile (address_key) WHERE address_key IS NOT NULL")
    _index(database, "profile_approved", "profile (registration, id) WHERE registration <> ''")
    _index(database, "profile_bin", "profile (deleted_at) WHERE deleted_at IS NOT NULL")


def _make_answers(database: "Database") -> None:
    _table(database, "answer", {"profile_key": int, "path": str, "text": str}, pk=("profile_key", "path"))
    # What undo and redo of a question work on; the text is opaque here.
    _table(database, "undo_stack", {"profile_key": int, "path": str, "text": str}, pk=("profile_key", "path"))


def _make_submissions(database: "Database") -> None:
    _table(
        database,
        "submission",
        {
            "key": int,
            "profile_key": int,
            "version": int,
            "answers": str,  # JSON, question path to text
            "hub": str,
            "submitted_at": str,
            "due_at": str,
            "approved": int,  # 0 or 1 once decided
            "decided_at": str,
            "reasons": str,  # JSON list of {code, paths, words}
        },
        may_lack=("due_at", "approved", "decided_at", "reasons"),
    )
    table = database.table("submission")
    table.create_index(["profile_key", "version"], index_name="submission_version", unique=True)
    # Each reviewer asks for its own submissions only.
    _index(database, "submission_waiting", "submission (hub, due_at) WHERE decided_at IS NULL")


def _make_remarks(database: "Database") -> None:
    _table(
        database,
        "acknowledgement",  # "It is right"
        {"profile_key": int, "path": str, "rule": str, "answer": str, "note": str, "at": str},
        pk=("profile_key", "path", "rule", "answer"),
    )
    _table(
        database,
        "carried",  # what was copied into the Console, and the answer as it was then
        {"profile_key": int, "path": str, "answer": str},
        pk=("profile_key", "path"),
    )


def _make_past(database: "Database") -> None:
    from sqlite_utils.db import ForeignKey

    # version: of the submission it is about, if it is about one. detail: JSON object.
    columns: dict[str, type] = {"key": int, "profile_key": int, "at": str, "kind": str}
    _table(database, "event", {**columns, "version": int, "detail": str}, may_lack=("version",))
    database.table("event").create_index(["profile_key", "at", "key"], index_name="event_order")
    # detail: JSON object with what is needed to take it back. About a profile, or about an address.
    database.table("undoable").create(
        {**columns, "detail": str, "address_key": int},
        pk="key",
        not_null=("at", "kind", "detail"),
        foreign_keys=[
            ForeignKey("undoable", "profile_key", "profile", "key", on_delete="CASCADE"),
            ForeignKey("undoable", "address_key", "address", "key", on_delete="CASCADE"),
        ],
    )
    _index(database, "undoable_profile", "undoable (profile_key) WHERE profile_key IS NOT NULL")
    _index(database, "undoable_address", "undoable (address_key) WHERE address_key IS NOT NULL")
    database.table("undoable").create_index(["at"], index_name="undoable_age")


def _make_windows(database: "Database") -> None:
    # Which window has which draft open, since when, and when it last said so; one of them may write.
    columns = {"id": str, "profile_key": int, "pid": int, "host": str, "opened_at": str, "seen_at": str}
    _table(database, "window", {**columns, "writes": int}, pk="id")
    _index(database, "window_writer", "window (profile_key) WHERE writes = 1", unique=True)
    database.table("window").create_index(["profile_key"], index_name="window_profile")


def _table(
    database: "Database",
    name: str,
    columns: Mapping[str, type],
    *,
    pk: str | tuple[str, ...] = "key",
    may_lack: tuple[str, ...] = (),
) -> None:
    """Make a table whose rows go with the profile they belong to, where they belong to one."""
    from sqlite_utils.db import ForeignKey

    of_profile = ForeignKey(name, "profile_key", "profile", "key", on_delete="CASCADE")
    database.table(name).create(
        dict(columns),
        pk=pk,
        not_null=[column for column in columns if column not in may_lack and column != "key"],
        foreign_keys=[of_profile] if "profile_key" in columns else [],
    )


def _index(database: "Database", name: str, what: str, *, unique: bool = False) -> None:
    """Make an index of some rows only, for which sqlite-utils has no word."""
    database.execute(f"CREATE {'UNIQUE ' if unique else ''}INDEX {name} ON {what}")


def _carry_over(database: "Database") -> None:
    """Make the third layout out of the first or the second, which statements in plain SQL had made."""
    before = database.table_names()
    made = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql <> ''"
    for (index,) in database.execute(made).fetchall():
        database.execute(f'DROP INDEX "{index}"')
    for name in before:
        database.rename_table(name, f"old_{name}")
    _third(database)
    for name in before:
        _fill(database, _BEFORE.get(name, name), f"old_{name}")
    for name in before:
        database.table(f"old_{name}").drop()
    if "event" not in before:
        database.execute(_PAST)
        database.execute(_PAST_DELETIONS)
    database.execute(_TWILIOS_WORD)
    for statement in CALL_ACKNOWLEDGED:
        database.execute(statement)


def _fill(database: "Database", table: str, source: str) -> None:
    columns = ", ".join(f'"{column.name}"' for column in database.table(source).columns)
    database.execute(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{source}"')  # noqa: S608 - names of ours
