"""What speaks and listens, line by line: nothing that was said is painted over, and a paste stays whole."""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from types import FrameType
from typing import Final, Protocol

from trusthub_tui.ascii_letters import in_ascii
from trusthub_tui.profile.answers import clean

_A_BREATH: Final = 0.03
"""Seconds within which the lines of one paste arrive."""

_FULL_STOP: Final = "."


class Ended(Exception):
    """The input has ended: nobody answers any more."""


class Voice(Protocol):
    """Somebody who reads lines aloud and takes answers down."""

    def say(self, text: str = "") -> None:
        """Say one line, without what no terminal may be sent."""

    def hear(self, prompt: str, so_far: str = "") -> tuple[str, ...]:
        """Ask and return the answer: one line, or those of a paste. ``so_far`` can be called up and edited.

        Raises:
            Ended: there is no more input.
        """

    def hear_all(self) -> str:
        """Return several lines, up to one that is a full stop and nothing else, or the end of the input.

        A command in the place of the first one is all there is.
        """


class TerminalVoice:
    """Speaks on standard output and listens on standard input, line by line."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        self._ascii_only = ascii_only
        self._remember: Callable[[str], None] | None = None
        self._ahead: list[str] = []
        """Lines that came in one piece with others, and are an answer or a command of their own."""
        self._broken_off = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Let answers be edited while they are typed, where Python can, without a single escape sequence.

        Ctrl+C ends the conversation whenever it comes: libraries that are being loaded may swallow what it
        raises, so it is raised again before the next answer.
        """
        terminal = os.environ.get("TERM")
        before = signal.signal(signal.SIGINT, self._break_off)
        os.environ["TERM"] = "dumb"  # read when the first line is
        try:
            self._remember = _edited_lines()
            yield
        finally:
            signal.signal(signal.SIGINT, before)
            if terminal is None:
                del os.environ["TERM"]
            else:
                os.environ["TERM"] = terminal

    def say(self, text: str = "") -> None:
        """Say one line."""
        sys.stdout.write(f"{self._spelled(clean(text))}\n")
        sys.stdout.flush()

    def hear(self, prompt: str, so_far: str = "") -> tuple[str, ...]:
        """Ask, and return what is answered."""
        typed_ahead = bool(self._ahead) or _more_waits(0)
        if self._remember is not None:
            self._remember(so_far)
        lines = [self._line(f"{prompt} ")]
        if typed_ahead:
            return tuple(lines)
        while _more_waits(_A_BREATH):
            lines.append(self._line(""))
        answer = list(takewhile(lambda line: not _is_command(line), lines[1:]))
        self._ahead = lines[1 + len(answer) :]
        return (lines[0], *answer)

    def hear_all(self) -> str:
        """Return the lines somebody types or pastes, up to a full stop that stands alone."""
        lines: list[str] = []
        try:
            while (line := self._line("")).strip() != _FULL_STOP:
                lines.append(line)
                if _is_command(lines[0]):
                    break
        except Ended:
            if not lines:
                raise
        return "\n".join(lines)

    def _line(self, prompt: str) -> str:
        if self._broken_off:
            raise KeyboardInterrupt
        if self._ahead:
            return self._ahead.pop(0)
        try:
            return input(self._spelled(clean(prompt)))
        except EOFError:
            self.say()
            raise Ended from None

    def _break_off(self, _number: int, _frame: FrameType | None) -> None:
        self._broken_off = True
        raise KeyboardInterrupt

    def _spelled(self, text: str) -> str:
        return in_ascii(text) if self._ascii_only else text


def _is_command(line: str) -> bool:
    return line.lstrip().startswith(":")


def _edited_lines() -> Callable[[str], None] | None:
    """Switch line editing on; return how to offer a text for editing, None where Python cannot edit lines."""
    try:
        import readline
    except ImportError:
        return None
    readline.parse_and_bind("set enable-bracketed-paste off")
    readline.set_auto_history(False)  # answers are private: Up brings back this one alone

    def remember(text: str) -> None:
        readline.clear_history()
        if text:
            readline.add_history(text)

    return remember


def _more_waits(seconds: float) -> bool:
    """Whether the user has sent more than was read; never where the input is no terminal."""
    if not sys.stdin.isatty():
        return False
    readable, _, _ = select.select([sys.stdin], [], [], seconds)
    return bool(readable)
