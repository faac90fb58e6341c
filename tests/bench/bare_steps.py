"""Two screens of ten text fields, and nothing behind them: what going to another screen in Textual costs."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Label


class BareStep(Screen[None]):
    """Shows ten fields."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        """Which screen it is, then each field with its label."""
        yield Label(f"Screen {self._number} of 2")
        with VerticalScroll(can_focus=False):
            for number in range(1, 11):
                yield Label(f"Field {number}")
                yield Input()


class BareSteps(App[None]):
    """F9 and F7 go to the other screen, which is made anew as the program makes its steps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "go(2)", show=False, priority=True),
        Binding("f7", "go(1)", show=False, priority=True),
    ]

    def on_mount(self) -> None:
        """Begin with the first one."""
        self.push_screen(BareStep(1))

    def action_go(self, number: int) -> None:
        """Show a screen in the place of the other."""
        self.switch_screen(BareStep(number))


if __name__ == "__main__":
    BareSteps().run()
