"""The menu line: every command with its letter, for terminals that keep the other keys to themselves."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import ModalScreen

from trusthub_tui.tui.command import Command
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.widgets.bars import GO_BACK
from trusthub_tui.tui.widgets.caret import follow_the_caret
from trusthub_tui.tui.widgets.drawn import Drawn


class MenuLines(Drawn):
    """Letters and titles, as many beside each other as fit."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._entries = [(command.letter, command.title) for command in commands if command.letter]

    def draw(self, width: int) -> list[Line]:
        """Draw the commands in columns of equal width."""
        cell = max(len(title) for _, title in self._entries) + 6
        columns = max(1, width // cell)
        lines = []
        for start in range(0, len(self._entries), columns):
            spans: list[tuple[str, str]] = []
            for letter, title in self._entries[start : start + columns]:
                spans += [(f" {letter}", "key"), (f"  {title}".ljust(cell - 2), "")]
            lines.append(Line(tuple(spans)))
        return [Line(((f" Press a letter. {GO_BACK}", "muted"),)), *lines]


class Menu(ModalScreen[str | None]):
    """Returns the name of the command whose letter was pressed, or None."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f7", "close", show=False)]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._names = {command.letter: command.name for command in commands if command.letter}

    def compose(self) -> ComposeResult:
        """Only the commands, without title or frame."""
        lines = MenuLines(self._commands)
        follow_the_caret(self, lines)
        yield lines

    def on_key(self, event: Key) -> None:
        """Take the letter, also when it comes with Alt."""
        letter = event.key.removeprefix("alt+").lower()
        if letter in self._names and self.is_current:
            event.stop()
            self.dismiss(self._names[letter])

    def action_close(self) -> None:
        """Do nothing."""
        self.dismiss(None)
