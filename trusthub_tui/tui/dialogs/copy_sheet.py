"""The copy sheet: carry a profile over to Twilio's Console, one value at a time."""

from collections.abc import Awaitable, Callable, Iterator
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE, SheetField, SheetSection, copy_sheet
from trusthub_tui.profile.labels import counted
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.bars import GO_BACK, HelpArea, TitleBar
from trusthub_tui.tui.widgets.drawn import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import Paragraphs, labelled, paragraph
from trusthub_tui.tui.widgets.rows import Fixed, Rows

FILED = "filed"
"""What the sheet returns when the user says that all is entered."""

_SENT = "Sent to the terminal. If the paste shows old text, drag over the value with Shift:"
"""No terminal answers whether it took a copy, and many take none unless told to."""

_LABEL = 32

_ONE: Final = "one_representative"
"""The preference that says whether sheets leave the second representative out."""

_YES: Final = "yes"


class CopySheet(ModalScreen[str | None]):
    """Returns :data:`FILED`, or None."""

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
        self._title = TitleBar()
        self._rows = Rows()
        self._copied = Paragraphs()

    def compose(self) -> ComposeResult:
        """The values, and below them the one that was copied, bare on its own line to be dragged over."""
        with Vertical(id="panel", classes="-full"):
            yield self._title
            yield self._rows
            yield self._copied
            help_area = HelpArea(1)
            help_area.show(f"Enter copies.  Space ticks.  {GO_BACK}.  o opens the Console.  End: filed")
            yield help_area

    def on_mount(self) -> None:
        """Begin at the first value that was not carried over yet."""
        self._copied.say("Enter copies a value. Once it is in the Console, Space ticks it.", "")
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
        self.run_worker(self._carry(entry.value), group="copy", exclusive=True)

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

    async def _carry(self, value: str) -> None:
        """Copy a value, and say what is certain."""
        self._copied.say("Copying:", value)
        certain = await self._copy(value)
        self._copied.say("Copied:" if certain else _SENT, value)

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
        done = sum(path in self._draft.carried for path in self._entries)
        self._title.show("Copy sheet for Twilio's Console", f"{done} of {len(self._entries)} carried over ")
        self._rows.show(Fixed(list(self._lines(max(40, self._rows.room)))), key)

    def _lines(self, width: int) -> Iterator[Line]:
        yield from paragraph(
            f"In the Console: Trust Hub, Customer Profiles, Primary profile, Business. {CONSOLE_PAGE}",
            width,
            role="muted",
        )
        left_out = "left out; 2 takes them in again" if self._one else "to be entered; 2 leaves them out"
        yield from paragraph(f"The second representative is {left_out}.", width, role="muted")
        if count := sum(bool(entry.problem) for entry in self._entries.values()):
            yield from paragraph(
                f"{counted(count, 'problem')} marked below: Twilio would reject the profile like this.",
                width,
                role="problem",
            )
        for section in self._sections:
            yield BLANK
            yield line((f" {section.title}", "strong"))
            for entry in section.entries:
                yield from self._entry(entry, width)
        yield BLANK
        yield line(("   [ I have filed it in the Console... ]", "strong"), key=FILED)

    def _entry(self, entry: SheetField, width: int) -> Iterator[Line]:
        mark = "[x]" if entry.path in self._draft.carried else "[ ]"
        yield from labelled(f" {mark} {entry.label}", entry.value, width, room=_LABEL, key=entry.path)
        if entry.problem:
            yield from labelled("  !", entry.problem, width, room=_LABEL, role="problem", key=entry.path)
        if entry.note:
            yield from labelled("", entry.note, width, room=_LABEL, role="muted", key=entry.path)
