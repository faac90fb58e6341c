"""Choose one of many: everything is there at first, typing narrows it down, Enter takes it."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input

from trusthub_tui.profile.choices import Option
from trusthub_tui.tui.widgets.bars import HelpArea, TitleBar
from trusthub_tui.tui.widgets.drawn import Line, beside, line
from trusthub_tui.tui.widgets.rows import Fixed, Rows

Finder = Callable[[str], Sequence[Option]]
"""Returns the options that fit some words; all of them for none."""


def folded(text: str) -> str:
    """Return text as it is compared: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def among(options: Sequence[Option]) -> Finder:
    """Look for words anywhere in label, note and value; labels that begin with them come first."""
    searched = [(folded(f"{option.label} {option.note} {option.value}"), option) for option in options]

    def find(words: str) -> Sequence[Option]:
        wanted = folded(words).split()
        if not wanted:
            return options
        hits = [option for text, option in searched if all(word in text for word in wanted)]
        return sorted(hits, key=lambda option: _closeness(option, wanted[0]))

    return find


def _closeness(option: Option, word: str) -> int:
    label, note = folded(option.label), folded(option.note)
    if word in (folded(option.value), note):
        return 0
    if label.startswith(word):
        return 1
    return 2 if any(part.startswith(word) for part in label.split()) else 3


class Chooser(ModalScreen[str | None]):
    """Returns the value of what was chosen; None when the user changed their mind."""

    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "cancel", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("tab,shift+tab", "nothing", show=False, priority=True),
    ]

    def __init__(self, title: str, find: Finder, current: str = "", typed: str = "") -> None:
        super().__init__()
        self._heading = title
        self._find = find
        self._current = current
        self._typed = typed
        self._rows = Rows()
        self._title = TitleBar()
        self._rows.can_focus = False

    def compose(self) -> ComposeResult:
        """The words to look for, and what fits them."""
        with Vertical(id="panel"):
            yield self._title
            yield Input(self._typed, compact=True, select_on_focus=False)
            yield self._rows
            help_area = HelpArea(1)
            help_area.show("Type to find.  Up, Down move.  Enter takes it.  Esc closes")
            yield help_area

    def on_mount(self) -> None:
        """Show everything, the present choice first in view; or what fits what was typed meanwhile."""
        self.query_one(Input).cursor_blink = False
        self.call_after_refresh(self._begin)

    def on_resize(self, _: Resize) -> None:
        """Lay the lines out anew, once the list has its new width."""
        self.call_after_refresh(self._lay_out)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what fits."""
        event.stop()
        self._show(event.value, self._current if not event.value else None)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Take the line with the cursor."""
        event.stop()
        self._rows.action_choose()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Give the choice back."""
        event.stop()
        if self.is_current:
            self.dismiss(str(event.key))

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move the cursor of the list while the words keep the focus."""
        self._rows.action_move(step)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        self._rows.action_page(step)

    def action_nothing(self) -> None:
        """There is nowhere else to go."""

    def _begin(self) -> None:
        words = self.query_one(Input).value
        self._show(words, self._current if words == self._typed else None)

    def _lay_out(self) -> None:
        self._show(self.query_one(Input).value, self._rows.key)

    def _show(self, words: str, key: object) -> None:
        options = self._find(words)
        width = max(20, self._rows.room)
        lines: list[Line] = [
            beside(line(f" {option.label}", key=option.value), line((f"{option.note} ", "muted")), width)
            for option in options
        ]
        keyed = [Line(made.spans, option.value) for made, option in zip(lines, options, strict=True)]
        nothing = [line((" Nothing fits. Delete some letters", "muted"))]
        self._rows.cursor = 0
        self._rows.show(Fixed(keyed or nothing), key)
        self._title.show(self._heading, f"{len(options)} ")
