"""What the user acknowledges: "It is right", said with a note about a finding or a rejection reason."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.submission import Reason, Submission

_REASON: Final = "reason"


class Acknowledgement(NamedTuple):
    """One "It is right". It counts only as long as what it was said about stays the same."""

    path: str
    """The question; for a reason the first of its questions, empty where it has none."""
    rule: str
    """The rule of the finding, such as ``email.free``; for a reason ``reason.18602``."""
    answer: str
    """The question's answer at that time, as typed; for a reason the number of the rejected version."""
    note: str
    """Why it is right, in the user's words; may be empty."""
    at: datetime


class ReasonState(StrEnum):
    """How far a reason of a rejection has been dealt with. The value is the word for it."""

    TO_FIX = "To fix"
    CHANGED = "Changed"
    ACKNOWLEDGED = "Kept"

    @property
    def dealt_with(self) -> bool:
        """Whether nothing more is expected of the user."""
        return self is not ReasonState.TO_FIX


def acknowledge_finding(finding: Finding, answers: Answers, note: str, at: datetime) -> Acknowledgement:
    """Return the "It is right" about a finding, for the answer its question has now."""
    return Acknowledgement(finding.path, finding.rule, answers.get(finding.path, ""), clean(note).strip(), at)


def acknowledge_reason(reason: Reason, submission: Submission, note: str, at: datetime) -> Acknowledgement:
    """Return the "It is right" about a reason for which a submission was rejected."""
    return Acknowledgement(
        path=reason_path(reason),
        rule=reason_rule(reason),
        answer=str(submission.version),
        note=clean(note).strip(),
        at=at,
    )


def reason_rule(reason: Reason) -> str:
    """Return the name under which a reason is acknowledged, such as ``reason.18602``."""
    return f"{_REASON}.{reason.code}"


def reason_path(reason: Reason) -> str:
    """Return the question at which a reason is acknowledged: two reasons of one code differ in it."""
    return reason.paths[0] if reason.paths else ""


def acknowledgement_of(
    finding: Finding, acknowledged: Iterable[Acknowledgement], answers: Answers
) -> Acknowledgement | None:
    """Return the newest "It is right" about a finding, if its question still has the same answer."""
    return _newest(acknowledged, finding.path, finding.rule, answers.get(finding.path, ""))


def acknowledgement_of_reason(
    reason: Reason, submission: Submission, acknowledged: Iterable[Acknowledgement]
) -> Acknowledgement | None:
    """Return the newest "It is right" about a reason; one of an earlier version does not count."""
    return _newest(acknowledged, reason_path(reason), reason_rule(reason), str(submission.version))


def reason_state(
    reason: Reason, submission: Submission, answers: Answers, acknowledged: Iterable[Acknowledgement]
) -> ReasonState:
    """Return how far a reason has been dealt with since the submission it was given for.

    Changed means that Twilio would receive another answer to one of its questions. A reason without
    questions can only be acknowledged.
    """
    from trusthub_tui.profile.differences import sent_differs  # a list of profiles needs no questions

    if any(sent_differs(path, submission.answers, answers) for path in reason.paths):
        return ReasonState.CHANGED
    if acknowledgement_of_reason(reason, submission, acknowledged):
        return ReasonState.ACKNOWLEDGED
    return ReasonState.TO_FIX


def _newest(
    acknowledged: Iterable[Acknowledgement], path: str, rule: str, answer: str
) -> Acknowledgement | None:
    same = (one for one in acknowledged if (one.path, one.rule, one.answer) == (path, rule, answer))
    return max(same, key=lambda one: one.at, default=None)
