"""After a submission: in review, rejected with reasons and advice, or approved."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.acknowledgements import ReasonState
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands import filing
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.dialogs.at_twilio import AtTwilio, standing_lines, who_tells
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import InFocus, Page
from trusthub_tui.tui.pages.reason_cards import states_of
from trusthub_tui.tui.pages.status_lines import (
    COPY,
    DECIDE,
    DISCARD,
    REOPEN,
    SHEET,
    SUBMIT,
    status_lines,
)
from trusthub_tui.tui.pages.way import Way
from trusthub_tui.tui.profile_head import ProfileHead
from trusthub_tui.tui.profile_page import REASONS
from trusthub_tui.tui.saver import RETRY_SECONDS, Saver
from trusthub_tui.tui.widgets.rows import Fixed, Rows

_TICK: Final = 1.0
"""Seconds between two looks at how long a running review takes."""

_COMMANDS: Final = {
    COPY: "duplicate",
    DECIDE: "decision",
    SHEET: "copy_sheet",
    REOPEN: "reopen",
    DISCARD: "discard",
}
"""What choosing a line does."""


class StatusScreen(Page):
    """What became of the newest submission, and what to do now."""

    WHERE = Where.STATUS
    OFFERS: ClassVar[tuple[Command, ...]] = commands_of(Where.STATUS)
    BINDINGS: ClassVar[list[BindingType]] = all_bindings(Where.STATUS)

    def __init__(self, navigator: Navigator, draft: Draft) -> None:
        super().__init__(navigator)
        self._draft = draft
        self.back_to: object = REASONS
        self.section_number = 0
        self.saver = Saver(draft, self.services, self.tell, lambda _: self.refill())
        self.head = ProfileHead(draft, self.saver, self.title_bar)
        self._rows = Rows(id="status")
        self._way = Way(draft, self.services)
        self._opened: object = None
        """The key of the reason that is open."""
        self._dealt: int | None = None
        """How many reasons were dealt with when they were shown last."""

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    def content(self) -> ComposeResult:
        """Where it is on its way, and one list."""
        yield self._way
        yield self._rows

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter does what the line says."""
        match self._rows.key:
            case ("reason", int()):
                return (("Enter", "Fix"), ("m", "Keep"))
            case "submit":
                return (("Enter", "Submit"),)
        return (("Enter", "Choose"),)

    def on_mount(self) -> None:
        """Show the head at once, everything else after the first paint, and what changes from then on."""
        self.head.show(self.section_number, self.size.width)
        self.set_interval(RETRY_SECONDS, self.saver.try_again)
        self.set_interval(_TICK, self._tick)
        self._draft.stay_at(Place(0))
        self._rows.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show everything, the cursor on what is to be done first."""
        self.refill()
        self._go_on()

    def _go_on(self) -> None:
        """Put the cursor on what is to be done first, where anything is."""
        if (key := self._next_key()) is not None:
            self._rows.move_to(key)

    def _next_key(self) -> object:
        """Return the first reason that is left; where all are dealt with, the line that goes on."""
        states = states_of(self._draft)
        if ReasonState.TO_FIX in states:
            return ("reason", states.index(ReasonState.TO_FIX) + 1)
        filed = not self._draft.in_practice
        return (SHEET if filed else SUBMIT) if states else None

    def _tick(self) -> None:
        """Let the way of a running review go on."""
        if self._draft.status.in_review:
            self._way.redraw()

    def in_focus(self) -> InFocus:
        """Return the reason with the cursor and its first question; F8 looks on from the beginning."""
        match self._rows.key:
            case ("reason", int(number)):
                reason = self._draft.reasons[number - 1]
                return InFocus(reason.paths[0] if reason.paths else "", reason)
        return InFocus()

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return await self.saver.may_leave(self.ask)

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show what others did to the profile."""
        self.saver.notice(fault, told=told)
        self.refill()

    def decided(self, profile_id: str) -> None:
        """Show the decision as soon as it is there, the cursor on the first thing to do about it."""
        if profile_id == self._draft.id:
            self._draft.reload()
        self.refill()
        self._rows.action_edge(-1)

    def go_back(self) -> None:
        """Go to the list of profiles."""
        self._start("profiles")

    @on(Rows.Refitted)
    def refit(self) -> None:
        """Wrap the lines for the cells there are now."""
        self.refill()

    @on(Rows.Moved)
    def moved(self) -> None:
        """Open the reason with the cursor; the one before falls shut."""
        if self._rows.key != self._opened:
            self._fill()
            self.show_keys()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        match event.key:
            case ("reason", int()):
                self._go_to_reason()
            case "submit":
                self.run_worker(filing.submit(self), group="command")
            case str(key):
                self._start(_COMMANDS.get(key, "review"))

    def show_problems(self) -> None:
        """Show what would be rejected at once, which the review lists first."""
        self.navigator.open_review(self._draft)

    def refill(self) -> None:
        """Show everything as it is now; from a reason that was just dealt with, go on to the next."""
        was = self._dealt
        self._dealt = sum(state.dealt_with for state in states_of(self._draft))
        self._fill()
        self._way.redraw()
        if was is not None and self._dealt > was:
            self._go_on()
        self.head.show(self.section_number, self.size.width)
        self.show_keys()

    def _fill(self) -> None:
        """Draw the lines, the reason with the cursor open."""
        self._opened = self._rows.key
        width = max(40, self._rows.room)
        glyphs = self.navigator.look.glyphs
        last = self._draft.last
        told = AtTwilio(
            standing_lines(self._draft, self.navigator, width),
            who_tells(last, self.navigator) if last is not None and self._draft.status.in_review else (),
        )
        lines = list(status_lines(self._draft, self.services, glyphs, width, self._opened, told))
        self._rows.show(Fixed(lines), self._opened)

    def _go_to_reason(self) -> None:
        if path := self.in_focus().question:
            self.navigator.open_question(self._draft, path, back_to=REASONS)
        else:
            self.tell("This reason concerns no answer of yours. m keeps it with a note")

    def _start(self, name: str) -> None:
        self.run_worker(self.perform(name), group="command")
