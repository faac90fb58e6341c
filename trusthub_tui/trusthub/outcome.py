"""What a submission or a decision makes of a profile, and what to expect of a review at Twilio."""

from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.labels import without_secret
from trusthub_tui.profile.progress import rank, whats_next
from trusthub_tui.profile.submission import TWILIO, Decision, Submission, status_after
from trusthub_tui.store.records import Standing

UNTIL_DECIDED: Final = "It cannot be edited until the decision"
"""What a submission means for the answers; without a full stop."""

USUAL_WAIT: Final = "Twilio usually decides within 24 to 72 hours. Ask after three business days, not before."
"""Source: Twilio's page says up to 24 hours, its notes 1 to 3 business days, public reports 24 to 72."""


def standing_after(decision: Decision | None, hub: str) -> Standing:
    """Return what the list says right after a submission to ``hub`` (None) or its decision.

    The practice Trust Hub decides by itself; Twilio's decision is the user's to bring.
    """
    status = status_after(decision)
    if decision is None and hub == TWILIO:
        return Standing("Enter Twilio's decision", rank(status, ()))
    reasons = len(decision.reasons) if decision else 0
    return Standing(whats_next(status, (), reasons), rank(status, ()))


def told_by(submission: Submission) -> str:
    """Return how Twilio tells its decision, such as ``an e-mail to ops@northwindrobotics.com``."""
    answers = submission.answers
    email = answers.get(paths.NOTIFICATION_EMAIL, "").strip()
    callback = without_secret(paths.STATUS_CALLBACK, answers.get(paths.STATUS_CALLBACK, "").strip())
    if not email:
        email = answers.get(paths.of_representative(1, "email"), "").strip()
    ways = [f"an e-mail to {email}"] if email else []
    if callback:
        ways.append(f"a call of {callback}")
    return " and ".join(ways) or "nobody: no address was given"
