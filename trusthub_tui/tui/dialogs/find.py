"""Find one line among many by typing: the words keep the focus while the arrows move in what fits them."""

import unicodedata
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.widgets.bars import HelpArea, TitleBar
from trusthub_tui.tui.widgets.caret import follow_the_caret
from trusthub_tui.tui.widgets.one_line import Entry
from trusthub_tui.tui.widgets.rows import Fixed, Rows

NOTHING_FITS = "Nothing fits. Delete some letters"
NOTHING_TAKEN = "Nothing fits, so nothing was taken. Delete some letters"


def folded(text: str) -> str:
    """Return text as it is compared: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


class FindDialog(ModalScreen[str | None]):
    """Returns the key of the line that was taken; None when the user changed their mind."""

    AUTO_FOCUS = "Input"
    HELP_LINE: ClassVar[str] = "Type to find.  Enter takes it.  Esc or F7 closes.  Up, Down move"
    PLACEHOLDER: ClassVar[str] = ""
    WIDE: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,f7", "cancel", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("tab,shift+tab", "nothing", show=False, priority=True),
    ]

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.title_bar = TitleBar()
        self.help_area = HelpArea(1)
        self._words = Entry(typed, placeholder=self.PLACEHOLDER)
        self.rows = Rows()
        self.rows.can_focus = False
        self._moved = False
        self.nothing_fits = NOTHING_FITS
        """What stands in the place of the lines where none fits."""

    @property
    def wanted(self) -> bool:
        """Whether the user typed something, or moved in the list."""
        return bool(self._words.value.strip()) or self._moved

    def lines(self, words: str, width: int) -> Sequence[Line]:
        """Return what fits some words, and show in the title how much that is."""
        raise NotImplementedError

    def first(self, words: str) -> object:
        """Return the key to begin at; None for the first line."""
        return None

    def compose(self) -> ComposeResult:
        """The words to look for, and what fits them."""
        with Vertical(id="panel", classes="-full" if self.WIDE else ""):
            yield self.title_bar
            yield self._words
            yield self.rows
            self.help_area.show(self.HELP_LINE)
            yield self.help_area

    def on_mount(self) -> None:
        """Show what fits, once the list has its width."""
        follow_the_caret(self)
        self.call_after_refresh(lambda: self._fill(self.first(self._words.value)))

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what fits now."""
        event.stop()
        self.nothing_fits = NOTHING_FITS
        self._fill(self.first(event.value))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Take the line with the cursor."""
        event.stop()
        self.take_line()

    def take_line(self) -> None:
        """Take the line with the cursor; where there is none, say that nothing was taken."""
        if self.rows.key is not None:
            self.rows.action_choose()
            return
        self.nothing_fits = NOTHING_TAKEN
        self._fill(None)

    @on(Rows.Refitted)
    def refit(self) -> None:
        """Wrap the lines for the cells there are now."""
        self._fill(self.rows.key)

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Give the choice back."""
        event.stop()
        if self.is_current:
            self.dismiss(str(event.key))

    def file_changed(self) -> None:
        """Show the lines as they are now."""
        self._fill(self.rows.key)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        self._moved = True
        self.rows.action_move(step)
        self._words.lead_to(lambda: self.rows.spot)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        self._moved = True
        self.rows.action_page(step)
        self._words.lead_to(lambda: self.rows.spot)

    def action_nothing(self) -> None:
        """There is nowhere else to go."""

    def _fill(self, key: object) -> None:
        self.rows.cursor = 0
        self.rows.show(Fixed(self.lines(self._words.value, max(20, self.rows.room))), key)
