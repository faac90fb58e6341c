"""After a submission: in review, rejected with reasons and advice, or approved."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.submission import Decision, Reason
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.dialogs.at_twilio import standing_lines
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.pages.status_lines import status_lines
from trusthub_tui.tui.profile_head import ProfileHead
from trusthub_tui.tui.profile_page import REASONS
from trusthub_tui.tui.saver import RETRY_SECONDS, Saver
from trusthub_tui.tui.services import Navigator
from trusthub_tui.tui.widgets.rows import Fixed, Rows


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
        self._opened = 1
        """The number of the reason that is open."""

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    def content(self) -> ComposeResult:
        """One list."""
        yield self._rows

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter does what the line says."""
        return (("Enter", "Choose"),)

    def on_mount(self) -> None:
        """Show what is known."""
        self.head.show(self.section_number, self.size.width)
        self.set_interval(RETRY_SECONDS, self.saver.try_again)
        self.set_interval(1, self._tick)
        self._draft.stop_at(Place(0))
        self._rows.focus()
        self.call_after_refresh(self.refill)

    def question_in_focus(self) -> str:
        """Return the first question that the reason with the cursor concerns."""
        reason = self.reason_in_focus()
        return reason.paths[0] if reason and reason.paths else ""

    def reason_in_focus(self) -> Reason | None:
        """Return the reason with the cursor."""
        match self._rows.key:
            case ("reason", int(number)):
                return self._draft.reasons[number - 1]
        return None

    def place_in_turn(self) -> str:
        """Look on from the beginning: every reason is listed here."""
        return ""

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return await self.saver.may_leave(self.ask)

    def noticed(self, fault: StoreError | None) -> None:
        """Show what others did to the profile."""
        self.saver.notice(fault)
        self.refill()

    def decided(self, profile_id: str, decision: Decision) -> None:
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
    def open_reason(self) -> None:
        """Open the reason with the cursor, and shut the one before."""
        match self._rows.key:
            case ("reason", int(number)) if number != self._opened:
                self._opened = number
                self.refill()

    def _tick(self) -> None:
        """Let the line of a running practice review grow."""
        last = self._draft.last
        if last is not None and last.decision is None and last.due_at is not None:
            self.refill()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        match event.key:
            case ("reason", int()):
                self._go_to_reason()
            case "copy":
                self._start("duplicate")
            case "decide":
                self._start("decision")
            case "sheet":
                self._start("copy_sheet")
            case "reopen":
                self._start("reopen")
            case "discard":
                self._start("discard")
            case _:
                self._start("review")

    def refill(self) -> None:
        """Show everything as it is now."""
        glyphs = self.navigator.look.glyphs
        width, key = max(40, self._rows.room), self._rows.key
        told = standing_lines(self._draft, self.services, self.navigator.follower, width)
        lines = list(status_lines(self._draft, self.services, glyphs, width, self._opened, told))
        self._rows.show(Fixed(lines), key)
        self.head.show(self.section_number, self.size.width)
        self.show_keys()

    def _go_to_reason(self) -> None:
        if path := self.question_in_focus():
            self.navigator.open_question(self._draft, path, back_to=REASONS)
        else:
            self.tell("This reason concerns no answer of yours. m keeps it with a note")

    def _start(self, name: str) -> None:
        self.run_worker(self.perform(name), group="command")
