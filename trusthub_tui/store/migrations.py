"""The layout of the file, one step for each version of it.

``PRAGMA user_version`` counts the steps a file has been through. A step is never changed once released; a new
layout is a new step at the end. Statements are plain SQLite of 2020, so that older systems' libraries do too.
"""

from typing import Final

APPLICATION_ID: Final = 0x54485542
"""``THUB`` in the file's header: tells our files from other programs'."""

_FIRST: Final = (
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
    # Serves the list of profiles: first page and pages after it come in order without sorting.
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
)

STEPS: Final = (_FIRST,)

NEWEST: Final = len(STEPS)
"""The version of the layout this program reads and writes."""
