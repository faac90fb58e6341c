"""What was sent for review and what came back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.status import Status

PRACTICE: Final = "practice"
"""The reviewer that is built in."""

TWILIO: Final = "twilio"
"""Twilio itself: the profile was filed in the Console."""


class Reason(NamedTuple):
    """One reason of a rejection."""

    code: int
    paths: tuple[str, ...] = ()
    """The questions it concerns, the most likely one first."""
    words: tuple[str, ...] = ()
    """The reviewer's own sentences as received; often none."""


class Decision(NamedTuple):
    """The reviewer's answer to one submission: approved, or rejected with reasons."""

    approved: bool
    decided_at: datetime
    reasons: tuple[Reason, ...] = ()


class Submission(NamedTuple):
    """A numbered, immutable copy of the answers that was sent for review."""

    profile_id: str
    version: int
    answers: Answers
    submitted_at: datetime
    hub: str
    """Who reviews: :data:`PRACTICE` or :data:`TWILIO`."""
    due_at: datetime | None = None
    """When a decision can be expected, if the reviewer promised a time."""
    decision: Decision | None = None


def standing_of(submissions: Sequence[Submission]) -> Submission | None:
    """Return the submission that a profile's status follows: the newest at Twilio, else the newest of all.

    Twilio's word stands until the profile is filed there again, whatever is rehearsed meanwhile.
    """
    filed = [submission for submission in submissions if submission.hub == TWILIO]
    newest = filed or submissions
    return newest[-1] if newest else None


def rehearsal_of(submissions: Sequence[Submission]) -> Submission | None:
    """Return the newest submission where it only rehearses beside Twilio's word."""
    newest = submissions[-1] if submissions else None
    return None if newest is standing_of(submissions) else newest


def status_after(decision: Decision | None) -> Status:
    """Return the status a decision leads to; None is a submission that nobody has decided on yet."""
    if decision is None:
        return Status.IN_REVIEW
    return Status.APPROVED if decision.approved else Status.REJECTED
