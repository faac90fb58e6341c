"""A one-line text field that never loses a letter: own undo, whole pastes, no selecting away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets import Input
from textual.widgets.input import Selection

from trusthub_tui.profile.answers import clean


@dataclass(slots=True)
class History:
    """What a field held before and after: pairs of text and caret."""

    undone: list[tuple[str, int]] = field(default_factory=list)
    done: list[tuple[str, int]] = field(default_factory=list)


class Writer(Protocol):
    """Who takes what is written. Called, not sent a message: a letter is kept before it is painted."""

    @property
    def editable(self) -> bool:
        """Whether anything may be changed now."""

    def write(self, path: str, text: str, caret: int) -> None:
        """Keep the new text of a question."""

    def move(self, path: str, caret: int) -> None:
        """Remember where the caret is."""

    def refuse(self) -> None:
        """Say why nothing can be changed."""

    def history(self, path: str) -> History:
        """Return what undo and redo of a question work on."""


class LineInput(Input):
    """The text field of one question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+y", "redo", "Redo", show=False),
    ]

    def __init__(self, path: str, text: str, writer: Writer) -> None:
        super().__init__(text, compact=True, select_on_focus=False, validate_on=())
        self.path = path
        self.cursor_blink = False
        self._writer = writer
        self._replacing = False
        self._typed_at = -1

    @property
    def spot(self) -> int:
        """Characters before the caret."""
        return self.cursor_position

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the text; every edit comes through here."""
        if not self._writer.editable:
            self._writer.refuse()
            return
        before = (self.value, self.cursor_position)
        self._set(lambda: super(LineInput, self).replace(clean(text), start, end))
        if self.value != before[0]:
            self._remember(before, typed=len(text) == 1 and start == end and text != " ")
            self._writer.write(self.path, self.value, self.cursor_position)

    def put(self, text: str) -> None:
        """Show another text from outside, the caret at its end, without writing it."""
        self._set(lambda: self._show(text, len(text)))

    def action_undo(self) -> None:
        """Take back the last change of this field."""
        history = self._writer.history(self.path)
        self._travel(history.done, history.undone)

    def action_redo(self) -> None:
        """Do again what was undone."""
        history = self._writer.history(self.path)
        self._travel(history.undone, history.done)

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

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text).strip(), *self.selection)

    def _travel(self, source: list[tuple[str, int]], target: list[tuple[str, int]]) -> None:
        if not self._writer.editable:
            self._writer.refuse()
            return
        if not source:
            return
        target.append((self.value, self.cursor_position))
        text, caret = source.pop()
        self._set(lambda: self._show(text, caret))
        self._writer.write(self.path, text, caret)

    def _show(self, text: str, caret: int) -> None:
        self.value = text
        self.cursor_position = caret

    def _set(self, change: Callable[[], None]) -> None:
        self._replacing = True
        try:
            change()
        finally:
            self._replacing = False

    def _remember(self, before: tuple[str, int], *, typed: bool) -> None:
        history = self._writer.history(self.path)
        history.undone.clear()
        goes_on = typed and self._typed_at == before[1]
        if not goes_on:
            history.done.append(before)
        self._typed_at = self.cursor_position if typed else -1
