"""A conversation in plain questions, from a new profile through a rejection to an approval."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path
from typing import Final

from screenshots.cast import GOOD, Cast
from trusthub_tui.plain.conversation import converse
from trusthub_tui.plain.talk import Talk
from trusthub_tui.plain.voice import Ended
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS

PLAIN: Final = "plain.txt"
"""The file the transcript is in."""

Line = str | Callable[[], None]
"""What is typed, or what happens before the next line."""


class _Reader:
    """Types lines from a list and writes down everything that is said."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._left = list(lines)
        self.told: list[str] = []

    def say(self, text: str = "") -> None:
        self.told.append(text)

    def hear(self, prompt: str, so_far: str = "") -> tuple[str, ...]:
        typed = self._next()
        self.told.append(f"{prompt} {typed}".rstrip())
        return (typed,)

    def hear_all(self) -> str:
        return self._next()

    def _next(self) -> str:
        while self._left:
            line = self._left.pop(0)
            if not callable(line):
                return line
            line()
        raise Ended


def transcript() -> str:
    """Play the conversation and return what was said and typed."""
    with tempfile.TemporaryDirectory() as folder:
        cast = Cast(Path(folder) / "data" / "profiles.db")
        with cast.store:
            voice = _Reader(_lines(lambda: cast.clock.forward(seconds=31)))
            converse(Talk(voice, cast.store, cast.filing, cast.clock, UTC), new=True)
    return "\n".join(voice.told) + "\n"


def _lines(wait: Callable[[], None]) -> Sequence[Line]:
    typed: dict[str, tuple[str, ...]] = {path: (GOOD.get(path, ""),) for path in QUESTIONS}
    typed[paths.COUNTRY] = ("usa",)
    typed[paths.STREET] = ("PO Box 12", "")
    typed[paths.BUSINESS_TYPE] = ("corp",)
    typed[paths.ID_NUMBER] = ("84-19273", ":why", GOOD[paths.ID_NUMBER])
    typed[paths.REGIONS] = ("usa, europe",)
    asked = [line for path in QUESTIONS for line in typed[path]]
    rejected = ("submit", "yes", wait, "")
    put_right = ("1", GOOD[paths.STREET], ":status", ":submit", "yes", wait, "", ":quit")
    return (*asked, *rejected, *put_right)
