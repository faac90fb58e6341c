"""The copy of a file that is made before its layout is changed, and removed when that has succeeded."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from trusthub_tui.store import part_file


def name_of(path: Path, version: int) -> Path:
    """Return what the copy of a file of some layout is called."""
    return path.with_name(f"{path.name}.before-layout-{version + 1}")


def make(path: Path, version: int) -> None:
    """Copy a file, as it stands on the disk, beside it; an earlier copy of the same layout is replaced."""
    with part_file.fresh(path) as part:
        with (
            closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(part, isolation_level=None)) as copy,
        ):
            source.backup(copy)
            # Copied with the pages is that the file has a log; the copy is to be one file.
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        with part.open("rb") as raw:
            os.fsync(raw.fileno())
        part.replace(name_of(path, version))


def is_there(path: Path, newest: int) -> bool:
    """Whether a copy was left by a process that was killed before it could remove it."""
    return any(name_of(path, version).exists() for version in range(1, newest))


def remove(path: Path, newest: int) -> None:
    """Remove the copies of a file that has the newest layout now, and what is left of unfinished ones."""
    part_file.sweep(path)
    for version in range(1, newest):
        name_of(path, version).unlink(missing_ok=True)
