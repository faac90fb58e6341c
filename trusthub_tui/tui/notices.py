"""Short messages in the row above the keys: gone with the next key once they could be read.

All of them come through here, from whatever part of the program. A fault is told once, however many parts
meet it; another fault that comes before the first could be read stands below it, where few rows have room
for both.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from textual.app import App

from trusthub_tui.cells import wrapped

READING_SECONDS = 0.8
"""How long a message stays whatever is pressed."""

CHANGED: Final = "Changed in another window: go back and look again"
"""What a dialog says that cannot show anew what it is about, and does nothing any more."""

_ALARM_SECONDS: Final = 2.0
"""The same for a failure."""

_SHARE: Final = 6
"""Two messages together may take one in so many rows of the screen."""

_SHOWN_SECONDS: Final = 3600.0
"""How long a message stays where nothing is pressed."""


class Notices:
    """Shows messages and takes them away again."""

    def __init__(self, app: App[Any], clock: Callable[[], datetime]) -> None:
        """``clock`` tells the time; a message stays by it."""
        self._app = app
        self._clock = clock
        self._told: dict[str, str] = {}
        """What is shown: a message for each thing it is about."""
        self._alarm = False
        self._stays_until: datetime | None = None
        self._gone_at: datetime | None = None

    def show(
        self,
        message: str,
        *,
        title: str = "",
        alarm: bool = False,
        stays: float = READING_SECONDS,
        about: str = "",
    ) -> None:
        """Show a message instead of the one before; it stays for so many seconds at least.

        ``about`` is the fault it tells of, in its own words: of two messages about one fault the newer is
        shown. An alarm that could not be read yet stays beside what comes now.
        """
        now, about = self._clock(), about or message
        message = f"{title}: {message}" if title else message
        stays = max(stays, _ALARM_SECONDS) if alarm else stays
        if self._is_shown(now) and self._told.get(about) == message:
            return
        told = self._told if self._alarm and self._is_unread(now) else {}
        self._clear()
        self._told = {**{other: text for other, text in told.items() if other != about}, about: message}
        if not self._fits():
            self._told = {about: message}
        self._alarm = alarm or (len(self._told) > 1)
        self._app.notify(
            "\n".join(self._told.values()),
            severity="warning" if self._alarm else "information",
            markup=False,
            timeout=max(_SHOWN_SECONDS, stays),
        )
        self._stays_until = now + timedelta(seconds=stays)
        self._gone_at = now + timedelta(seconds=max(_SHOWN_SECONDS, stays))
        self.make_room()

    def _fits(self) -> bool:
        """Whether few rows have room for all that is told."""
        return self._rows <= self._app.screen.size.height // _SHARE

    @property
    def _rows(self) -> int:
        """How many rows it takes."""
        width = max(1, self._app.screen.size.width - 2)
        return sum(len(wrapped(text, width)) for text in self._told.values())

    def _is_shown(self, now: datetime) -> bool:
        return self._gone_at is not None and now < self._gone_at

    def _is_unread(self, now: datetime) -> bool:
        return self._stays_until is not None and now < self._stays_until

    def make_room(self) -> None:
        """Keep the message off the line in which the user is: then it stands below the title."""
        if self._stays_until is not None:
            screen = self._app.screen
            first = screen.size.height - 1 - self._rows
            focused = screen.focused.region if screen.focused is not None else screen.region
            below = focused.bottom if focused.height < screen.size.height // 2 else 0
            low = self._app.cursor_position.y >= first or below > first
            screen.set_class(low, "-notices-on-top")

    def move_on(self) -> None:
        """Take messages off a screen that is about to be covered: whatever covers it shows them."""
        self._app.screen.query("ToastHolder").remove()

    def key_pressed(self) -> None:
        """The user goes on: what could be read goes away."""
        if self._stays_until is not None and self._clock() >= self._stays_until:
            self._clear()

    def _clear(self) -> None:
        """Take all messages away, and the empty places Textual leaves of them, which push the next ones."""
        self._told, self._stays_until, self._gone_at = {}, None, None
        self._app.clear_notifications()
        for screen in self._app.screen_stack:
            screen.query("ToastHolder").remove()
