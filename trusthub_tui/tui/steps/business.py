"""Step 3: what the business is, where it is registered, and its website."""

from trusthub_tui.tui.steps.form import StepForm


class BusinessForm(StepForm):
    """Plain fields, one below the other."""
