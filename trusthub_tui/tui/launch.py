"""Start the full-screen program and leave the terminal as it was, however the program ends."""

import gc
import os
import select
import signal
import sys
from codecs import getincrementaldecoder
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
from trusthub_tui.tui.terminal import signals
from trusthub_tui.tui.terminal.keyboard import Keyboard

__all__ = ["Opening", "launch"]

_SHOW_CURSOR = "\x1b[?25h"

_OUTPUT = 2
"""Standard error: where Textual's driver writes."""

_BLINK = 0.1
"""Seconds to wait for input before looking whether Escape was pressed alone, or the program ends."""

_AT_ONCE = 4096
"""Bytes to take from the terminal at a time."""


class TerminalDriver(LinuxDriver):
    """The terminal, until it goes away.

    The terminal's cursor stays visible: magnifiers and screen readers follow it to the caret.
    """

    _gone = False

    def start_application_mode(self) -> None:
        """Start as usual, then show the cursor again."""
        super().start_application_mode()
        self.write(_SHOW_CURSOR)
        self.flush()

    def write(self, data: str) -> None:
        """Write to the terminal; one that has gone away would take nothing, and the program would wait."""
        if not self._gone:
            super().write(data)

    def run_input_thread(self) -> None:
        """Hand on what is pressed; a terminal that has gone away is told as the kernel tells it: SIGHUP."""
        keyboard = Keyboard()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            if self._has_input():
                read = self._read()
                if not read:
                    self._gone = not os.isatty(_OUTPUT)
                    signal.raise_signal(signal.SIGHUP)
                    return
                for message in keyboard.feed(text) if (text := decode(read)) else ():
                    self.process_message(message)
            for message in keyboard.tick():
                self.process_message(message)

    def _has_input(self) -> bool:
        ready, _, _ = select.select([self.fileno], [], [], _BLINK)
        return bool(ready)

    def _read(self) -> bytes:
        """Read what has arrived: nothing once the terminal has gone away."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""


class _Running(TrustHubApp):
    """The program in a real terminal."""

    def on_mount(self) -> None:
        """Close like a normal exit when the terminal goes away or somebody ends the process."""
        signals.listen(self._ended)
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
    options: dict[str, Any] = {"driver_class": TerminalDriver}
    app = _Running(Services(store, filing, clock), opening, **options)
    with signals.handlers_kept():
        last = app.run()
    gc.freeze()  # the process ends: searching everything for garbage once more would take as long as the rest
    if app.return_code:
        sys.exit(app.return_code)
    return last
