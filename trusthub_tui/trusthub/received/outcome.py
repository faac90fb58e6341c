"""What is read from a text that came in, and the sentences for a text that cannot be read."""

from dataclasses import dataclass

from trusthub_tui.profile.submission import Reason


class NotRead(Exception):  # what came in is at fault, not the program
    """Something that cannot be read: a sentence, and what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class NoDecision(NotRead):
    """A text that holds no decision, or two that contradict each other."""


@dataclass(frozen=True, slots=True)
class ReadDecision:
    """What a text says about one profile."""

    approved: bool
    reasons: tuple[Reason, ...] = ()
    """Why it was rejected, in the order of the text; a rejection may come without any."""
    sid: str = ""
    """The SID of the profile, if the text names it."""
