"""What has happened to a profile at Twilio, in words: the same for the screens and for ``watch``."""

from typing import Final

from trusthub_tui.account.following import Turn
from trusthub_tui.profile.labels import remote_status
from trusthub_tui.trusthub.remote_results import Followed

_SAID: Final = {
    Turn.FILED: "was submitted in the Console",
    Turn.BACK_TO_DRAFT: "is a draft at Twilio, and in review here; nothing was changed",
    Turn.CONTRADICTED: "was approved, and has another status at Twilio now; nothing was changed",
    Turn.MISSING: "is not to be found at Twilio; it is looked for again",
    Turn.GONE: "is gone at Twilio; its answers stay here",
    Turn.UNKNOWN: "has a status that this program does not know; update trusthub-tui",
}


def what_happened(one: Followed) -> str:
    """Return what has happened, to be said after the name of the profile; without a full stop."""
    return _SAID.get(one.turn) or f"is {remote_status(one.word)}{_why(one)}"


def _why(one: Followed) -> str:
    decision = one.submission.decision if one.submission else None
    if decision is None or decision.approved:
        return ""
    codes = ", ".join(str(reason.code) for reason in decision.reasons if reason.code)
    return f": {codes}" if codes else "; no reason was given, paste the e-mail"
