"""A page of lines to read over an open profile, such as its history; Esc goes back."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from trusthub_tui.tui.widgets.bars import GO_BACK, HelpArea, TitleBar
from trusthub_tui.tui.widgets.drawn import Line
from trusthub_tui.tui.widgets.rows import Fixed, Rows

Maker = Callable[[int], Iterable[Line]]
"""Makes the lines for so many cells of width."""


class LinesDialog(ModalScreen[object]):
    """Returns the key of a line that was chosen, or None."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "close", show=False),
        Binding("ctrl+z", "undo", show=False),
    ]

    def __init__(
        self, title: str, make: Maker, help_line: str = f"Up, Down move.  {GO_BACK}", *, undo: object = None
    ) -> None:
        """``undo`` is the key of the line that takes back what is shown, which Ctrl+Z chooses."""
        super().__init__()
        self._undo = undo
        self._heading = title
        self._make = make
        self._help_line = help_line
        self._title = TitleBar()
        self._rows = Rows()

    def compose(self) -> ComposeResult:
        """Title and lines."""
        with Vertical(id="panel", classes="-full"):
            yield self._title
            yield self._rows
            help_area = HelpArea(1)
            help_area.show(self._help_line)
            yield help_area

    def on_mount(self) -> None:
        """Show the lines once there is a width."""
        self._title.show(self._heading, f"{GO_BACK} ")
        self.call_after_refresh(self._fill)

    @on(Rows.Refitted)
    def refit(self) -> None:
        """Wrap the lines for the cells there are now."""
        self._fill()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Give the choice back."""
        event.stop()
        if self.is_current:
            self.dismiss(event.key)

    def action_undo(self) -> None:
        """Take back what is shown, where it can be."""
        if self._undo is not None and self.is_current:
            self.dismiss(self._undo)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _fill(self) -> None:
        self._rows.show(Fixed(list(self._make(max(40, self._rows.room)))), self._rows.key)
