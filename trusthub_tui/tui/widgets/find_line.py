"""The line above a list in which one types what to find; it stays as long as it narrows."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from trusthub_tui.tui.widgets.one_line import Entry
from trusthub_tui.tui.widgets.paragraphs import Paragraphs
from trusthub_tui.tui.widgets.rows import Rows


class FindLine(Horizontal):
    """Hidden until it is opened; its field is made only then."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    class Changed(Message):
        """Something else is looked for; the cursor of the list is at its first line."""

    def __init__(self, placeholder: str, rows: Rows) -> None:
        """``rows`` is the list: its cursor moves, and its line is chosen, while words are typed."""
        super().__init__(id="find")
        self._rows = rows
        self._input = Entry(placeholder=placeholder)
        self.display = False

    @property
    def words(self) -> str:
        """What is looked for; empty where all is listed."""
        return self._input.value if self.display else ""

    @property
    def typing(self) -> bool:
        """Whether keys go into the field."""
        return self.is_attached and self.screen.focused is self._input

    async def open(self) -> None:
        """Show the line and begin to type in it, behind what was typed before."""
        if not self.children:
            await self.mount(Paragraphs(["Find:"]), self._input)
        self.display = True
        self._input.focus()

    def close(self) -> None:
        """Look for nothing any more; nobody is told."""
        with self.prevent(Input.Changed):
            self._input.value = ""
        self.display = False

    @on(Input.Changed)
    def begin_anew(self, event: Input.Changed) -> None:
        """Let the list show what fits, from its first line."""
        event.stop()
        self._rows.cursor = 0
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def choose(self, event: Input.Submitted) -> None:
        """Choose the line with the cursor."""
        event.stop()
        self._rows.action_choose()

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        self._rows.action_move(step)
        self._input.lead_to(lambda: self._rows.spot)
