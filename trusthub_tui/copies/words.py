"""Findings, submissions and reasons in the words that commands and copies share."""

from collections.abc import Iterator, Sequence
from typing import Final

from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.findings import Evaluation, Finding
from trusthub_tui.profile.labels import counted, full_label, moment, status_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import PRACTICE, TWILIO, Reason, Submission, status_after

_REVIEWERS: Final = {PRACTICE: "the practice Trust Hub", TWILIO: "Twilio"}

_HEADINGS: Final = (
    ("problem", "Trust Hub would reject the profile at once"),
    ("likely rejection", "the review may not accept this"),
    ("hint", "worth a second look"),
)

NOTHING_FOUND: Final = "No problems, no likely rejections, no hints."


def reviewer(submission: Submission) -> str:
    """Return who reviews a submission, such as ``the practice Trust Hub``."""
    return _REVIEWERS.get(submission.hub, submission.hub)


def sent(submission: Submission) -> str:
    """Return when a version was sent and to whom; without a full stop."""
    at = moment(submission.submitted_at, None)
    if submission.hub == TWILIO:
        return f"Version {submission.version}, filed in the Twilio Console on {at}"
    return f"Version {submission.version}, submitted to {reviewer(submission)} on {at}"


def verdict(submission: Submission) -> str:
    """Return what came of it, such as ``Twilio Rejected (practice) on 2026-11-22 15:04``; no full stop."""
    decision = submission.decision
    if decision is None:
        return f"In review{_expected(submission)}"
    return f"{status_label(status_after(decision), submission.hub)} on {moment(decision.decided_at, None)}"


def rehearsal_line(submission: Submission) -> str:
    """Return what is rehearsed beside Twilio's word; no full stop."""
    return f"Rehearsal beside it: version {submission.version}, {verdict(submission)}"


def _expected(submission: Submission) -> str:
    if submission.hub == TWILIO:
        return " at Twilio"
    return f", decision due {moment(submission.due_at, None)}" if submission.due_at else ""


def reason_title(reason: Reason) -> str:
    """Return code and title of a reason; the title of one we do not know says its code, if it has one."""
    known = entry(reason.code)
    number = f" {reason.code}" if known.known else ""
    return f"Reason{number}: {known.title}"


def by_weight(evaluation: Evaluation) -> Iterator[tuple[str, Sequence[Finding]]]:
    """Yield a heading and the findings below it, the worst first; nothing for a weight without any."""
    kinds = (evaluation.problems, evaluation.warnings, evaluation.hints)
    for (noun, meaning), found in zip(_HEADINGS, kinds, strict=True):
        if found:
            yield f"{counted(len(found), noun)}: {meaning}", found


def acknowledgement_words(acknowledged: Acknowledgement) -> str:
    """Return what the user said about a finding or a reason."""
    return f"You said it is right: {acknowledged.note}" if acknowledged.note else "You said it is right"


def look_at(reason: Reason, answers: Answers) -> str:
    """Return the names of the questions a reason concerns; empty when no answer is to blame."""
    return ", ".join(full_label(path, answers) for path in questions_of(reason))


def questions_of(reason: Reason) -> tuple[str, ...]:
    """Return the paths of the questions to look at for a reason, the most likely one first."""
    looked_at = reason.paths or entry(reason.code).paths
    return tuple(path for path in looked_at if path in QUESTIONS)
