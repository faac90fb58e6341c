"""Start the full-screen program and leave the terminal as it was, however the program ends."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

from rich.text import Text
from textual.drivers.linux_driver import LinuxDriver

from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.tui.app import TrustHubApp
from trusthub_tui.tui.opening import Opening
from trusthub_tui.tui.services import Services

__all__ = ["Opening", "launch"]

_SHOW_CURSOR = "\x1b[?25h"


class ShownCursorDriver(LinuxDriver):
    """Leaves the terminal's cursor visible: magnifiers and screen readers follow it to the caret."""

    def start_application_mode(self) -> None:
        """Start as usual, then show the cursor again."""
        super().start_application_mode()
        self.write(_SHOW_CURSOR)
        self.flush()


class _Running(TrustHubApp):
    """The program in a real terminal."""

    def on_mount(self) -> None:
        """Close like a normal exit when the terminal goes away or somebody ends the process."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._ended, number)
        self.call_after_refresh(_collect_from_here)

    def _ended(self, number: int) -> None:
        page = self.page
        draft = page.draft if page else None
        self.exit(draft.id if draft else None, return_code=128 + number)

    def _fatal_error(self) -> None:
        """Say what happened without a traceback, which would show answers."""
        error = sys.exc_info()[1]
        self.panic(
            Text(
                f"The program met an error it did not expect ({type(error).__name__}). "
                "Everything you typed before is saved."
            )
        )


def _collect_from_here() -> None:
    """Collect garbage from now on, but never search what the start has made: modules stay."""
    gc.freeze()
    gc.enable()


def launch(store: Store, filing: Filing, clock: Callable[[], datetime], opening: Opening) -> str | None:
    """Run until the user leaves; return the ID of the profile that was open last, or None.

    A caller may switch the garbage collector off before importing this; the first paint switches it on again.

    Raises:
        StoreError: the profile to open is not there, or a new one cannot be made.
        SystemExit: the program was ended by a signal or an unexpected error; the code says which.
    """
    options: dict[str, Any] = {"driver_class": ShownCursorDriver}
    app = _Running(Services(store, filing, clock), opening, **options)
    last = app.run()
    gc.freeze()  # the process ends: searching everything for garbage once more would take as long as the rest
    if app.return_code:
        sys.exit(app.return_code)
    return last
