"""The copy sheet: carry a profile over to Twilio's Console, one value at a time."""

from collections.abc import Awaitable, Callable, Iterator
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from trusthub_tui.cells import fitted, wrapped
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE, SheetField, SheetSection, copy_sheet
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questionnaire import section_of
from trusthub_tui.tui.command import Where
from trusthub_tui.tui.drawing.bars import Title
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.bars import KeyBar, TitleBar
from trusthub_tui.tui.widgets.paragraphs import Paragraphs, labelled, paragraph
from trusthub_tui.tui.widgets.rows import Fixed, Rows

FILED = "filed"
"""What the sheet returns when the user says that all is entered."""

_SENT = "Sent to the terminal. If the paste shows old text, drag over the value with Shift:"
"""No terminal answers whether it took a copy, and many take none unless told to."""

_NARROW: Final = 70
"""Cells below which labels give way to values."""

_KEYS: Final = (
    ("Enter", "Copy"),
    ("Space", "Tick"),
    ("Esc or F7", "Back"),
    ("End", "Filed"),
    ("o", "Open the Console"),
)

_ONE: Final = "one_representative"
"""The preference that says whether sheets leave the second representative out."""

_YES: Final = "yes"


class CopySheet(ModalScreen[str | None]):
    """A page of its own over that of the profile. Returns :data:`FILED`, or None."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "close", show=False),
        Binding("space", "tick", show=False),
        Binding("o", "open_console", show=False),
        Binding("2", "leave_out", show=False),
    ]

    def __init__(self, draft: Draft, services: Services, copy: Callable[[str], Awaitable[bool]]) -> None:
        """``copy`` copies a text; whether it is certain that it can be pasted now."""
        super().__init__()
        self._draft = draft
        self._copy = copy
        self._services = services
        self._one = services.guard.read(lambda: services.store.preferences.get(_ONE), "") == _YES
        self._sections: tuple[SheetSection, ...] = ()
        self._entries: dict[str, SheetField] = {}
        self._make()
        self._copied_now = ("", "")
        """The question whose value was copied last, and what is certain about that."""
        self._title = TitleBar()
        self._rows = Rows()
        self._copied = Paragraphs(role="muted", id="copied")
        self._keys = KeyBar(Where.NOWHERE)

    def compose(self) -> ComposeResult:
        """The values, and below them the one that was copied, bare on its own line to be dragged over."""
        yield self._title
        yield self._rows
        yield self._copied
        self._keys.show((), _KEYS)
        yield self._keys

    def on_mount(self) -> None:
        """Begin at the first value that was not carried over yet."""
        self._copied.say("Enter copies a value. Once it is in the Console, Space ticks it.")
        self.call_after_refresh(self._fill, self._next_open(""))

    @on(Rows.Refitted)
    def refit(self) -> None:
        """Wrap the lines for the cells there are now."""
        self._fill(self._rows.key)

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Copy a value. Whether it has arrived in the Console only the user knows: they tick it."""
        event.stop()
        if event.key == FILED:
            self.dismiss(FILED)
            return
        entry = self._entries[str(event.key)]
        if not entry.value:
            self._copied.say("There is nothing to copy:", entry.problem)
            return
        self.run_worker(self._carry(entry), group="copy", exclusive=True)

    def file_changed(self) -> None:
        """Show the answers and ticks as they are now."""
        self._make()
        self._fill(self._rows.key)

    def action_tick(self) -> None:
        """Tick a value that is entered and go to the next one, or take a tick away."""
        path = str(self._rows.key)
        if path not in self._entries:
            return
        ticked = path not in self._draft.carried
        self._draft.carry(path, ticked=ticked)
        self._fill(self._next_open(path) if ticked else path)

    def action_leave_out(self) -> None:
        """Leave the second representative out, or take them in again; so it is with the next sheet too."""
        self._one = not self._one
        said = _YES if self._one else ""
        self._services.guard.do(lambda: self._services.store.preferences.set(_ONE, said))
        self._make()
        self._fill(self._rows.key if self._rows.key in self._entries else self._next_open(""))

    def action_open_console(self) -> None:
        """Open the Console in a browser."""
        self.app.open_url(CONSOLE_PAGE)

    def action_close(self) -> None:
        """Go back; the ticks stay."""
        self.dismiss(None)

    async def _carry(self, entry: SheetField) -> None:
        """Copy a value, and say what is certain."""
        self._copied.say("Copying:", entry.value)
        certain = await self._copy(entry.value)
        self._copied_now = (entry.path, "Copied" if certain else "Sent to the terminal")
        self._copied.say("Copied:" if certain else _SENT, entry.value)
        self._fill(self._rows.key)

    def _make(self) -> None:
        self._sections = copy_sheet(
            self._draft.answers, self._draft.evaluation.problems, one_representative=self._one
        )
        self._entries = {entry.path: entry for section in self._sections for entry in section.entries}

    def _next_open(self, path: str) -> str:
        order = list(self._entries)
        start = order.index(path) + 1 if path in self._entries else 0
        ahead = (other for other in [*order[start:], *order[:start]] if other not in self._draft.carried)
        return next(ahead, FILED)

    def _fill(self, key: object) -> None:
        done, draft = sum(path in self._draft.carried for path in self._entries), self._draft
        self._title.tell(
            Title(
                f"Copy sheet: {draft.name}",
                said=f"{done} of {len(self._entries)} carried over",
                practice=draft.in_practice,
                status=draft.status,
                part=done / max(1, len(self._entries)),
            )
        )
        self._rows.show(Fixed(list(self._lines(max(40, self._rows.room)))), key)

    def _lines(self, width: int) -> Iterator[Line]:
        left_out = "left out; 2 takes them in again" if self._one else "to be entered; 2 leaves them out"
        for said in (
            "In the Console: Trust Hub, Customer Profiles, Primary profile, Business.",
            f"The second representative is {left_out}.",
        ):
            yield from paragraph(said, width, role="muted")
        if count := sum(bool(entry.problem) for entry in self._entries.values()):
            yield from paragraph(
                f"{counted(count, 'problem')} marked below: Twilio would reject the profile like this.",
                width,
                role="problem",
            )
        for section in self._sections:
            yield BLANK
            yield self._headed(section, width)
            for entry in section.entries:
                yield from self._entry(entry, width)
        yield BLANK
        yield line(("  ", "margin"), ("I have filed it in the Console...", "strong"), key=FILED)
        yield from paragraph(f"o opens {CONSOLE_PAGE}", width, indent=2, role="muted")

    def _headed(self, section: SheetSection, width: int) -> Line:
        title = f" {section_of(section.entries[0].path).number} {section.title} "
        room = max(1, width - len(title) - 1)
        return line((title, "strong"), (self._rows.look.glyphs.rule * room, "rule"))

    def _entry(self, entry: SheetField, width: int) -> Iterator[Line]:
        """Yield a value, a note on how to enter it beside it where there is room, and what is wrong."""
        ticked, room = entry.path in self._draft.carried, 27 if width < _NARROW else 29
        label, role = f"{'[x]' if ticked else '[ ]'} {entry.label}", "muted" if ticked else ""
        path, certain = self._copied_now
        note = "" if ticked else entry.note
        beside_it = note and len(entry.value) + len(note) + room + 4 <= width
        for row, part in enumerate(wrapped(entry.value or " ", width - room - 1)):
            shown = (fitted(label, room - 3) + " ", role) if row == 0 else (" " * (room - 2), "")
            said = (f"  {note}", "muted") if beside_it else ""
            yield line(("  ", "margin"), shown, (part, role), said, key=entry.path)
        if entry.problem:
            yield from labelled("  !", entry.problem, width, room=room, role="problem", key=entry.path)
        if note and not beside_it:
            yield from labelled("", note, width, room=room, role="muted", key=entry.path)
        if entry.path == path:
            yield from labelled("", certain, width, room=room, role="reading", key=entry.path)
