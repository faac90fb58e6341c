"""Which choices were taken last in long lists, in any profile: they stand first in the next chooser."""

from typing import Final

from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.preferences import Preferences

_REMEMBERED: Final = 5
"""Choices that are remembered for each question."""


class LastUsed:
    """The choices taken last, by question; the newest first."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def of(self, path: str) -> tuple[str, ...]:
        """Return them for a question; none where they cannot be read: the list is then in its own order."""
        try:
            remembered = self._preferences.get(f"{_PREFIX}{path}")
        except StoreError:
            return ()
        return tuple(value for value in remembered.split(_BETWEEN) if value)

    def note(self, path: str, value: str) -> None:
        """Remember a choice. Raises any StoreError; the answer itself is saved elsewhere."""
        newest = [value, *(other for other in self.of(path) if other != value)][:_REMEMBERED]
        self._preferences.set(f"{_PREFIX}{path}", _BETWEEN.join(newest))


_PREFIX: Final = "last used "
_BETWEEN: Final = ";"
