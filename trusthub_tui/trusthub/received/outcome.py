"""What is read from a text that came in, and the sentences for a text that cannot be read."""

from dataclasses import dataclass

from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.submission import Reason


class NotRead(ExplainedError):
    """Something that cannot be read: what came in is at fault, not the program."""


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
