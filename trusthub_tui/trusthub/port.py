"""What any reviewer looks like to the rest of the program."""

from datetime import datetime
from typing import NamedTuple, Protocol

from trusthub_tui.profile.submission import Decision, Submission


class Receipt(NamedTuple):
    """What a reviewer says when it is given a submission."""

    due_at: datetime | None = None
    """When a decision can be expected; None when no time is promised."""
    decision: Decision | None = None
    """The decision, where it is made at once."""


class TrustHub(Protocol):
    """Whoever reviews submissions: the practice Trust Hub, or another."""

    @property
    def name(self) -> str:
        """What stands with each submission in the file, such as ``practice``."""

    def submit(self, submission: Submission) -> Receipt:
        """Take a submission in, and say when its decision can be expected."""

    def decision(self, submission: Submission, now: datetime) -> Decision | None:
        """Return the decision on a submission taken earlier, or None while there is none."""
