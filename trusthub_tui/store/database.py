"""The open file: rows out, one transaction at a time in, every fault told in our own words."""

import os
import sqlite3
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from trusthub_tui.store import open_file, sqlite_errors
from trusthub_tui.store.errors import DamagedFile, FileBusy, MovedFile, ReadOnlyFile

PATIENCE: Final = 5.0
"""Seconds to wait for another process; its saves take well under a hundredth of that."""

_ASLEEP: Final = 4
"""Milliseconds SQLite waits for others by itself: it sleeps longer and longer, and whoever came late wins."""

_PAUSE: Final = 0.003
"""Seconds at most between our own attempts, each of another length, so that everybody gets a turn."""

Row = tuple[Any, ...]
T = TypeVar("T")


class FileState(NamedTuple):
    """How the file stood when somebody looked, to be compared with how it stands later."""

    commits: int
    """Changes with every commit of another connection."""
    surprises: int
    """Grows when the file itself is another than this program and SQLite left it."""


class Database:
    """A connection to the file; belongs to the thread that made it.

    Falls back to reading when the file cannot be written: ``read_only`` then is true and every transaction
    raises ReadOnlyFile, until the file can be written after all.
    """

    def __init__(self, path: Path, *, read_only: bool = False, patience: float = PATIENCE) -> None:
        with sqlite_errors.told(path):
            self.path = path.resolve()
        self.read_only = read_only
        self._must_not_write = read_only
        self._patience = patience
        self._surprises = 0
        self._rehearsing = False
        self._connection = self._open()
        self._identity = self._look()
        self._content = self._measure()

    def _open(self) -> sqlite3.Connection:
        if not self.read_only:
            try:
                return self._impatient(open_file.for_writing(self.path, self._patience))
            except ReadOnlyFile:
                self.read_only = True
        return self._impatient(open_file.for_reading(self.path, self._patience))

    def _impatient(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        connection.execute(f"PRAGMA busy_timeout = {_ASLEEP}")
        return connection

    def close(self) -> None:
        """Close the file; may be called twice."""
        with sqlite_errors.told(self.path):
            self._connection.close()

    def check(self) -> None:
        """Look at every page of the file (about 2 ms per MiB); DamagedFile when one is not sound."""
        with sqlite_errors.told(self.path):
            open_file.check(self.path, self._connection)

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy all pages, as they stand now, into another database."""
        with sqlite_errors.told(self.path):
            self._connection.backup(target)

    def state(self) -> FileState:
        """Return how the file stands; about 10 µs.

        MovedFile when it is gone or another file stands in its place; DamagedFile when it was cut or
        overwritten while it was open.
        """
        self._must_be_the_same()
        row = self.one("PRAGMA data_version")
        return FileState(row[0] if row else 0, self._surprises)

    def versions(self) -> tuple[int, int]:
        """Return what is another pair after any change, by others or by this window."""
        row = self.one("PRAGMA data_version")
        return (row[0] if row else 0, self._connection.total_changes)

    def all(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query."""
        return self._patiently(lambda: self._connection.execute(sql, values).fetchall())

    def numbers(self, sql: str, *values: object) -> "array[int]":
        """Return the whole numbers of a query with one column: eight bytes for each row."""
        return self._patiently(lambda: array("q", (row[0] for row in self._connection.execute(sql, values))))

    def one(self, sql: str, *values: object) -> Row | None:
        """Return the first row of a query, if there is one."""

        def fetch() -> Row | None:
            row: Row | None = self._connection.execute(sql, values).fetchone()
            return row

        return self._patiently(fetch)

    def run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Change something, within a transaction."""
        return self._patiently(lambda: self._connection.execute(sql, values))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several queries see the file at one moment."""
        if self._rehearsing:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes within are on the disk when the block ends, or none of them ever happened."""
        if self._rehearsing:
            with self._part_of_rehearsal():
                yield
            return
        self._begin()
        try:
            yield
            self.run("COMMIT")
        finally:
            self._roll_back()
        # Moving the log into the file is SQLite's own doing, and no surprise.
        self._content = self._measure()

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """All changes within can be read within, and none of them ever happened when the block ends."""
        self._begin()
        self._rehearsing = True
        try:
            yield
        finally:
            self._rehearsing = False
            self._roll_back()

    def _begin(self) -> None:
        if self.read_only:
            self._try_to_write()
        self._must_be_the_same()
        self.run("BEGIN IMMEDIATE")

    @contextmanager
    def _part_of_rehearsal(self) -> Iterator[None]:
        self.run("SAVEPOINT part")
        done = False
        try:
            yield
            done = True
        finally:
            if not done:
                self.run("ROLLBACK TO part")
            self.run("RELEASE part")

    def _roll_back(self) -> None:
        # When even that does not work, SQLite takes the changes back at the next opening.
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.rollback()

    def _patiently(self, act: Callable[[], T]) -> T:
        """Do something, again and again while others are at it, for as long as patience lasts."""
        give_up = 0.0
        while True:
            try:
                return act()
            except sqlite3.Error as error:
                told = sqlite_errors.of_sqlite(error, self.path)
                now = time.monotonic()
                give_up = give_up or now + self._patience
                if not isinstance(told, FileBusy) or now > give_up:
                    raise told from error
            except (OverflowError, UnicodeError):
                # A number or a text no column can hold; neither comes from anything but a row of such.
                raise DamagedFile(self.path) from None
            time.sleep(_PAUSE * os.urandom(1)[0] / 255)

    def _try_to_write(self) -> None:
        """Open the file anew for writing where it could not be written before, and can be now."""
        if self._must_not_write:
            raise ReadOnlyFile(self.path)
        connection = self._impatient(open_file.for_writing(self.path, self._patience))
        self._connection.close()
        self._connection = connection
        self.read_only = False
        self._identity = self._look()
        self._content = self._measure()

    def _must_be_the_same(self) -> None:
        if self._look() != self._identity:
            # SQLite would go on writing happily into a file that nobody can find any more.
            raise MovedFile(self.path)
        content = self._measure()
        if content != self._content:
            # Another window has moved the log into the file, or somebody has cut or overwritten it.
            open_file.must_be_sound(self.path, self._patience)
            # Pages that were read before may not be what stands in the file any more.
            self.run("PRAGMA shrink_memory")
            self._surprises += 1
            self._content = content

    def _look(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)
        except OSError:
            return (0, 0)
        return (found.st_dev, found.st_ino)

    def _measure(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)
        except OSError:
            return (0, 0)
        return (found.st_size, found.st_mtime_ns)
