"""What most dialogs consist of: a title, lines that wrap to the room there is, and a line of help."""

from collections.abc import Callable, Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.widgets.bars import GO_BACK, HelpArea, TitleBar
from trusthub_tui.tui.widgets.rows import Fixed, Rows

Maker = Callable[[int], Iterable[Line]]
"""Makes the lines for so many cells of width."""

_NARROWEST = 40


class LinesPanel(Vertical):
    """Fills the window of a dialog; the lines are made anew with each :meth:`fill`."""

    def __init__(
        self, heading: str, make: Maker, help_line: str, *, help_rows: int = 1, short: bool = False
    ) -> None:
        """``short`` takes no more rows than there are lines."""
        super().__init__(id="panel", classes="-short" if short else "-full")
        self._make = make
        self._help_line = help_line
        self._help_rows = help_rows
        self._title = TitleBar()
        self._title.show(heading, f"{GO_BACK} ")
        self.rows = Rows()

    def compose(self) -> ComposeResult:
        """Title, lines and help."""
        yield self._title
        yield self.rows
        help_area = HelpArea(self._help_rows)
        help_area.show(self._help_line)
        yield help_area

    def on_mount(self) -> None:
        """Show the lines once there is a width."""
        self.call_after_refresh(self.fill)

    @on(Rows.Refitted)
    def fill(self) -> None:
        """Show the lines as they are now; the cursor stays at its line."""
        self.rows.show(Fixed(list(self._make(max(_NARROWEST, self.rows.room)))), self.rows.key)

    def entitle(self, heading: str, right: str) -> None:
        """Say something else in the title."""
        self._title.show(heading, right)
