"""Step 6: what submitting means, and the box to tick."""

from collections.abc import Iterable

from textual.widget import Widget

from trusthub_tui.profile.sections.terms import CONSEQUENCES, PRIVACY_PAGE, TERMS_PAGE, WHAT_HAPPENS
from trusthub_tui.tui.steps.form import StepForm
from trusthub_tui.tui.widgets.paragraphs import Paragraphs


class TermsForm(StepForm):
    """The consequences in plain words above the tick."""

    def parts(self) -> Iterable[Widget]:
        """Links and points."""
        yield Paragraphs(
            (
                f"Terms of Service: {TERMS_PAGE}",
                f"Privacy Notice: {PRIVACY_PAGE}",
                "",
                WHAT_HAPPENS,
                *(f"- {point}" for point in CONSEQUENCES),
                "",
            )
        )
        yield from super().parts()
