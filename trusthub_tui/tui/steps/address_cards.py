"""The address book as cards: typing finds one by any of its parts or by a profile that uses it."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from trusthub_tui.profile.address_lines import street_line, town_line
from trusthub_tui.profile.labels import counted
from trusthub_tui.store.records import SavedAddress
from trusthub_tui.tui.drawing.lines import BLANK, Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.one_line import Entry
from trusthub_tui.tui.widgets.paragraphs import Paragraphs
from trusthub_tui.tui.widgets.rows import Fixed, Rows

NEW: Final = "new"
"""The key of the line that leads to the empty fields."""

Look = Callable[[str], Sequence[SavedAddress]]
"""Finds the saved addresses that have some words."""

_FEW_ROWS: Final = 24
"""Rows of a window below which a card takes one row less."""

_ABOUT: Final = "Type a part of an address, or a profile that uses it"
_PASTE: Final = "   Several pasted lines fill its fields"
_KEYS: Final = "Enter uses it, Del deletes it, Esc or F7 leads to a new address"


class AddressCards(Vertical):
    """Arrows move among the cards while letters narrow them down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("delete", "delete", show=False, priority=True),
        Binding("ctrl+z", "bring_back", show=False, priority=True),
    ]

    class Taken(Message):
        """An address was chosen by its number; none stands for a new one."""

        def __init__(self, number: int | None) -> None:
            super().__init__()
            self.number = number

    class Deleted(Message):
        """An address is to go."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class BroughtBack(Message):
        """The deleted address is to come back."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.field = Entry(whole_pastes=True)
        self.deleted = False
        """Whether there is one to bring back."""
        self._rows = Rows()
        self._rows.can_focus = False
        self._count = Paragraphs(["0 saved"], "muted", id="count")
        self._found: Sequence[SavedAddress] = ()
        self._drawn_at: object = None
        """The card that says that it is the one to use."""

    def compose(self) -> ComposeResult:
        """What to find by, what fits it, and the keys."""
        yield Paragraphs([_ABOUT], "muted")
        yield Horizontal(Paragraphs(["Find"], "strong"), self.field, self._count, id="find-address")
        yield self._rows
        yield Paragraphs([_KEYS], "muted")

    def refill(self, key: object = None) -> None:
        """Show the cards that fit the words, as they are in the file now."""
        self._found = self._look(self.field.value)
        told = (
            "fits" if self.field.value and len(self._found) == 1 else "fit" if self.field.value else "saved"
        )
        self._count.say(f"{len(self._found)} {told}")
        self._draw(key)

    @on(Rows.Moved)
    def moved(self, event: Rows.Moved) -> None:
        """Say at the card with the cursor what Enter does."""
        event.stop()
        if self._rows.key != self._drawn_at:
            self._draw(self._rows.key)

    def _draw(self, key: object) -> None:
        found = self._found
        at = self._drawn_at = key if key is not None else found[0].id if found else NEW
        width, low = max(40, self._rows.room), self.app.size.height < _FEW_ROWS
        glyphs = self._rows.look.glyphs
        cards = [
            one
            for address in found
            for one in (*_card(address, glyphs, width, low=low, here=address.id == at), BLANK)
        ]
        paste = "" if low else (_PASTE, "muted")
        new = line((glyphs.edge, "edge"), (" Enter a new address", "strong"), paste, key=NEW)
        nothing = [] if found else [line(("  No saved address fits. Delete some letters", "muted")), BLANK]
        self._rows.show(Fixed([*nothing, *cards, new]), key)

    def on_mount(self) -> None:
        """Show all, once there is a width."""
        self.call_after_refresh(self.refill)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what fits."""
        event.stop()
        self._rows.cursor = 0
        self.refill()

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Take the card with the cursor."""
        event.stop()
        self._rows.action_choose()

    @on(Rows.Refitted)
    def refit(self, event: Rows.Refitted) -> None:
        """Draw the cards for the cells there are now."""
        event.stop()
        self.refill(self._rows.key)

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Say which card was taken."""
        event.stop()
        self.post_message(self.Taken(event.key if isinstance(event.key, int) else None))

    def action_move(self, step: int) -> None:
        """Move to the next card."""
        self._rows.action_move(step)
        self.field.lead_to(lambda: self._rows.spot)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        self._rows.action_page(step)
        self.field.lead_to(lambda: self._rows.spot)

    def action_delete(self) -> None:
        """Delete the letter behind the caret, or the card where there is none."""
        if not self.field.cursor_at_end:
            self.field.action_delete_right()
        elif isinstance(self._rows.key, int):
            self.post_message(self.Deleted(self._rows.key))

    def action_bring_back(self) -> None:
        """Bring a deleted card back."""
        if self.deleted:
            self.post_message(self.BroughtBack())


def _card(address: SavedAddress, glyphs: Glyphs, width: int, *, low: bool, here: bool) -> Iterator[Line]:
    """Yield the lines of a card; the one with the cursor says what Enter does."""
    edge, key = (f"{glyphs.edge} ", "edge"), address.id
    use = line((f"{glyphs.enter} Use this address ", "key")) if here else Line()
    named = line(edge, (street_line(address.parts), "strong"))
    street = Line(beside(named, use, width).spans, key)
    town = line(edge, town_line(address.parts), key=key)
    used = line((_used(address), "muted"))
    if low:
        yield street
        yield Line(beside(town, Line((*used.spans, (" ", ""))), width).spans, key)
        return
    yield from (street, town, Line((edge, *used.spans), key))


def _used(address: SavedAddress) -> str:
    match address.profiles:
        case 0:
            return "Not used yet"
        case 1:
            return f"Used in 1 profile: {address.last_profile}"
    return f"Used in {counted(address.profiles, 'profile')}, last in {address.last_profile}"
