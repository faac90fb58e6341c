"""The open file: rows out, one transaction at a time in, every fault told in our own words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from trusthub_tui.store import open_file, sqlite_errors
from trusthub_tui.store.errors import MovedFile, ReadOnlyFile

PATIENCE: Final = 5.0
"""Seconds to wait for another process; its saves take well under a hundredth of that."""

Row = tuple[Any, ...]


class Database:
    """A connection to the file; belongs to the thread that made it.

    Falls back to reading when the file cannot be written: ``read_only`` then is true and every transaction
    raises ReadOnlyFile.
    """

    def __init__(self, path: Path, *, read_only: bool = False, patience: float = PATIENCE) -> None:
        with sqlite_errors.told(path):
            self.path = path.resolve()
        self.read_only = read_only
        self._connection = self._open(patience)
        self._identity = self._look()

    def _open(self, patience: float) -> sqlite3.Connection:
        if not self.read_only:
            try:
                return open_file.for_writing(self.path, patience)
            except ReadOnlyFile:
                self.read_only = True
        return open_file.for_reading(self.path, patience)

    def close(self) -> None:
        """Close the file; may be called twice."""
        self._connection.close()

    def check(self) -> None:
        """Look at every page of the file (about 2 ms per MiB); DamagedFile when one is not sound."""
        with sqlite_errors.told(self.path):
            open_file.check(self.path, self._connection)

    def all(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise sqlite_errors.of_sqlite(error, self.path) from error

    def one(self, sql: str, *values: object) -> Row | None:
        """Return the first row of a query, if there is one."""
        try:
            row: Row | None = self._connection.execute(sql, values).fetchone()
        except sqlite3.Error as error:
            raise sqlite_errors.of_sqlite(error, self.path) from error
        return row

    def run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Change something, within a transaction."""
        try:
            return self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise sqlite_errors.of_sqlite(error, self.path) from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several queries see the file at one moment."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes within are on the disk when the block ends, or none of them ever happened."""
        if self.read_only:
            raise ReadOnlyFile(self.path)
        if self._look() != self._identity:
            # SQLite would go on writing happily into a file that nobody can find any more.
            raise MovedFile(self.path)
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        finally:
            if self._connection.in_transaction:
                # When even that does not work, SQLite takes the changes back at the next opening.
                with suppress(sqlite3.Error):
                    self._connection.rollback()

    def _look(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)
        except OSError:
            return (0, 0)
        return (found.st_dev, found.st_ino)
