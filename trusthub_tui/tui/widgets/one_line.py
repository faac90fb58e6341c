"""One line to type in, with one caret: what the fields of questions and those of dialogs have in common."""

from collections.abc import Callable

from textual.events import Paste
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input


class PastedLines(Message):
    """A text of several lines was pasted where one is typed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class OneLine(Input):
    """Puts the terminal's caret where it is painted."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret is painted; behind the end of a text Textual says one cell more."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def on_unmount(self) -> None:
        """Let the screen forget the field: what Textual's input subscribes to would hold it for good."""
        self.screen.text_selection_started_signal.unsubscribe(self)


class Entry(OneLine):
    """Asks for one line that is no answer: words to find by, an ID, a note."""

    _leads: Callable[[], Offset] | None = None

    def __init__(self, text: str = "", *, placeholder: str = "", whole_pastes: bool = False) -> None:
        """``whole_pastes`` hands on a pasted text of several lines instead of looking for its first one."""
        super().__init__(text, placeholder=placeholder, compact=True, select_on_focus=False, max_length=500)
        self.cursor_blink = False
        self._whole_pastes = whole_pastes

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret is painted, or the line that the arrow keys have led to."""
        return self._leads() if self._leads is not None else super().cursor_screen_offset

    def lead_to(self, spot: Callable[[], Offset] | None) -> None:
        """Send the terminal's caret to a line elsewhere until something is typed; None brings it back."""
        self._leads = spot
        self.set_class(spot is not None, "-elsewhere")
        if self.is_attached and self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()

    def watch_value(self) -> None:
        """Bring the caret back: somebody types."""
        self.lead_to(None)

    def watch_cursor_position(self) -> None:
        """Bring the caret back: it moves in the text."""
        self.lead_to(None)

    def on_paste(self, event: Paste) -> None:
        """Tell apart words to find by and a text of several lines."""
        if self._whole_pastes and "\n" in event.text.strip():
            event.stop()
            event.prevent_default()
            self.post_message(PastedLines(event.text))
