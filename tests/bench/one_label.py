"""The smallest Textual program there is: what starting Textual alone costs."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class OneLabel(App[None]):
    """Shows one label."""

    def compose(self) -> ComposeResult:
        """The label."""
        yield Label("This is all")


if __name__ == "__main__":
    OneLabel().run()
