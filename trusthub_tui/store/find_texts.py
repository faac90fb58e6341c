"""What find looks at in a large file: read once, and searched in memory for each letter of what is typed."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from trusthub_tui.profile.status import Status
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database
from trusthub_tui.store.folding import folded
from trusthub_tui.store.profile_line import BY_NEED, NEEDING, Counts

_LARGE: Final = 5_000
"""Profiles from which on looking at every row for each letter would be felt."""

_TEXTS: Final = (
    "SELECT key, rank, status, folded, lower(id), lower(next) FROM profile WHERE deleted_at IS NULL"
)


class FindTexts:
    """The texts of all profiles, as they stand in the file; some hundred bytes for each."""

    def __init__(self, database: Database, large: int = _LARGE) -> None:
        self._database = database
        self._large = large
        self._state = (-1, -1)
        self._texts: list[str] = []
        self._keys = array("q")
        self._needing = 0
        """How many need the user: the first so many of the list."""
        self._words: tuple[str, ...] = ()
        self._hits: Sequence[int] = ()

    def keys(self, words: tuple[str, ...], offset: int, limit: int) -> list[int] | None:
        """Return some of what has all words in it, in the order of the list; None where :meth:`counts` is."""
        if not self._searched(words):
            return None
        return [self._keys[hit] for hit in self._hits[offset : offset + limit]]

    def counts(self, words: tuple[str, ...]) -> Counts | None:
        """Return how many have all words in them; None where the file is small, or nothing is looked for."""
        if not self._searched(words):
            return None
        return Counts(len(self._hits), bisect_left(self._hits, self._needing))

    def _searched(self, words: tuple[str, ...]) -> bool:
        if not words or not self._is_large():
            return False
        state = self._database.versions()
        if state != self._state:
            self._load()
            self._state = state
        if words != self._words:
            self._hits = self._search(words)
            self._words = words
        return True

    def _is_large(self) -> bool:
        row = self._database.one("SELECT max(key) FROM profile")
        return bool(row and row[0] and row[0] >= self._large)

    def _load(self) -> None:
        rows = self._database.all(f"{_TEXTS}{BY_NEED}")
        labels = {status.value: folded(status.label) for status in Status}
        with sqlite_errors.readable(self._database.path):
            self._keys = array("q", (row[0] for row in rows))
            self._needing = sum(row[1] < NEEDING for row in rows)
            self._texts = [f"{row[3]}\n{row[4]}\n{row[5]}\n{labels.get(row[2], '')}" for row in rows]
        self._words, self._hits = (), range(len(rows))

    def _search(self, words: tuple[str, ...]) -> Sequence[int]:
        narrower = all(any(old in new for new in words) for old in self._words)
        hits: Sequence[int] = self._hits if narrower else range(len(self._texts))
        texts = self._texts
        for word in words:
            hits = [hit for hit in hits if word in texts[hit]]
        return hits
