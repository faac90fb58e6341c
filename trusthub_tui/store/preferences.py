"""What the user prefers, such as a theme: a few short texts by name."""

from trusthub_tui.profile.answers import clean
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.database import Database


class Preferences:
    """All preferences; a change is safe on disk when :meth:`set` returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: str = "") -> str:
        """Return a preference, or ``default`` where none was set."""
        row = self._database.one("SELECT text FROM preference WHERE name = ?", name)
        with sqlite_errors.readable(self._database.path):
            return default if row is None else clean(row[0])

    def set(self, name: str, value: str) -> None:
        """Remember a setting under its name."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO preference (name, text) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET text = excluded.text",
                *(name, clean(value)),
            )
