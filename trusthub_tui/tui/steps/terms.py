"""Step 6: what submitting means, and the box to tick."""

from collections.abc import Iterable
from typing import Final

from textual.widget import Widget

from trusthub_tui.tui.steps.form import StepForm
from trusthub_tui.tui.widgets.paragraphs import Paragraphs

TERMS_PAGE: Final = "https://www.twilio.com/legal/tos"
PRIVACY_PAGE: Final = "https://www.twilio.com/legal/privacy"


class TermsForm(StepForm):
    """The consequences in plain words above the tick."""

    def parts(self) -> Iterable[Widget]:
        """Links and points."""
        yield Paragraphs(
            (
                f"Terms of Service: {TERMS_PAGE}",
                f"Privacy Notice: {PRIVACY_PAGE}",
                "",
                "What happens when a profile is submitted:",
                "- The answers are reviewed, and cannot be edited meanwhile.",
                "- Twilio may contact both representatives by e-mail and phone.",
                "- Twilio may keep the details for regulators, even after you leave.",
                "- The practice Trust Hub of this program sends nothing to anybody.",
                "",
            )
        )
        yield from super().parts()
