"""Sentences for what came in and is no decision, where more than one reader needs them."""

from typing import Final

from trusthub_tui.trusthub.received.outcome import NoDecision

PASTE: Final = (
    "Paste Twilio's whole e-mail or the API's JSON of the profile, or type the codes, such as 18602"
)


def too_long(characters: int) -> NoDecision:
    """Return what to say of a text that is no e-mail for its length alone."""
    return NoDecision(
        f"This is too long for a decision: {characters:,} characters", "Paste only the part that Twilio wrote"
    )


def contradiction() -> NoDecision:
    """Return what to say of a text with an approval and a rejection in it."""
    return NoDecision(
        "This speaks of an approval and of a rejection", "Paste only the newest message about this profile"
    )


def in_review() -> NoDecision:
    """Return what to say of a text after which the review goes on."""
    return NoDecision(
        "This says the profile is still in review", "Nothing has changed; come back when Twilio has decided"
    )
