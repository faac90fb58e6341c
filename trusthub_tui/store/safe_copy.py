"""The copy of a file that is made before its layout is changed, and removed when that has succeeded."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path


def name_of(path: Path, version: int) -> Path:
    """Return what the copy of a file of some layout is called."""
    return path.with_name(f"{path.name}.before-layout-{version + 1}")


def make(path: Path, version: int) -> None:
    """Copy a file, as it stands on the disk, beside it; an earlier copy of the same layout is replaced."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.{os.getpid()}-", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
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
    finally:
        part.unlink(missing_ok=True)


def remove(path: Path, version: int) -> None:
    """Remove the copy of a file whose layout has been changed."""
    name_of(path, version).unlink(missing_ok=True)
