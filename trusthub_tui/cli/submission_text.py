"""What became of a submission, in words; what is practice never reads like Twilio's own."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.cli.fault import NAME
from trusthub_tui.cli.json_documents import receipt
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.copies.words import reason_title, sent
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import moment, status_badge
from trusthub_tui.profile.submission import TWILIO, Submission, status_after
from trusthub_tui.trusthub.outcome import USUAL_WAIT, told_by

STANDS: Final = "A practice submission does not change Twilio's decision"
"""To be said of a profile that Twilio has decided on; without a full stop."""


def outcome(submission: Submission) -> Iterator[str]:
    """Yield sentences about how a submission stands now, for whoever has just sent or decided it."""
    yield f"It is now {status_badge(status_after(submission.decision), submission.hub)}"
    if submission.decision is not None:
        return
    if submission.due_at is not None:
        yield f"The decision is due on {moment(submission.due_at, None)}"
    if submission.hub == TWILIO:
        yield USUAL_WAIT


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
