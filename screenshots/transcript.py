"""A conversation in plain questions, from a new profile through a rejection to an approval."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC
from pathlib import Path
from typing import Final

from screenshots.cast import GOOD, Cast
from screenshots.command_lines import COMMANDS, command_lines
from tests.support.answering import Line, Script
from trusthub_tui.plain.conversation import converse
from trusthub_tui.plain.talk import Talk
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import QUESTIONS

PLAIN: Final = "plain.txt"
"""The file the transcript is in."""


def transcript() -> str:
    """Play the conversation and return what was said and typed."""
    with tempfile.TemporaryDirectory() as folder:
        cast = Cast(Path(folder) / "data" / "profiles.db")
        with cast.store:
            voice = Script(_lines(lambda: cast.clock.forward(seconds=31)))
            converse(Talk(voice, cast.store, cast.filing, cast.clock, UTC), new=True)
    return "\n".join(line.rstrip() for line in voice.heard.lines) + "\n"


def form() -> Sequence[str]:
    """Return what is typed from the first question to the review."""
    typed: dict[str, tuple[str, ...]] = {path: (GOOD.get(path, ""),) for path in QUESTIONS}
    typed[paths.COUNTRY] = ("usa",)
    typed[paths.STREET] = ("PO Box 12",)
    typed[paths.BUSINESS_TYPE] = ("corp",)
    typed[paths.ID_NUMBER] = ("84-19273", ":why", GOOD[paths.ID_NUMBER])
    typed[paths.REGIONS] = ("usa, europe",)
    return [line for path in QUESTIONS for line in typed[path]]


def _lines(wait: Callable[[], None]) -> Sequence[Line]:
    rejected = ("submit", "yes", wait, "")
    put_right = ("1", GOOD[paths.STREET], ":changes", ":submit", "yes", wait, "")
    filed = (":reopen", ":filed", "", "yes", ":decide", _E_MAIL, "yes", ":undo", ":explain 20003")
    gone = (":history", ":delete", "yes", ":undo", ":quit")
    return (*form(), *rejected, *put_right, *filed, *gone)


_E_MAIL: Final = (
    "Subject: Your Customer Profile was rejected",
    "Error 18602: The business registration number could not be verified.",
)
TRANSCRIPTS: Final[Mapping[str, Callable[[], str]]] = {PLAIN: transcript, COMMANDS: command_lines}
"""By the names of the files they are in."""
