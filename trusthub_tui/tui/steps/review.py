"""Step 7: everything at a glance, what is wrong first, every line a way to change it; then submit."""

from importlib import import_module
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key

from trusthub_tui.draft.attention import open_findings, open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questionnaire import REVIEW, SECTIONS, filled_on_leaving
from trusthub_tui.profile.submission import Decision, Reason
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands import filing, online
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.dialogs.at_twilio import evaluation_lines
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.profile_head import ProfileHead
from trusthub_tui.tui.saver import RETRY_SECONDS, Saver
from trusthub_tui.tui.services import Navigator
from trusthub_tui.tui.widgets.bars import Heading, HelpArea
from trusthub_tui.tui.widgets.rows import Fixed, Rows


class ReviewScreen(Page):
    """Shows the answers; Enter changes one and comes back to the same line."""

    WHERE = Where.REVIEW
    OFFERS: ClassVar[tuple[Command, ...]] = commands_of(Where.REVIEW)
    BINDINGS: ClassVar[list[BindingType]] = all_bindings(Where.REVIEW)

    def __init__(self, navigator: Navigator, draft: Draft, at: object = None) -> None:
        super().__init__(navigator)
        self._draft = draft
        self._at = at
        self.back_to: object = None
        self.section_number = REVIEW.number
        self.saver = Saver(draft, self.services, self.tell, lambda _: self.refill())
        self.head = ProfileHead(draft, self.saver, self.title_bar)
        self._heading = Heading()
        self._rows = Rows(id="answers")
        self._help_area = HelpArea(1)

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    def content(self) -> ComposeResult:
        """Steps beside the answers."""
        with Horizontal(id="middle"):
            yield self.head.steps
            with Vertical(id="work"):
                yield self._heading
                yield self._rows
        yield self._help_area

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter changes an answer."""
        return (("Enter", "Change"),) if self._draft.editable else (("Enter", "Read"),)

    def on_mount(self) -> None:
        """Check everything, now that everything is asked for."""
        self.head.show(self.section_number, self.size.width)
        self.set_interval(RETRY_SECONDS, self.saver.try_again)
        self._draft.stop_at(Place(self.section_number))
        if self._draft.editable and (offered := filled_on_leaving(self._draft.answers)):
            self._draft.write(offered, self._draft.place)
        self._rows.focus()
        self.call_after_refresh(self.refill)
        self.call_after_refresh(self._load_model)

    def on_key(self, event: Key) -> None:
        """Say to somebody who types why nothing is written: a letter alone does nothing here."""
        if event.is_printable and event.key != "space":
            self.tell("Enter changes the line. A command is Esc, then its letter")

    def question_in_focus(self) -> str:
        """Return the question of the line with the cursor."""
        key = self._rows.key
        return str(key[1]) if isinstance(key, tuple) else ""

    def reason_in_focus(self) -> Reason | None:
        """Return none: here reasons are said about their answers."""
        return None

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return await self.saver.may_leave(self.ask)

    def place_in_turn(self) -> str:
        """Look on from the beginning: every problem is listed here."""
        return ""

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show what others did to the profile."""
        self.saver.notice(fault, told=told)

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show what the decision means."""
        if profile_id == self._draft.id:
            self._draft.reload()
        self.refill()

    @work(thread=True, group="model")
    def _load_model(self) -> None:
        """Import what a submission needs while the user reads."""
        import_module("trusthub_tui.profile.customer_profile")

    @on(Rows.Refitted)
    def refit(self) -> None:
        """Wrap the lines for the cells there are now."""
        if self._draft.checked:
            self.refill()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Change an answer, or submit."""
        match event.key:
            case "send":
                self.run_worker(online.send(self), group="command")
            case "submit":
                self.run_worker(filing.submit(self), group="command")
            case (_, str(path), *_):
                self.navigator.open_question(self._draft, path, back_to=event.key)

    def go_back(self) -> None:
        """Go to the step before."""
        if self._draft.status.editable:
            self.navigator.open_step(self._draft, self.section_number - 1)
        else:
            self.navigator.open_status(self._draft)

    def show_problems(self) -> None:
        """Show everything as it is now, the cursor on the first problem."""
        self.refill()
        self._rows.action_edge(-1)

    def refill(self) -> None:
        """Show everything as it is now."""
        from trusthub_tui.tui.steps.review_lines import review_lines

        if not self._draft.checked:
            self._draft.check()
        state = self.head.state_words(self.section_number, self.size.width)
        self._heading.show(f"Step 7 of {len(SECTIONS)}: ", REVIEW.title, self._intro(), state)
        width, glyphs = max(40, self._rows.room), self.navigator.look.glyphs
        evaluated = evaluation_lines(self._draft, self.services, width)
        lines = list(review_lines(self._draft, glyphs, width, evaluated))
        self._rows.show(Fixed(lines), self._rows.key or self._at)
        if self._at is not None:
            self._rows.move_to(self._at)
            self._at = None
        self.head.show(self.section_number, self.size.width)
        self._help_area.show(self._help())
        self.show_keys()

    def _help(self) -> str:
        if self._draft.editable:
            return "Enter changes a line and brings you back to it. End goes to Submit"
        return self.saver.held or "These answers are read-only. Esc c makes a draft copy"

    def _intro(self) -> str:
        if not self._draft.editable:
            return self.saver.held or f"{self._draft.status.label}: you can read the answers here."
        last, found = self._draft.last, open_findings(self._draft)
        sent = f"Version {last.version + 1} is not submitted yet." if last else "Nothing has been sent yet."
        told = (
            (sum(one.severity is Severity.PROBLEM for one in found), "problem", "to fix"),
            (len(open_reasons(self._draft)), "reason", "nothing was done about"),
            (sum(one.severity is Severity.WARNING for one in found), "likely rejection", "to look at"),
        )
        left = [f"{counted(count, what)} {how}" for count, what, how in told if count]
        return f"{', '.join(left) or 'All steps are ready'}. {sent}"
