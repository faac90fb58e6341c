"""Opening the file: creating it privately, telling whose it is, bringing its layout up to date."""

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from trusthub_tui.store import migrations, safe_copy, sqlite_errors
from trusthub_tui.store.errors import (
    DamagedFile,
    EmptiedFile,
    FileBusy,
    ForeignFile,
    NewerFile,
    ReadOnlyFile,
    Unavailable,
)
from trusthub_tui.store.migrations import APPLICATION_ID, NEWEST
from trusthub_tui.store.part_file import COMPANIONS

_CHECKED_ALWAYS: Final = 1 << 20
"""Bytes up to which a file, some 300 profiles, is checked at every opening: at most 2 ms."""

_CHECKED_AFTER_A_CRASH: Final = 8 << 20
"""The same for a file that was not closed: at most 15 ms. Damage in a larger one is told when it is met."""

_MARK: Final = "user.trusthub-tui"

_PAUSE: Final = 0.02
"""Seconds between attempts where SQLite does not wait by itself."""


def for_writing(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file to read and write, creating it when there is none.

    ``patience`` is how many seconds to wait for other processes. Raises a StoreError; ReadOnlyFile when
    the file is there but cannot be written.
    """
    with sqlite_errors.told(path):
        left_over = has_log(path)
        _create(path)
        must_not_be_emptied(path, left_over=left_over)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise ReadOnlyFile(path)
        _open_up_companions(path)
    return _connected(
        path, "mode=rw", patience, partial(_prepare, path=path, left_over=left_over, patience=patience)
    )


def for_reading(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file that cannot or must not be written. Raises a StoreError.

    One of an earlier layout is read from a copy in memory that is brought up to date.
    """
    with sqlite_errors.told(path):
        if not path.exists():
            raise Unavailable(path)
        must_not_be_emptied(path, left_over=has_log(path))
    connection = _untouched(path, patience)
    with sqlite_errors.told(path):
        return connection if _version(path, connection) == NEWEST else _upgraded(path, connection)


def _untouched(path: Path, patience: float) -> sqlite3.Connection:
    settle = partial(_must_be_readable, path=path)
    try:
        return _connected(path, "mode=ro", patience, settle)
    except (ReadOnlyFile, Unavailable):
        # SQLite wants to put its index of the log beside the file and may not.
        if has_log(path):
            return _copied(path, patience)
        return _connected(path, "mode=ro&immutable=1", patience, settle)


def must_be_sound(path: Path, patience: float) -> None:
    """Look at a file, that is open here, as somebody who opens it now would. Raises a StoreError."""
    with sqlite_errors.told(path):
        size = path.stat().st_size
        if size == 0:
            raise EmptiedFile(path)
        settle = partial(_must_be_whole, path=path, size=size)
        with closing(_connected(path, "mode=ro", patience, settle)):
            return


def _must_be_whole(connection: sqlite3.Connection, *, path: Path, size: int) -> None:
    if _version(path, connection) == 0:
        raise DamagedFile(path)
    if size <= _CHECKED_AFTER_A_CRASH:
        check(path, connection)


def _create(path: Path) -> None:
    make_folder(path.parent)
    # Never open a file that is already there: closing it again would let go of the locks that
    # another connection of this process holds on it.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    try:
        os.close(os.open(path, flags, 0o600))
    except FileExistsError:
        return


def mark(path: Path) -> None:
    """Put a mark on a file that has profiles, which stays on it when somebody empties it.

    It is no part of the content. Where the disk knows no such marks, an empty file counts as new.
    """
    if hasattr(os, "setxattr"):
        with suppress(OSError):
            os.setxattr(path, _MARK, b"1")


def must_not_be_emptied(path: Path, *, left_over: bool) -> None:
    """Look whether there is nothing in a file any more, and there was: EmptiedFile then."""
    if path.stat().st_size == 0 and (left_over or _is_marked(path)):
        # SQLite would take it for a new one, and throw the profiles in its log away.
        raise EmptiedFile(path)


def _is_marked(path: Path) -> bool:
    try:
        return hasattr(os, "getxattr") and bool(os.getxattr(path, _MARK))
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for nobody else to look into."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
    if not missing:
        folder.mkdir(mode=0o700, exist_ok=True)  # tells when it is no folder


def _open_up_companions(path: Path) -> None:
    """Make companions writable again that were made while the file was not: SQLite gives them its mode."""
    for companion in companions(path):
        with suppress(OSError):
            mode = companion.stat().st_mode
            if not mode & stat.S_IWUSR:
                companion.chmod(mode | stat.S_IWUSR)


def has_log(path: Path) -> bool:
    """Whether a log with something in it lies beside the file: it is open elsewhere, or was not closed."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def log_of(path: Path) -> Path:
    """Return the path of SQLite's write-ahead log."""
    return path.with_name(path.name + "-wal")


def companions(path: Path) -> tuple[Path, ...]:
    """Return the paths of the files that SQLite may put beside one, whether they are there or not."""
    return tuple(path.with_name(path.name + end) for end in COMPANIONS)


def _connected(
    path: Path, options: str, patience: float, settle: Callable[[sqlite3.Connection], None]
) -> sqlite3.Connection:
    with sqlite_errors.told(path):
        connection = sqlite3.connect(
            f"{path.as_uri()}?{options}", timeout=patience, isolation_level=None, uri=True
        )
        with ExitStack() as on_failure:
            on_failure.callback(connection.close)
            _distrust(connection)
            settle(connection)
            on_failure.pop_all()
    return connection


def _distrust(connection: sqlite3.Connection) -> None:
    # Python's own reading would quote text that is not UTF-8 in an error message.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    connection.execute("PRAGMA trusted_schema = OFF")
    # What was deleted is to be gone, whatever the system's library was built to do.
    connection.execute("PRAGMA secure_delete = ON")


def _prepare(connection: sqlite3.Connection, *, path: Path, left_over: bool, patience: float) -> None:
    give_up = time.monotonic() + patience
    while True:
        try:
            version = _version(path, connection)
            _switch_to_log(connection)
            break
        except sqlite3.OperationalError as error:
            # Switching to the log does not wait for others by itself.
            busy = isinstance(sqlite_errors.of_sqlite(error, path), FileBusy)
            if not busy or time.monotonic() > give_up:
                raise
            time.sleep(_PAUSE)
    connection.execute("PRAGMA synchronous = FULL")
    if version < NEWEST:
        _migrate(path, connection, copied=version > 0)
        mark(path)
    if 0 < version < NEWEST or (left_over and safe_copy.is_there(path, NEWEST)):
        check(path, connection)
        safe_copy.remove(path, NEWEST)
    connection.execute("PRAGMA foreign_keys = ON")
    if path.stat().st_size <= (_CHECKED_AFTER_A_CRASH if left_over else _CHECKED_ALWAYS):
        check(path, connection)


def _switch_to_log(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """Return the version of the file's layout, 0 for an empty file; StoreError if it is not for us."""
    connection.execute("BEGIN")  # one view of all three
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        owner: int = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    finally:
        connection.rollback()
    if empty and version == 0 and owner == 0:
        return 0
    if owner != APPLICATION_ID:
        raise ForeignFile(path)
    if version > NEWEST:
        raise NewerFile(path)
    if version < 1:
        raise DamagedFile(path)
    return version


def _migrate(path: Path, connection: sqlite3.Connection, *, copied: bool = False) -> None:
    """Bring a file to the newest layout; where it is to be copied first, others cannot save in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while we waited.
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < NEWEST:
            if copied:
                safe_copy.make(path, version)
            migrations.apply(connection, version)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()
    if version > NEWEST:
        raise NewerFile(path)


def _must_be_readable(connection: sqlite3.Connection, *, path: Path) -> None:
    connection.execute("PRAGMA query_only = ON")
    if _version(path, connection) == 0:
        raise Unavailable(path)
    if path.stat().st_size <= _CHECKED_ALWAYS:
        check(path, connection)


def _upgraded(path: Path, connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory of the newest layout, in place of a connection that may not write."""
    with closing(connection):
        copy = sqlite3.connect(":memory:", isolation_level=None)
        with ExitStack() as on_failure:
            on_failure.callback(copy.close)
            connection.backup(copy)
            _distrust(copy)
            _migrate(path, copy)
            copy.execute("PRAGMA query_only = ON")
            on_failure.pop_all()
    return copy


def check(path: Path, connection: sqlite3.Connection) -> None:
    """Look at every page of the file (about 2 ms per MiB); DamagedFile when one is not sound."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedFile(path)


def _copied(path: Path, patience: float) -> sqlite3.Connection:
    """Read a file whose log was not closed, in a folder that cannot be written, from a private copy.

    Leaving the log out would show yesterday's answers.
    """
    with sqlite_errors.told(path), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        for source in (path, log_of(path)):
            shutil.copyfile(source, Path(folder) / source.name)
        return _connected(copy, "mode=rw", patience, partial(_must_be_readable, path=path))
