"""The line above a list in which one types what to find; it stays as long as it narrows."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message

from trusthub_tui.tui.widgets.one_line import Entry
from trusthub_tui.tui.widgets.paragraphs import Paragraphs


class FindLine(Horizontal):
    """Hidden until it is opened; its field is made only then."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    class Moved(Message):
        """An arrow key was pressed: the cursor of the list is to move by so many lines."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, placeholder: str) -> None:
        super().__init__(id="find")
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
        """Look for nothing any more."""
        self._input.value = ""
        self.display = False

    def action_move(self, step: int) -> None:
        """Let the list move."""
        self.post_message(self.Moved(step))
