"""A step of an open profile: leaving it never asks and never loses anything; only Continue checks."""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.events import DescendantBlur, DescendantFocus

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.open_profile import REASONS
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.steps.address import PICK
from trusthub_tui.tui.steps.form import row_of
from trusthub_tui.tui.steps.step_frame import StepFrame
from trusthub_tui.tui.widgets.choice_field import ChoiceField
from trusthub_tui.tui.widgets.rows import Rows

_ABOUT_THE_SUMMARY = (
    "The same sentence stands at the field. Nothing you typed was removed. You can go on and fix it later."
)


class StepScreen(StepFrame):
    """Shows one step at a time; going to another one replaces only the fields."""

    WHERE = Where.STEP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.STEP)

    def __init__(self, program: Program, draft: Draft, place: Place, back_to: object = None) -> None:
        super().__init__(program, draft, place)
        self.back_to = back_to
        self._rechecking = False

    def on_mount(self) -> None:
        """Begin where the user stopped; the rules are loaded after the first paint."""
        self.arrive()
        self.call_after_refresh(self._load_rules)

    async def show_step(self, place: Place, back_to: object = None) -> None:
        """Go to another step, or to another field of this one."""
        self.back_to, self.target = back_to, place
        if place.section == self.section_number:
            self.arrive()
            return
        async with self.batch():
            await self.replace_body(place)
            await self._understand()

    async def action_continue(self) -> None:
        """Check this step and go on; with problems only at the second time."""
        if self.draft.editable:
            self.body.take_suggestions()
            self.draft.check()
            problems = self._problems()
            if problems and not self.warned:
                self._warn()
                return
        if not self._gone_back():
            self.program.open_step(self.draft, self.section_number + 1)

    def action_back(self) -> None:
        """Go back; nothing is checked."""
        if self._gone_back():
            return
        if self.section_number > 1:
            self.program.open_step(self.draft, self.section_number - 1)
        else:
            self.action_profiles()

    def _gone_back(self) -> bool:
        if self.back_to == REASONS:
            self.program.open_status(self.draft)
        elif self.back_to is not None:
            self.program.open_review(self.draft, self.back_to)
        return self.back_to is not None

    def action_menu(self) -> None:
        """Close the summary first, if it has the focus."""
        if self.focused is self.summary:
            self.summary.say((), most=0)
            self.body.first_control().focus()
        else:
            super().action_menu()

    def action_addresses(self) -> None:
        """Open the address book."""
        pick = self.body.control_at(PICK)
        if isinstance(pick, ChoiceField):
            pick.action_open()
        elif self.services.store.addresses.count():
            self.program.open_step(self.draft, 2, PICK)
        else:
            self.tell("There is no saved address yet. Fill one in at step 2; it is kept for later")

    @on(Rows.Chosen, "#summary")
    def go_to_problem(self, event: Rows.Chosen) -> None:
        """Go to the field of a problem."""
        control = self.body.control_at(str(event.key))
        if control is not None:
            control.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Explain the field that has the focus now, and remember it."""
        row = row_of(event.widget)
        if row is not None:
            self.pen.move(row.question.path, row.control.spot)
        self._explain()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Check the format of a field that was changed and left."""
        row = row_of(event.widget)
        path = row.question.path if row is not None else ""
        if path in self.pen.touched and answered(self.draft.answers, path) and self.draft.checked:
            self.draft.check()
            self.draft.reveal_on_leaving(path)
            self._show_findings()

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new badge; fields may be edited again after a rejection."""
        super().decided(profile_id, decision)
        self.refill()

    def refill(self) -> None:
        """Show everything as it is now."""
        self.show_heading()
        self._show_findings()

    @work(thread=True, group="rules")
    def _load_rules(self) -> None:
        """Import the rules and their libraries beside the user's first keys."""
        from trusthub_tui.profile.canonical import reading
        from trusthub_tui.profile.country_wording import worded
        from trusthub_tui.profile.evaluation import evaluate

        answers = dict(self.draft.answers)
        evaluate(answers)
        for question in self.section.questions:
            reading(question.path, answers)
            worded(question, answers)
        self.call_later(self._understand)

    async def _understand(self) -> None:
        self._rechecking = False
        self.draft.check()
        await self.body.understand()
        self._show_findings()

    def written(self, elsewhere: Answers) -> None:
        """Say that it is saved, and see what it means after it has been painted."""
        self.body.show(elsewhere)
        self.show_state()
        if self.draft.checked and not self._rechecking:
            self._rechecking = True
            self.call_after_refresh(self._understand)

    def _show_findings(self) -> None:
        self.body.remark()
        if self.warned:
            problems = self._problems()
            self.warned = bool(problems)
            if self.summary.display:
                self.summary.say(problems, most=4 if self.size.height < 28 else 8)
        self.show_state()
        self._explain()

    def _problems(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.draft.evaluation.problems if found.path in self.section.paths)

    def _warn(self) -> None:
        self.draft.reveal(self.section.paths)
        self.warned = self.summary.display = True
        self._show_findings()
        self.summary.focus()

    def _explain(self) -> None:
        if self.focused is self.summary:
            self.field_help.show(_ABOUT_THE_SUMMARY)
            return
        row = row_of(self.focused)
        path = row.question.path if row else ""
        self.field_help.explain(row, self.draft.shown_findings(path), self.draft.reason_about(path))
