"""Step 6: what is confirmed."""

from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.questions import Kind, Question, Section

TERMS_PAGE: Final = "https://www.twilio.com/legal/tos"
PRIVACY_PAGE: Final = "https://www.twilio.com/legal/privacy"

WHAT_HAPPENS: Final = "What happens when a profile is submitted:"

CONSEQUENCES: Final = (
    "The answers are reviewed, and cannot be edited meanwhile.",
    "Twilio may contact both representatives by e-mail and phone.",
    "Twilio may keep the details for regulators, even after you leave.",
    "The practice Trust Hub of this program sends nothing to anybody.",
)
"""What stands below :data:`WHAT_HAPPENS`."""

TERMS = Section(
    number=6,
    title="Terms",
    short="Terms",
    intro="Read what submitting means, then tick the box with Space.",
    questions=(
        Question(
            path=paths.TERMS,
            label="I confirm that these details are true and that I may act for the business",
            missing="Confirm that the details are true",
            hint="Tick it only if you may act for the business",
            why="Twilio checks the details and may keep them for regulators.",
            kind=Kind.TICK,
        ),
    ),
)
