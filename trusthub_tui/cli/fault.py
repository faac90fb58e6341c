"""How a command ends: its exit codes, and what stands in its way."""

from enum import IntEnum
from typing import Final

from trusthub_tui.profile.errors import ExplainedError

NAME: Final = "trusthub-tui"


class ExitCode(IntEnum):
    """What the exit code of a command means; each has one cause only."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    HAS_PROBLEMS = 3
    NOT_FOUND = 4
    LOCKED = 5
    CREDENTIALS = 6
    NOT_REACHABLE = 7
    BOTH_CHANGED = 8
    ONLY_IN_CONSOLE = 9
    STILL_IN_REVIEW = 10
    INTERRUPTED = 130

    @property
    def word(self) -> str:
        """The name of the cause in JSON, such as ``not-found``."""
        return self.name.lower().replace("_", "-")


class Fault(ExplainedError):
    """Something that ends the command, and the exit code it ends with."""

    def __init__(self, message: str, remedy: str = "", code: ExitCode = ExitCode.FAILED) -> None:
        super().__init__(message, remedy)
        self.code = code
