"""Step 7: everything at a glance, what is wrong first, every line a way to change it; then submit."""

from importlib import import_module
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Key

from trusthub_tui.draft.attention import open_findings, open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.questionnaire import REVIEW, SECTIONS, filled_on_leaving
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands import filing, online
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.dialogs.at_twilio import evaluation_lines
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import InFocus, Page
from trusthub_tui.tui.profile_head import ProfileHead
from trusthub_tui.tui.saver import RETRY_SECONDS, Saver
from trusthub_tui.tui.widgets.bars import Heading
from trusthub_tui.tui.widgets.find_line import FindLine
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
        self._find = FindLine("label, answer, or what is wrong", self._rows)

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    def content(self) -> ComposeResult:
        """The list of steps beside all answers."""
        with Horizontal(id="middle"):
            yield self.head.steps
            with Vertical(id="work"):
                yield self._heading
                yield self._find
                yield self._rows

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter changes an answer, End leads to the line that submits."""
        enter = ("Enter", "Change" if self._draft.editable else "Read")
        if self._find.typing:
            return (enter, ("Esc", "All lines"))
        return (enter, ("End", "Submit")) if self._draft.editable else (enter,)

    def on_mount(self) -> None:
        """Check everything, now that everything is asked for."""
        self.head.show(self.section_number, self.size.width)
        self.set_interval(RETRY_SECONDS, self.saver.try_again)
        self._draft.stay_at(Place(self.section_number))
        if self._draft.editable and (offered := filled_on_leaving(self._draft.answers)):
            self._draft.write(offered, self._draft.place)
        self._rows.focus()
        self.call_after_refresh(self.refill)
        self.call_after_refresh(self._load_model)

    def on_key(self, event: Key) -> None:
        """Say to somebody who types why nothing is written: a letter alone does nothing here."""
        if event.is_printable and event.key not in ("space", "slash"):
            self.tell("Enter changes the line. A command is Esc, then its letter")

    def in_focus(self) -> InFocus:
        """Return the question of the line with the cursor; F8 looks on from the beginning."""
        key = self._rows.key
        return InFocus(str(key[1]) if isinstance(key, tuple) else "")

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return await self.saver.may_leave(self.ask)

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show what others did to the profile."""
        self.saver.notice(fault, told=told)

    def decided(self, profile_id: str) -> None:
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

    async def show_find(self) -> None:
        """Let the user type words that a line is found by."""
        await self._find.open()

    def close_extra(self) -> bool:
        """Show all lines again, the cursor on the same one."""
        if not self._find.display:
            return False
        key = self._rows.key
        self._find.close()
        self._rows.focus()
        self.refill(key)
        return True

    @on(FindLine.Changed)
    def narrow(self) -> None:
        """Show the lines that fit."""
        self.refill()

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Other keys work among the lines than where words are typed."""
        self.show_keys()

    def go_back(self) -> None:
        """Go to the step before."""
        if self.close_extra():
            return
        if self._draft.status.editable:
            self.navigator.open_step(self._draft, self.section_number - 1)
        else:
            self.navigator.open_status(self._draft)

    def show_problems(self) -> None:
        """Show everything as it is now, the cursor on the first problem."""
        self.refill()
        self._rows.action_edge(-1)

    def refill(self, key: object = None) -> None:
        """Show everything as it is now; the cursor stays, or goes to the line with this key."""
        if not self._draft.checked:
            self._draft.check()
        state = self.head.state_words(self.section_number, self.size.width)
        self._heading.show(f"Step 7 of {len(SECTIONS)}: ", REVIEW.title, self._intro(), state)
        self._rows.show(Fixed(self._lines()), key or self._rows.key or self._at)
        if self._at is not None:
            self._rows.move_to(self._at)
            self._at = None
        self.head.show(self.section_number, self.size.width)
        self.show_keys()

    def _lines(self) -> list[Line]:
        from trusthub_tui.tui.steps.review_lines import answer_lines, review_lines

        width, glyphs = max(40, self._rows.room), self.navigator.look.glyphs
        if words := self._find.words:
            return list(answer_lines(self._draft, glyphs, width, words))
        evaluated = evaluation_lines(self._draft, self.services, width)
        return list(review_lines(self._draft, glyphs, width, self.services.key_of("next_problem"), evaluated))

    def _intro(self) -> str:
        if not self._draft.editable:
            read_only = (
                f"{self._draft.status.label}: you can read the answers here. Esc c makes a draft copy."
            )
            return self.saver.held or read_only
        last = self._draft.last
        ready = "" if open_findings(self._draft) or open_reasons(self._draft) else "All steps are ready. "
        version = self._draft.next_version
        sent = f"Version {version} is not submitted yet." if last else "Nothing has been sent yet."
        return f"{ready}{sent}"
