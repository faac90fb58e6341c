"""The terminal as Textual's driver, told apart from one that has gone away.

Leans on what is private in Textual: :class:`LinuxDriver`, its ``exit_event``, ``fileno`` and
``process_message``, and what it does on SIGCONT. Textual offers no public way to read the keyboard otherwise.
"""

import os
import select
import signal
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from trusthub_tui.cells import in_ascii
from trusthub_tui.tui.terminal.held import ALTERNATE, HeldTerminal
from trusthub_tui.tui.terminal.keyboard import Keyboard

if TYPE_CHECKING:
    from textual.app import App

_SHOW_CURSOR = "\x1b[?25h"

_DIGITS = "\x1b>"
"""The keypad sends its digits, and no sequences that stand for them."""

_WHICH_KEYS = "\x1b[?u"
"""Asks which keys are sent in kitty's way; only a terminal that knows it answers."""

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

    def __init__(
        self,
        app: "App[Any]",
        *,
        held: HeldTerminal | None = None,
        ascii_only: bool = False,
        **options: Any,
    ) -> None:
        """``held`` is the terminal that shows the first frame already; ``options`` are Textual's own."""
        super().__init__(app, **options)
        self._ascii_only = ascii_only
        self._held = held

    def start_application_mode(self) -> None:
        """Start as usual, then show the cursor again, and settle what the keys send."""
        super().start_application_mode()
        if self._held is not None:
            self.attrs_before = self._held.hand_over()
            self._held = None
        self.write(_SHOW_CURSOR + _DIGITS + _WHICH_KEYS)
        self.flush()

    def _sigcont_application(self, *given: object) -> None:
        """Go on after a stop; of SIGSTOP nobody heard, so the terminal is given back before it is taken anew.

        Otherwise how it is now would count as how it was, and it would be left like that in the end.
        """
        if self._auto_restart and not self._must_signal_resume:
            self.suspend_application_mode()
        super()._sigcont_application(*given)

    def write(self, data: str) -> None:
        """Write to the terminal; one that has gone away would take nothing, and the program would wait."""
        # The other screen is open already where it was held: opened again, it would be empty.
        if not self._gone and not (self._held is not None and data == ALTERNATE):
            super().write(in_ascii(data) if self._ascii_only else data)

    def run_input_thread(self) -> None:
        """Hand on what is pressed; a terminal that has gone away is told as the kernel tells it: SIGHUP."""
        keyboard = Keyboard(linux_console=os.environ.get("TERM", "").startswith("linux"))
        while not self.exit_event.is_set():
            if self._has_input():
                read = self._read()
                if not read:
                    self._gone = not os.isatty(_OUTPUT)
                    signal.raise_signal(signal.SIGHUP)
                    return
                for message in keyboard.feed(read):
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
