"""A file as the first layout of the program left it: its own statements, kept here for good.

As a script: ``python tests/support/first_layout.py FILE [PROFILES]``.
"""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE address (
        key INTEGER PRIMARY KEY,
        parts TEXT NOT NULL,     -- JSON, question path to text; the same content gives the same text
        folded TEXT NOT NULL,    -- parts and country name as find looks at them
        used_at TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX address_content ON address (parts)",
    "CREATE INDEX address_order ON address (used_at DESC, key DESC)",
    """
    CREATE TABLE profile (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,            -- the name as find looks at it
        next TEXT NOT NULL,
        rank INTEGER NOT NULL,
        version INTEGER NOT NULL,        -- counts changes of answers and status
        section INTEGER NOT NULL,        -- where the user stopped: section, path, caret
        path TEXT NOT NULL,
        caret INTEGER NOT NULL,
        shown TEXT NOT NULL,             -- JSON list
        address_key INTEGER REFERENCES address (key) ON DELETE SET NULL,
        registration TEXT NOT NULL DEFAULT '',  -- canonical registration number, once approved
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        used_at TEXT NOT NULL,           -- last opened or edited
        deleted_at TEXT
    )
    """,
    "CREATE INDEX profile_order ON profile (rank, changed_at DESC, key DESC) WHERE deleted_at IS NULL",
    "CREATE INDEX profile_address ON profile (address_key) WHERE address_key IS NOT NULL",
    "CREATE INDEX profile_approved ON profile (registration, id) WHERE registration <> ''",
    """
    CREATE TABLE answer (
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        path TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (profile_key, path)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE submission (
        key INTEGER PRIMARY KEY,
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        answers TEXT NOT NULL,           -- JSON, question path to text
        hub TEXT NOT NULL,
        submitted_at TEXT NOT NULL,
        due_at TEXT,
        approved INTEGER,                -- 0 or 1 once decided
        decided_at TEXT,
        reasons TEXT,                    -- JSON list of {code, paths, words}
        UNIQUE (profile_key, version)
    )
    """,
    "CREATE INDEX submission_undecided ON submission (due_at) WHERE decided_at IS NULL",
    "PRAGMA application_id = 1414026562",
    "PRAGMA user_version = 1",
)

NAME, CITY, NUMBER = (
    "business_information.business_name",
    "address.city",
    "business_information.business_registration_number",
)


def at(minute: int, day: int = 20) -> str:
    """Return a time as the file holds it."""
    return f"2026-11-{day:02}T08:{minute:02}:00.000000+00:00"


PROFILES: tuple[tuple[Any, ...], ...] = (
    # key, id, status, name, next, rank, version, section, path, caret, shown, address, number, deleted
    (
        1,
        "DRFT",
        "draft",
        "Zürich Café",
        "2 to fix in Business address",
        1,
        7,
        2,
        CITY,
        3,
        [CITY],
        1,
        "",
        None,
    ),
    (2, "REJD", "twilio-rejected", "Northwind", "Fix 1 reason", 0, 5, 7, "", 0, [], None, "", None),
    (3, "REVW", "in-review", "Blue Heron", "Nothing to do", 3, 2, 7, "", 0, [], None, "", None),
    (4, "APPR", "twilio-approved", "Delta", "Nothing to do", 4, 3, 7, "", 0, [], 1, "84-1927365", None),
    (5, "G0NE", "draft", "Elm", "0 of 7 steps ready", 2, 1, 1, "", 0, [], None, "", at(50)),
)
"""A profile of each status, and one that is deleted."""

SUBMISSIONS = (
    # profile, version, submitted, due, approved, decided, codes
    (2, 1, at(10), at(11), 0, at(11), (18602,)),
    (2, 2, at(20), None, 0, at(20), (22215, 22219)),
    (3, 1, at(30), at(59), None, None, ()),
    (4, 1, at(40), at(41), 1, at(41), ()),
)


def make(file: Path, more: int = 0) -> None:
    """Make the file, and as many further drafts as wanted."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in STATEMENTS:
            connection.execute(statement)
        with connection:
            _insert(connection)
            for number in range(more):
                _draft(connection, number)


def _insert(connection: sqlite3.Connection) -> None:
    parts = json.dumps({CITY: "Zürich"}, ensure_ascii=False)
    connection.execute("INSERT INTO address VALUES (1, ?, 'zurich', ?)", (parts, at(0)))
    for key, name_id, status, name, following, rank, *place, shown, address, number, deleted in PROFILES:
        connection.execute(
            "INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(key, name_id, status, name, name.lower(), following, rank, *place, json.dumps(shown)),
                *(address, number, at(key), at(key + 1), at(key + 2), deleted),
            ),
        )
        connection.execute("INSERT INTO answer VALUES (?, ?, ?)", (key, NAME, name))
        connection.execute("INSERT INTO answer VALUES (?, ?, ?)", (key, NUMBER, f"84-192736{key}"))
    for profile, version, submitted, due, approved, decided, codes in SUBMISSIONS:
        reasons = [{"code": code, "paths": [NUMBER], "words": ["as received"]} for code in codes]
        connection.execute(
            "INSERT INTO submission VALUES (NULL, ?, ?, ?, 'practice', ?, ?, ?, ?, ?)",
            (
                *(profile, version, json.dumps({NAME: f"version {version}"}), submitted, due),
                *(approved, decided, json.dumps(reasons) if decided else None),
            ),
        )


def _draft(connection: sqlite3.Connection, number: int) -> None:
    key = 100 + number
    connection.execute(
        "INSERT INTO profile VALUES (?, ?, 'draft', ?, ?, '', 2, 1, 1, '', 0, '[]', NULL, '', ?, ?, ?, NULL)",
        (key, f"X{number:05}", f"Draft {number}", f"draft {number}", at(0), at(0), at(0)),
    )
    connection.execute("INSERT INTO answer VALUES (?, ?, ?)", (key, NAME, f"Draft {number}"))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
