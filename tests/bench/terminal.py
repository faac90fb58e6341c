"""A program in a pseudo-terminal: press keys, see the screen, know when each byte came.

Times are taken when bytes are read, before anything looks at them, so that the emulator's work is not
counted against the program.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

COLUMNS, ROWS = 100, 30
PATIENCE = 20.0
"""Seconds until a program that does not do what it should is given up."""

QUIET = 0.12
"""Seconds of silence after which a key's work counts as finished."""

_KEYS = {
    "f1": "\x1bOP",
    "f5": "\x1b[15~",
    "f7": "\x1b[18~",
    "f9": "\x1b[20~",
    "enter": "\r",
    "tab": "\t",
    "down": "\x1b[B",
    "ctrl+q": "\x11",
}
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\??[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|P.*)?\Z", re.DOTALL)
_MODES = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
_QUERY = re.compile(r"\x1b\[\?(\d+)\$p")
_SYNCHRONIZED = "2026"
_ON_FROM_THE_START = {"7", "25"}


class GaveUpError(Exception):
    """The program did not do what it should in time."""


class Terminal:
    """One program, from its start until it is gone."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.bytes = 0
        self.seconds_to_end = 0.0
        self.modes = set(_ON_FROM_THE_START)
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._code: int | None = None
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), environment)  # noqa: S606 - our own programs
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._flags = termios.tcgetattr(self._fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def restored(self) -> bool:
        """Whether modes and flags are those from before the start."""
        return self.modes == _ON_FROM_THE_START and termios.tcgetattr(self._fd) == self._flags

    def press(self, key: str) -> float:
        """Send a key, by name or as text; returns when."""
        data = _KEYS.get(key, key).encode()
        at = time.perf_counter()
        os.write(self._fd, data)
        return at

    def until(self, shown: str | Callable[[str], bool]) -> float:
        """Wait until the screen shows something; returns when the bytes that made it so arrived."""
        fits = shown if callable(shown) else lambda text: shown in text
        give_up = time.perf_counter() + PATIENCE
        while time.perf_counter() < give_up:
            at = self._read(give_up - time.perf_counter())
            if at and fits(self.text):
                return at
            if at is None:
                break
        raise GaveUpError(f"{shown} did not come\n{self.text}")

    def quiet(self, seconds: float = QUIET) -> float:
        """Wait for silence, but not for a cursor that blinks for ever; returns when the last bytes came."""
        last = began = time.perf_counter()
        while last - began < 3 * seconds and (at := self._read(seconds)):
            last = at
        return last

    def read_for(self, seconds: float) -> None:
        """Take what comes within some time."""
        self._read(seconds)

    def taken(self, key: str, shown: str | Callable[[str], bool]) -> tuple[float, float, int]:
        """Press a key; returns seconds until something shows, until silence, and the bytes in all."""
        before = self.bytes
        pressed = self.press(key)
        first = self.until(shown)
        count = self.bytes
        last = self.quiet()
        return first - pressed, (last if self.bytes > count else first) - pressed, self.bytes - before

    def ended(self) -> int:
        """Wait for the end of the program; returns its exit code."""
        give_up = time.perf_counter() + PATIENCE
        while time.perf_counter() < give_up:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
                while self._read(0.05):
                    pass
                return self._code
            self._read(0.002)
        raise GaveUpError(f"it did not end\n{self.text}")

    def memory(self) -> float:
        """Return the most memory it ever had, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0

    def cpu(self) -> float:
        """Return the processor time of all its threads so far, in seconds."""
        files = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(file.read_text(encoding="ascii").split()[0]) for file in files) / 1e9

    def _read(self, seconds: float) -> float | None:
        """Take what comes; returns when it came, or None when nothing did."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
        if not ready:
            return None
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the other side is closed: the program has ended
            return None
        at = time.perf_counter()
        if not data:
            return None
        self.bytes += len(data)
        self._show(self._decoder.decode(data))
        return at

    def _show(self, text: str) -> None:
        text = self._rest + text
        unfinished = _UNFINISHED.search(text)
        cut = unfinished.start() if unfinished else len(text)
        text, self._rest = text[:cut], text[cut:]
        for numbers, way in _MODES.findall(text):
            change: Any = self.modes.update if way == "h" else self.modes.difference_update
            change(numbers.split(";"))
        for number in _QUERY.findall(text):
            known = 2 if number == _SYNCHRONIZED else 0
            os.write(self._fd, f"\x1b[?{number};{known}$y".encode())
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text))
