"""A one-line text field that never loses a letter: own undo, whole pastes, no selecting away."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual.events import Paste
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets.input import Selection

from trusthub_tui.profile.answers import clean
from trusthub_tui.tui.widgets.one_line import OneLine


class Writer(Protocol):
    """Who takes what is written. Called, not sent a message: a letter is kept before it is painted."""

    @property
    def editable(self) -> bool:
        """Whether anything may be changed now."""

    def write(self, path: str, text: str, caret: int, *, typing: bool = False) -> None:
        """Keep the new text of a question; ``typing`` when it is one letter more."""

    def move(self, path: str, caret: int) -> None:
        """Remember where the caret is."""

    def refuse(self) -> None:
        """Say why nothing can be changed."""


@runtime_checkable
class TakesLines(Protocol):
    """What fields stand in, where a pasted text of several lines may fill many of them."""

    def take_lines(self, text: str) -> bool:
        """Take the text; False where it is nothing of the kind, and one field gets it all."""


class LineInput(OneLine):
    """The text field of one question."""

    # Its size never depends on its text: a letter must not cost a layout of the whole screen.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, path: str, text: str, writer: Writer) -> None:
        super().__init__(text, select_on_focus=False, validate_on=())
        self.path = path
        self.cursor_blink = False
        self._writer = writer
        self._replacing = False

    @property
    def spot(self) -> int:
        """How many characters stand before the caret."""
        return self.cursor_position

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the text; every edit comes through here."""
        if not self._writer.editable:
            self._writer.refuse()
            return
        before = self.value
        self._set(lambda: super(LineInput, self).replace(clean(text), start, end))
        if self.value != before:
            typing = len(text) == 1 and start == end and text != " "
            self._writer.write(self.path, self.value, self.cursor_position, typing=typing)

    def put(self, text: str, caret: int = -1) -> None:
        """Show another text from outside, the caret at its end or where it is said, without writing it."""
        self._set(lambda: self._show(text, len(text) if caret < 0 else caret))

    def action_copy(self) -> None:
        """Copy what is selected; without a selection Ctrl+C is somebody who wants to leave."""
        if self.selection.is_empty:
            self.app.action_help_quit()
        else:
            super().action_copy()

    def watch_selection(self, selection: Selection) -> None:
        """Remember where the caret is after a move that changed no text."""
        if self.is_mounted and not self._replacing and self.has_focus:
            self._writer.move(self.path, selection.end)

    def on_paste(self, event: Paste) -> None:
        """Take all that is pasted: as lines where the fields around can, else as one text."""
        event.stop()
        event.prevent_default()
        several = "\n" in event.text.strip()
        taken = several and any(
            node.take_lines(event.text) for node in self.ancestors if isinstance(node, TakesLines)
        )
        if not taken:
            self.replace(clean(event.text).strip(), *self.selection)

    def _show(self, text: str, caret: int) -> None:
        self.value = text
        self.cursor_position = caret

    def _set(self, change: Callable[[], None]) -> None:
        self._replacing = True
        try:
            change()
        finally:
            self._replacing = False
