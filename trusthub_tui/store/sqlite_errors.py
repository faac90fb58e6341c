"""From SQLite's and the operating system's errors to ours.

Only error codes are looked at, never texts: SQLite's texts may quote what stands in a row.
Source of the codes: https://sqlite.org/rescode.html
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from trusthub_tui.store import errors

_NO_ROOM: Final = frozenset({
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
})  # fmt: skip
"""What a quota or a file size limit looks like to SQLite."""

_DAMAGED: Final = frozenset({sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS})

_PRIMARY: Final[dict[int, type[errors.FileError]]] = {
    sqlite3.SQLITE_CORRUPT: errors.DamagedFile,
    sqlite3.SQLITE_NOTADB: errors.DamagedFile,
    sqlite3.SQLITE_FORMAT: errors.DamagedFile,
    # A table or column that should be there is not: somebody else changed the layout.
    sqlite3.SQLITE_ERROR: errors.DamagedFile,
    sqlite3.SQLITE_BUSY: errors.FileBusy,
    sqlite3.SQLITE_LOCKED: errors.FileBusy,
    sqlite3.SQLITE_PROTOCOL: errors.FileBusy,
    sqlite3.SQLITE_READONLY: errors.ReadOnlyFile,
    sqlite3.SQLITE_FULL: errors.DiskFull,
}


def of_sqlite(error: sqlite3.Error, path: Path) -> errors.StoreError:
    """Return our error for one of SQLite's."""
    # Python's own errors, such as for a closed connection, have no code.
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE)
    if code in _NO_ROOM:
        return errors.DiskFull(path)
    if code in _DAMAGED:
        return errors.DamagedFile(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return errors.MovedFile(path)
    return _PRIMARY.get(code & 0xFF, errors.Unavailable)(path)


def of_system(error: OSError, path: Path) -> errors.StoreError:
    """Return our error for one of the operating system's."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return errors.DiskFull(path)
    return errors.Unavailable(path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn every error about the file into a :class:`~trusthub_tui.store.errors.StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise of_sqlite(error, path) from error
    except UnicodeDecodeError:
        # SQLite quotes the damaged bytes of a schema, and Python cannot read its message then.
        raise errors.DamagedFile(path) from None
    except OSError as error:
        raise of_system(error, path) from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Take what cannot be understood in a row for damage.

    Somebody may have put numbers, bytes or deeply nested JSON where text should be. The original error is cut
    off, because Python's own would quote the row.
    """
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
        raise errors.DamagedFile(path) from None
