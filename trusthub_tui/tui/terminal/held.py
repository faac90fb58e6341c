"""The terminal, held for the program before Textual is there: nothing typed is shown or lost meanwhile.

Keys stay in the terminal's own queue, in their order, until Textual's driver reads them. Whatever comes
between, be it a signal, an interrupt or a fault, the terminal is given back as it was found.
"""

import os
import signal
import termios
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, Final, NamedTuple

from trusthub_tui.cells import in_ascii
from trusthub_tui.tui.drawing.cell_style import CellStyle

ALTERNATE: Final = "\x1b[?1049h"
"""Opens the other screen, empty; the first one stays as it is below."""

_BEGIN: Final = f"{ALTERNATE}\x1b[?7l\x1b[?2004h"
"""The other screen, lines that do not wrap, and pastes that are marked as such."""

_END: Final = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?1049l"
_END_OF_MODES: Final = "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[<u\x1b[?25h"
"""What Textual's driver switches on, switched off."""

_PATIENCE: Final = 1.5
"""Seconds in which a terminal has to take what gives it back; then the process ends without."""

_ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)

_LFLAG: Final = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_IFLAG: Final = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
"""What Textual's driver switches off."""


class HeldTerminal:
    """A terminal from the first frame until the program has ended, or Textual's driver looks after it."""

    def __init__(self, keyboard: int, screen: int, *, ascii_only: bool = False) -> None:
        """The two are the numbers of open files that both are the terminal. Raises ``termios.error``."""
        self._keyboard = keyboard
        self._screen = screen
        self._ascii_only = ascii_only
        self._before: list[Any] = termios.tcgetattr(keyboard)
        self._handlers: dict[signal.Signals, Any] = {}
        self._end = ""
        """What gives the terminal back; empty where there is nothing to give back."""

    def begin(self, painting: str) -> None:
        """Take the terminal and paint."""
        for number in _ENDING:
            self._handlers[number] = signal.signal(number, self._ended_by)
        self._end = _END
        ours = [*self._before[:6], list(self._before[6])]
        ours[0] &= ~_IFLAG
        ours[3] &= ~_LFLAG
        ours[6][termios.VMIN] = 1
        termios.tcsetattr(self._keyboard, termios.TCSANOW, ours)  # what was typed already stays to be read
        self.write(_BEGIN + painting)

    def write(self, painting: str) -> None:
        """Paint."""
        data = (in_ascii(painting) if self._ascii_only else painting).encode()
        while data:
            data = data[os.write(self._screen, data) :]

    def hand_over(self) -> list[Any]:
        """Let Textual's driver give the terminal back from now on; return how it was."""
        self._end = ""
        return self._before

    def give_back(self) -> None:
        """Leave the terminal as it was, unless somebody else does; may be called again and again."""
        end, self._end = self._end, ""
        if end:
            with suppress(OSError):
                self.write(end)
            self._as_it_was()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def _as_it_was(self) -> None:
        with suppress(termios.error):
            termios.tcsetattr(self._keyboard, termios.TCSANOW, self._before)

    def _ended_by(self, number: int, _frame: FrameType | None) -> None:
        """End the process: it has changed nothing yet. A terminal that takes nothing does not hold it up."""
        signal.signal(signal.SIGALRM, lambda *_: os._exit(128 + number))
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
        self._end = self._end or _END_OF_MODES + _END
        self.give_back()
        os._exit(128 + number)


class FirstFrame(NamedTuple):
    """What is on the terminal already: every row of the window as pieces of text."""

    held: HeldTerminal
    width: int
    height: int
    rows: Sequence[Sequence[tuple[str, CellStyle]]]
