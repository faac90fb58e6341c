"""Which windows have a draft open: one of them writes, the others read until they take over.

A window that is gone blocks nobody: its process has ended, or it has not said for long that it is still there
(a process of another machine or container cannot be asked, and numbers of processes are used again).
"""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database, Row
from trusthub_tui.store.ids import found
from trusthub_tui.store.part_file import is_running
from trusthub_tui.store.records import number, text
from trusthub_tui.store.times import time_from_text, time_to_text

BEAT: Final = timedelta(seconds=30)
"""How often a window should say that it is still there."""

SILENCE: Final = 4 * BEAT
"""After how long a window that said nothing is taken for gone."""

_WRITER: Final = "SELECT id, pid, host, opened_at, seen_at FROM window WHERE profile_key = ? AND writes = 1"


class Holder(NamedTuple):
    """Another window that may write to a draft."""

    pid: int
    host: str
    here: bool
    """Whether it runs on this machine."""
    since: datetime
    """When it opened the draft, or took it over."""


class Windows:
    """This window among all that have a draft of the file open; it has at most one open at a time."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        entropy: Callable[[int], bytes],
        *,
        host: str = "",
        pid: int | None = None,
        runs: Callable[[int], bool] | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._entropy = entropy
        self._made_id = ""
        self._host = host or os.uname().nodename
        self._pid = os.getpid() if pid is None else pid
        self._runs = runs or is_running

    @property
    def _id(self) -> str:
        self._made_id = self._made_id or self._entropy(8).hex()
        return self._made_id

    def open(self, profile_id: str) -> Holder | None:
        """Say that this window has a draft open; return who may write to it, None for this window itself.

        To be said again with every :data:`BEAT`. The answer then is another window after that has taken over,
        and this one again once that is gone. ProfileNotFound where there is no such
        profile; ReadOnlyFile where nobody can write.
        """
        with self._database.transaction():
            key = found(self._database, profile_id).key
            holder = self._holder(key)
            self._enter(key, writes=holder is None)
        return holder

    def writer(self, profile_id: str) -> Holder | None:
        """Return which other window may write to a draft, if there is one; changes nothing."""
        return self._holder(found(self._database, profile_id).key)

    def take_over(self, profile_id: str) -> None:
        """Let this window write to a draft, and none of the others any more."""
        with self._database.transaction():
            key = found(self._database, profile_id).key
            self._enter(key, writes=True)

    def close(self) -> None:
        """Say that this window has no draft open any more; nothing happens where nothing can be written."""
        if self._made_id and self._database.one("SELECT 1 FROM window WHERE id = ?", self._id):
            with self._database.transaction():
                self._database.run("DELETE FROM window WHERE id = ?", self._id)

    def _enter(self, key: int, *, writes: bool) -> None:
        at = self._clock()
        now = time_to_text(at)
        self._database.run(
            "DELETE FROM window WHERE profile_key = ? AND id <> ? AND seen_at < ?",
            *(key, self._id, time_to_text(at - SILENCE)),
        )
        if writes:
            # Whoever had it is gone, or has just lost it.
            self._database.run(
                "UPDATE window SET writes = 0 WHERE profile_key = ? AND id <> ?", key, self._id
            )
        self._database.run(
            "INSERT INTO window (id, profile_key, pid, host, opened_at, seen_at, writes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET opened_at = CASE"
            " WHEN (profile_key, writes) = (excluded.profile_key, excluded.writes) THEN opened_at"
            " ELSE excluded.opened_at END, profile_key = excluded.profile_key, seen_at = excluded.seen_at,"
            " writes = excluded.writes",
            *(self._id, key, self._pid, self._host, now, now, int(writes)),
        )

    def _holder(self, key: int) -> Holder | None:
        row = self._database.one(_WRITER, key)
        if row is None:
            return None
        with sqlite_errors.readable(self._database.path):
            return None if row[0] == self._id or self._is_gone(row) else self._read(row)

    def _is_gone(self, row: Row) -> bool:
        _, pid, host, _, seen_at = row
        if self._clock() - time_from_text(seen_at) > SILENCE:
            return True
        return text(host) == self._host and not self._runs(number(pid))

    def _read(self, row: Row) -> Holder:
        _, pid, host, opened_at, _ = row
        return Holder(number(pid), text(host), text(host) == self._host, time_from_text(opened_at))
