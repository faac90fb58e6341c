"""What a submission or a decision makes of a profile."""

from trusthub_tui.profile.progress import rank, whats_next
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Decision
from trusthub_tui.store.records import Standing


def status_after(decision: Decision | None) -> Status:
    """Return the status a decision leads to; None is a submission that nobody has decided on yet."""
    if decision is None:
        return Status.IN_REVIEW
    return Status.APPROVED if decision.approved else Status.REJECTED


def standing_after(decision: Decision | None, hub: str) -> Standing:
    """Return what the list says right after a submission to ``hub`` (None) or its decision.

    The practice Trust Hub decides by itself; Twilio's decision is the user's to bring.
    """
    status = status_after(decision)
    if decision is None and hub == TWILIO:
        return Standing("Enter Twilio's decision", rank(status, ()))
    reasons = len(decision.reasons) if decision else 0
    return Standing(whats_next(status, (), reasons), rank(status, ()))
