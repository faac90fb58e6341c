"""How much the file has to do for a question, counted in steps of SQLite: the same on every machine."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

_AT_A_TIME = 10
"""Steps between two looks; counting each one would make the machine crawl."""


class Effort:
    """Counts on every connection that was opened since counting began."""

    def __init__(self) -> None:
        self._steps = 0

    def of(self, act: Callable[[], object]) -> int:
        """Return the steps of something done once; what it prepares for the next time is done before."""
        act()
        return self.of_once(act)

    def of_once(self, act: Callable[[], object]) -> int:
        """Return the steps of something that cannot be done twice."""
        before = self._steps
        act()
        return self._steps - before

    def watch(self, connection: sqlite3.Connection) -> None:
        """Count on a connection too."""
        connection.set_progress_handler(self._count, _AT_A_TIME)

    def _count(self) -> int:
        self._steps += _AT_A_TIME
        return 0


@contextmanager
def counted() -> Iterator[Effort]:
    """Count on all connections opened from here on."""
    effort, connect = Effort(), sqlite3.connect

    def opened(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        effort.watch(connection)
        return connection

    with patch("sqlite3.connect", opened):
        yield effort
