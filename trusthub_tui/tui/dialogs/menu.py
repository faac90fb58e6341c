"""The menu line: every command with its letter, for terminals that keep the other keys to themselves."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import ModalScreen

from trusthub_tui.tui.commands import Where, commands_of
from trusthub_tui.tui.widgets.drawn import Drawn, Line


class MenuLines(Drawn):
    """Letters and titles, as many beside each other as fit."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._entries = [(command.letter, command.title) for command in commands_of(where) if command.letter]

    def draw(self, width: int) -> list[Line]:
        """Columns of equal width."""
        cell = max(len(title) for _, title in self._entries) + 6
        columns = max(1, width // cell)
        lines = []
        for start in range(0, len(self._entries), columns):
            spans: list[tuple[str, str]] = []
            for letter, title in self._entries[start : start + columns]:
                spans += [(f" {letter}", "key"), (f"  {title}".ljust(cell - 2), "")]
            lines.append(Line(tuple(spans)))
        return [Line(((" Press a letter. Esc goes back", "muted"),)), *lines]


class Menu(ModalScreen[str | None]):
    """Returns the action of the letter that was pressed, or None."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._actions = {command.letter: command.action for command in commands_of(where) if command.letter}

    def compose(self) -> ComposeResult:
        """Only the lines."""
        yield MenuLines(self._where)

    def on_key(self, event: Key) -> None:
        """Take the letter, also when it comes with Alt."""
        letter = event.key.removeprefix("alt+").lower()
        if letter in self._actions and self.is_current:
            event.stop()
            self.dismiss(self._actions[letter])

    def action_close(self) -> None:
        """Do nothing."""
        self.dismiss(None)
