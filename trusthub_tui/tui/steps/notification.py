"""Step 5: where Twilio sends its decision."""

from trusthub_tui.tui.steps.form import StepForm


class NotificationForm(StepForm):
    """Plain fields, one below the other."""
