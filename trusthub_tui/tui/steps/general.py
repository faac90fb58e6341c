"""Step 1: the legal name, and what the profile is called."""

from trusthub_tui.tui.steps.form import StepForm


class GeneralForm(StepForm):
    """Plain fields, one below the other."""
