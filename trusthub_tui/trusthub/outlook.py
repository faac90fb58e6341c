"""What to expect of a review at Twilio: how long it takes, and whom Twilio tells."""

from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.submission import Submission

USUAL_WAIT: Final = "Twilio usually decides within 24 to 72 hours. Ask after three business days, not before."
"""Source: Twilio's page says up to 24 hours, its notes 1 to 3 business days, public reports 24 to 72."""


def told_by(submission: Submission) -> str:
    """Return how Twilio tells its decision, such as ``an e-mail to ops@northwind.example``."""
    answers = submission.answers
    email = answers.get(paths.NOTIFICATION_EMAIL, "").strip()
    callback = answers.get(paths.STATUS_CALLBACK, "").strip()
    if not email:
        email = answers.get(paths.of_representative(1, "email"), "").strip()
    ways = [f"an e-mail to {email}"] if email else []
    if callback:
        ways.append(f"a call of {callback}")
    return " and ".join(ways) or "nobody: no address was given"
