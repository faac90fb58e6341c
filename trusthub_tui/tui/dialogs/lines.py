"""A page of lines to read over an open profile, such as its history; Esc goes back."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from trusthub_tui.tui.widgets.bars import GO_BACK
from trusthub_tui.tui.widgets.lines_panel import LinesPanel, Maker
from trusthub_tui.tui.widgets.rows import Rows


class LinesDialog(ModalScreen[object]):
    """Returns the key of a line that was chosen, or None."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "close", show=False),
        Binding("ctrl+z", "undo", show=False),
    ]

    def __init__(
        self,
        title: str,
        make: Maker,
        help_line: str = f"Up, Down move.  {GO_BACK}",
        *,
        undo: object = None,
        short: bool = False,
    ) -> None:
        """``undo`` is the key of the line that takes back what is shown, which Ctrl+Z chooses.

        ``short`` takes no more rows than there are lines.
        """
        super().__init__()
        self._undo = undo
        self._panel = LinesPanel(title, make, help_line, short=short)

    def compose(self) -> ComposeResult:
        """Title and lines."""
        yield self._panel

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Give the choice back."""
        event.stop()
        if self.is_current:
            self.dismiss(event.key)

    def file_changed(self) -> None:
        """Show the lines as they are now."""
        self._panel.fill()

    def action_undo(self) -> None:
        """Take back what is shown, where it can be."""
        if self._undo is not None and self.is_current:
            self.dismiss(self._undo)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
