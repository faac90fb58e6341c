"""Ten text fields as Textual has them, without anything behind them: what typing in Textual costs."""

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Label


class BareForm(App[None]):
    """Shows ten fields."""

    def compose(self) -> ComposeResult:
        """Each field with its label."""
        with VerticalScroll(can_focus=False):
            for number in range(1, 11):
                yield Label(f"Field {number}")
                yield Input()


if __name__ == "__main__":
    BareForm().run()
