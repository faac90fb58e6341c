"""What became of a submission, in words; what is practice never reads like Twilio's own."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.cli.fault import NAME
from trusthub_tui.cli.json_documents import receipt
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import moment, status_badge, status_label
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import PRACTICE, TWILIO, Reason, Submission
from trusthub_tui.trusthub.outcome import USUAL_WAIT, status_after, told_by

_REVIEWERS: Final = {PRACTICE: "the practice Trust Hub", TWILIO: "Twilio"}

STANDS: Final = "A practice submission does not change Twilio's decision"
"""To be said of a profile that Twilio has decided on; without a full stop."""


def reviewer(submission: Submission) -> str:
    """Return who reviews a submission, such as ``the practice Trust Hub``."""
    return _REVIEWERS.get(submission.hub, submission.hub)


def sent(submission: Submission) -> str:
    """Return when a version was sent and to whom; without a full stop."""
    at = moment(submission.submitted_at, None)
    if submission.hub == TWILIO:
        return f"Version {submission.version}, filed in the Twilio Console on {at}"
    return f"Version {submission.version}, submitted to {reviewer(submission)} on {at}"


def rehearsal_line(submission: Submission) -> str:
    """Return what is rehearsed beside Twilio's word; no full stop."""
    return f"Rehearsal beside it: version {submission.version}, {verdict(submission)}"


def verdict(submission: Submission) -> str:
    """Return what came of it, such as ``Twilio Rejected (practice) on 2026-11-22 15:04``; no full stop."""
    decision = submission.decision
    if decision is None:
        return f"In review{_expected(submission)}"
    return f"{status_label(status_after(decision), submission.hub)} on {moment(decision.decided_at, None)}"


def outcome(submission: Submission) -> Iterator[str]:
    """Yield sentences about how a submission stands now, for whoever has just sent or decided it."""
    yield f"It is now {status_badge(status_after(submission.decision), submission.hub)}"
    if submission.decision is not None:
        return
    if submission.due_at is not None:
        yield f"The decision is due on {moment(submission.due_at, None)}"
    if submission.hub == TWILIO:
        yield USUAL_WAIT


def _expected(submission: Submission) -> str:
    if submission.hub == TWILIO:
        return " at Twilio"
    return f", decision due {moment(submission.due_at, None)}" if submission.due_at else ""


def tell(title: str, submission: Submission, *, as_json: bool) -> None:
    """Print what was sent, how it stands, and what comes next."""
    if as_json:
        say_json(receipt(submission))
    else:
        say("\n".join((title, *_sent_lines(submission))))


def _sent_lines(submission: Submission) -> Iterator[str]:
    yield sent(submission)
    yield wrapped(sentences(*outcome(submission)), indent=0)
    decision = submission.decision
    if decision is None:
        if submission.hub == TWILIO:
            yield wrapped(f"Twilio tells you by {told_by(submission)}. Take that in with:", indent=0)
            yield f"  {NAME} decide {submission.profile_id} --from FILE"
        return
    for reason in decision.reasons:
        yield f"  {reason_title(reason)}"
    if not decision.approved:
        yield f"See what to do with: {NAME} fix {submission.profile_id}"


def reason_title(reason: Reason) -> str:
    """Return code and title of a reason; the title of one we do not know says its code, if it has one."""
    known = entry(reason.code)
    number = f" {reason.code}" if known.known else ""
    return f"Reason{number}: {known.title}"
