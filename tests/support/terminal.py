"""The program in a pseudo-terminal: what a person at a terminal sees, and what is left of it afterwards."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pyte

PATIENCE = 30.0
"""Seconds until a test gives up waiting; a healthy program needs half a second to start."""

_LOOK = 0.05
"""Seconds until a test looks again although the program wrote nothing."""

MODES = {"alternate screen": "1049", "mouse": "1000", "any mouse": "1003", "bracketed paste": "2004"}


class Terminal:
    """A terminal with the program in it; ``under`` is a command that runs it, such as a tracer."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 100,
        rows: int = 30,
        environment: Mapping[str, str],
        under: Sequence[str] = (),
        program: Sequence[str] = (sys.executable, "-m", "trusthub_tui"),
        shell: Sequence[str] = (),
    ) -> None:
        """Start the program, or a shell in its place, which has the terminal for its own."""
        # Whoever runs the tests may tell them another size than that of this terminal.
        around = {name: text for name, text in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [*(shell or (*under, sys.executable, "-m", "trusthub_tui")), *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=(lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)) if shell else None,  # noqa: PLW1509 - no threads
            env={**around, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", **environment},
        )
        self._slave = slave
        self.written = b""
        self.stopped = False
        """Whether it takes nothing from the program, also not that modes are to be left."""
        self.slowest = 0
        """How many bytes a second the line carries; 0 for as many as there are."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def screen(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def caret(self) -> tuple[int, int]:
        """Column and line of the terminal's own cursor."""
        return self._screen.cursor.x, self._screen.cursor.y

    def until(self, wanted: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Read what the program writes until something is true."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if wanted():
                return
            self._read()
        raise AssertionError(f"{what} did not come about\n{self.screen}")

    def until_unread(self, wanted: Callable[[], bool], what: str) -> None:
        """Wait until something is true, and read nothing meanwhile."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if wanted():
                return
            time.sleep(_LOOK)
        raise AssertionError(f"{what} did not come about")

    def shows(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.until(lambda: text in self.screen, text)

    def send(self, text: str) -> None:
        """Press keys, as the bytes a terminal sends for them."""
        os.write(self._master, text.encode())

    def read_for(self, seconds: float) -> None:
        """Read what the program writes for some time, whatever that is."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(min(left, _LOOK))

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        self.signal(signal.SIGWINCH)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def stop(self) -> None:
        """Take nothing from the program from now on, as after Ctrl+S or over a line that has died."""
        termios.tcflow(self._slave, termios.TCOOFF)
        self.stopped = True

    def go_on(self) -> None:
        """Take again what the program writes."""
        termios.tcflow(self._slave, termios.TCOON)
        self.stopped = False

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def ended(self) -> int:
        """Wait for the program to end; returns its exit code."""
        if self._master >= 0:
            self.until(lambda: self.process.poll() is not None, "the end of the program")
            while self._read(0):
                continue
        return self.process.wait(PATIENCE)

    def mode(self, name: str) -> bool:
        """Whether the program has left a mode of the terminal switched on."""
        number = MODES[name].encode()
        return self.written.rfind(b"\x1b[?" + number + b"h") > self.written.rfind(b"\x1b[?" + number + b"l")

    @property
    def cursor_shown(self) -> bool:
        """Whether the terminal's cursor can be seen."""
        return self.written.rfind(b"\x1b[?25h") >= self.written.rfind(b"\x1b[?25l")

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was before the program started."""
        return not any(self.mode(name) for name in MODES) and self.cursor_shown and self.settings_restored

    @property
    def settings_restored(self) -> bool:
        """Whether the settings of the line are: what stty shows."""
        return bool(termios.tcgetattr(self._slave) == self.before)

    def close(self) -> None:
        """End what is left."""
        with suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)

    def _read(self, patience: float = _LOOK) -> bool:
        """Read once; returns whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], patience)
        if ready:
            with suppress(OSError):
                read = os.read(self._master, max(1, int(self.slowest * _LOOK)) if self.slowest else 1 << 16)
                self.written += read
                self._stream.feed(read)
                if self.slowest:
                    time.sleep(len(read) / self.slowest)
        return bool(ready)


@contextmanager
def terminal(file: Path, *arguments: str, **environment: str) -> Iterator[Terminal]:
    """Start the program on a file in a terminal of its own."""
    opened = Terminal("--db", str(file), *arguments, environment=environment)
    try:
        yield opened
    finally:
        opened.close()
