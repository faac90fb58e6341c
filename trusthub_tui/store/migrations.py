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

_AFTER_SUBMISSION: Final = (
    # The profile's own SID at Twilio, once somebody has told it; empty before.
    "ALTER TABLE profile ADD COLUMN sid TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX profile_bin ON profile (deleted_at) WHERE deleted_at IS NOT NULL",
    # Each reviewer asks for its own submissions only.
    "DROP INDEX submission_undecided",
    "CREATE INDEX submission_waiting ON submission (hub, due_at) WHERE decided_at IS NULL",
    """
    CREATE TABLE kept (                  -- "It is right"
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        path TEXT NOT NULL,
        rule TEXT NOT NULL,
        answer TEXT NOT NULL,
        note TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (profile_key, path, rule, answer)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE carried (               -- what was copied into the Console
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        path TEXT NOT NULL,
        answer TEXT NOT NULL,            -- as it was then
        PRIMARY KEY (profile_key, path)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE history (               -- what undo and redo of a question work on
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        path TEXT NOT NULL,
        text TEXT NOT NULL,              -- opaque here
        PRIMARY KEY (profile_key, path)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE event (
        key INTEGER PRIMARY KEY,
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER,                 -- of the submission it is about, if it is about one
        detail TEXT NOT NULL             -- JSON object
    )
    """,
    "CREATE INDEX event_order ON event (profile_key, at, key)",
    """
    CREATE TABLE undoable (
        key INTEGER PRIMARY KEY,
        profile_key INTEGER NOT NULL REFERENCES profile (key) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL             -- JSON object: what is needed to take it back
    )
    """,
    "CREATE INDEX undoable_profile ON undoable (profile_key)",
    "CREATE INDEX undoable_age ON undoable (at)",
    "CREATE TABLE preference (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    # What the file knows about the past of what is in it.
    """
    INSERT INTO event (profile_key, at, kind, version, detail)
    SELECT profile_key, at, kind, version, '{}' FROM (
        SELECT key AS profile_key, created_at AS at, 'created' AS kind, NULL AS version, 1 AS nth FROM profile
        UNION ALL SELECT profile_key, submitted_at, 'submitted', version, 2 FROM submission
        UNION ALL SELECT profile_key, decided_at, 'decided', version, 3 FROM submission
            WHERE decided_at IS NOT NULL
        UNION ALL SELECT key, deleted_at, 'deleted', NULL, 4 FROM profile WHERE deleted_at IS NOT NULL
    ) ORDER BY at, nth
    """,
    """
    INSERT INTO undoable (profile_key, at, kind, detail)
    SELECT key, deleted_at, 'deleted', '{}' FROM profile WHERE deleted_at IS NOT NULL ORDER BY deleted_at, key
    """,
)

STEPS: Final = (_FIRST, _AFTER_SUBMISSION)

NEWEST: Final = len(STEPS)
"""The version of the layout this program reads and writes."""
