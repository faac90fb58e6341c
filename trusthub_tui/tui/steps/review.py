"""Step 7: everything at a glance, what is wrong first, every line a way to change it; then submit."""

from importlib import import_module
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from trusthub_tui.draft.attention import open_findings
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.questionnaire import QUESTIONS, REVIEW, SECTIONS
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.dialogs.submit import with_problems, without_problems
from trusthub_tui.tui.profile_page import ProfilePage
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.bars import HelpArea
from trusthub_tui.tui.widgets.heading import Heading
from trusthub_tui.tui.widgets.rows import Fixed, Rows


class ReviewScreen(ProfilePage):
    """Shows the answers; Enter changes one and comes back to the same line."""

    WHERE = Where.REVIEW
    BINDINGS: ClassVar = bindings_of(Where.REVIEW)
    section_number = REVIEW.number

    def __init__(self, program: Program, draft: Draft, at: object = None) -> None:
        super().__init__(program, draft)
        self._at = at
        self._heading = Heading()
        self._rows = Rows(id="answers")
        self._help_area = HelpArea(1)

    def content(self) -> ComposeResult:
        """Steps beside the answers."""
        with Horizontal(id="middle"):
            yield self.steps
            with Vertical(id="work"):
                yield self._heading
                yield self._rows
        yield self._help_area

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter changes an answer."""
        return (("Enter", "Change"),) if self._draft.editable else (("Enter", "Read"),)

    def on_mount(self) -> None:
        """Check everything, now that everything is asked for."""
        self._draft.stop_at(Place(self.section_number))
        self._help_area.show(
            "Enter changes a line and brings you back to it. End goes to Submit"
            if self._draft.editable
            else "These answers are read-only. Esc c makes a draft copy"
        )
        self._rows.focus()
        self.call_after_refresh(self.refill)
        self.call_after_refresh(self._load_model)

    def question_in_focus(self) -> str:
        """Return the question of the line with the cursor."""
        key = self._rows.key
        return str(key[1]) if isinstance(key, tuple) else ""

    def place_in_turn(self) -> str:
        """Look on from the beginning: every problem is listed here."""
        return ""

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show what the decision means."""
        super().decided(profile_id, decision)
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
            case "submit":
                self.action_submit()
            case (_, str(path), *_):
                self.go_to(path, back_to=event.key)

    def action_back(self) -> None:
        """Go to the step before."""
        if self._draft.editable:
            self.program.open_step(self._draft, self.section_number - 1)
        else:
            self.program.open_status(self._draft)

    def action_submit(self) -> None:
        """Ask once, then send; but only what is saved is sent."""
        self.try_again()
        if self._draft.unsaved:
            self.tell_fault()
            return
        self._draft.check()
        problems = self._draft.evaluation.problems
        risks = [found for found in open_findings(self._draft) if found.severity is Severity.WARNING]
        dialog = with_problems(len(problems)) if problems else without_problems(self._draft, len(risks))
        self.app.push_screen(dialog, lambda sure: self._answered(sure=sure))

    def _answered(self, *, sure: bool | None) -> None:
        if sure:
            self._submit()
        elif sure is False and self._draft.evaluation.problems:
            self._draft.reveal(QUESTIONS)
            self.refill()
            self._rows.action_edge(-1)

    def _submit(self) -> None:
        self._draft.reveal(QUESTIONS)
        try:
            self.services.filing.submit(self._draft.id)
        except StoreError as fault:
            self.tell(f"Nothing was submitted. {fault.message} {fault.remedy}", alarm=True)
            return
        self._draft.reload()
        self.program.watch_decisions()
        self.program.open_status(self._draft)

    def refill(self) -> None:
        """Show everything as it is now."""
        from trusthub_tui.tui.steps.review_lines import review_lines

        if not self._draft.checked:
            self._draft.check()
        self._heading.show(f"Step 7 of {len(SECTIONS)}: {REVIEW.title}", self._intro())
        lines = list(review_lines(self._draft, max(40, self._rows.room)))
        self._rows.show(Fixed(lines), self._rows.key or self._at)
        if self._at is not None:
            self._rows.move_to(self._at)
            self._at = None
        self.show_state()

    def _intro(self) -> str:
        if not self._draft.editable:
            return f"{self._draft.status.label}: you can read the answers here."
        last, problems = self._draft.last, len(self._draft.evaluation.problems)
        sent = f"Version {last.version + 1} is not submitted yet." if last else "Nothing has been sent yet."
        if not problems:
            return f"All steps are ready. {sent}"
        return f"{problems} problem{'s' if problems > 1 else ''} to fix. {sent}"
