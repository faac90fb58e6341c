"""Short messages at the edge of the screen: one at a time, gone with the next key once they could be read."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from textual.app import App

READING_SECONDS = 0.8
"""How long a message stays whatever is pressed."""


class Notices:
    """Shows messages and takes them away again."""

    def __init__(self, app: App[Any], clock: Callable[[], datetime]) -> None:
        """``clock`` tells the time; a message stays by it."""
        self._app = app
        self._clock = clock
        self._stays_until: datetime | None = None

    def show(
        self, message: str, *, title: str = "", alarm: bool = False, stays: float = READING_SECONDS
    ) -> None:
        """Show a message instead of the one before; it stays for so many seconds at least."""
        self._clear()
        self._app.notify(
            message,
            title=title,
            severity="warning" if alarm else "information",
            markup=False,
            timeout=max(8.0, stays),
        )
        self._stays_until = self._clock() + timedelta(seconds=stays)
        self.make_room()

    def make_room(self) -> None:
        """Keep the message out of the half of the screen in which the user is."""
        if self._stays_until is not None:
            screen = self._app.screen
            screen.set_class(self._app.cursor_position.y >= screen.size.height // 2, "-notices-on-top")

    def move_on(self) -> None:
        """Take messages off a screen that is about to be covered: whatever covers it shows them."""
        self._app.screen.query("ToastHolder").remove()

    def key_pressed(self) -> None:
        """The user goes on: what could be read goes away."""
        if self._stays_until is not None and self._clock() >= self._stays_until:
            self._stays_until = None
            self._clear()

    def _clear(self) -> None:
        """Take all messages away, and the empty places Textual leaves of them, which push the next ones."""
        self._app.clear_notifications()
        for screen in self._app.screen_stack:
            screen.query("ToastHolder").remove()
