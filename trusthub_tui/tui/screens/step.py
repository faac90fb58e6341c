"""A step of an open profile: leaving it never asks and never loses anything; only Continue checks."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, DescendantFocus, Resize

from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.questionnaire import SECTIONS, Section
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.pen import Pen
from trusthub_tui.tui.screens.address import PICK, AddressBody
from trusthub_tui.tui.screens.profile_page import ProfilePage
from trusthub_tui.tui.screens.representatives import RepresentativesBody
from trusthub_tui.tui.screens.step_body import StepBody, row_of
from trusthub_tui.tui.screens.terms import TermsBody
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.choice_field import ChoiceField, Ticks
from trusthub_tui.tui.widgets.field_help import FieldHelp
from trusthub_tui.tui.widgets.heading import Heading
from trusthub_tui.tui.widgets.line_input import LineInput
from trusthub_tui.tui.widgets.rows import Rows
from trusthub_tui.tui.widgets.summary import Summary

_SPECIAL = {4: RepresentativesBody, 6: TermsBody}


class StepScreen(ProfilePage):
    """Shows one step at a time; going to another one replaces only the fields."""

    WHERE = Where.STEP
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.STEP)

    def __init__(self, program: Program, draft: Draft, place: Place, back_to: object = None) -> None:
        super().__init__(program, draft)
        self.section_number = place.section
        self.back_to = back_to
        self._target = place
        self._heading = Heading()
        self._summary = Summary(id="summary")
        self._field_help = FieldHelp()
        self._warned = False
        self._rechecking = False
        self._pen, self._body = self._make_body()

    def content(self) -> ComposeResult:
        """Steps beside the fields, help below them."""
        with Horizontal(id="middle"):
            yield self.steps
            with Vertical(id="work"):
                yield self._summary
                yield self._heading
                yield self._body
        yield self._field_help

    def on_mount(self) -> None:
        """Begin where the user stopped; the rules are loaded after the first paint."""
        self._arrive()
        self.call_after_refresh(self._load_rules)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return SECTIONS[self.section_number - 1]

    def heading(self) -> str:
        """Say at the very start of the screen that there is an error."""
        return f"Error: {self.draft.name}" if self._warned else self.draft.name

    def question_in_focus(self) -> str:
        """Return the path of the question that has the focus."""
        row = row_of(self.focused)
        return row.question.path if row else ""

    async def show_step(self, place: Place, back_to: object = None) -> None:
        """Go to another step, or to another field of this one."""
        self.back_to, self._target = back_to, place
        if place.section == self.section_number:
            self._arrive()
            return
        before = self._body
        self.section_number, self._warned = place.section, False
        self._pen, self._body = self._make_body()
        async with self.batch():
            self.set_focus(None)
            self._summary.say((), most=0)
            await before.remove()
            await self.query_one("#work").mount(self._body)
            self._arrive()
            await self._understand()

    async def action_continue(self) -> None:
        """Check this step and go on; with problems only at the second time."""
        if self.draft.editable:
            self._body.take_suggestions()
            self.draft.check()
            problems = self._problems()
            if problems and not self._warned:
                self._warn()
                return
            self._body.finish()
        if self.back_to is not None:
            self.program.open_review(self.draft, self.back_to)
        else:
            self.program.open_step(self.draft, self.section_number + 1)

    def action_back(self) -> None:
        """Go back; nothing is checked."""
        if self.back_to is not None:
            self.program.open_review(self.draft, self.back_to)
        elif self.section_number > 1:
            self.program.open_step(self.draft, self.section_number - 1)
        else:
            self.action_profiles()

    def action_menu(self) -> None:
        """Close the summary first, if it has the focus."""
        if self.focused is self._summary:
            self._summary.say((), most=0)
            self._body.first_control().focus()
        else:
            super().action_menu()

    def action_undo(self) -> None:
        """Take back the last change of the field in focus."""
        self._body.travel(self.question_in_focus(), back=True)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._body.travel(self.question_in_focus(), back=False)

    def action_addresses(self) -> None:
        """Open the address book."""
        pick = self._body.control_at(PICK)
        if isinstance(pick, ChoiceField):
            pick.action_open()
        elif self.services.store.addresses.count():
            self.program.open_step(self.draft, 2, PICK)
        else:
            self.tell("There is no saved address yet. Fill one in at step 2; it is kept for later")

    @on(Rows.Chosen, "#summary")
    def go_to_problem(self, event: Rows.Chosen) -> None:
        """Go to the field of a problem."""
        control = self._body.control_at(str(event.key))
        if control is not None:
            control.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Explain the field that has the focus now, and remember it."""
        super().on_descendant_focus(event)
        row = row_of(event.widget)
        if row is not None:
            self._pen.move(row.question.path, row.control.spot)
        self._explain()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Check the format of a field that was changed and left."""
        row = row_of(event.widget)
        path = row.question.path if row is not None else ""
        if path in self._pen.touched and answered(self.draft.answers, path) and self.draft.checked:
            self.draft.check()
            self.draft.reveal_on_leaving(path)
            self._show_findings()

    def on_resize(self, event: Resize) -> None:
        """Lay the fields out for the new size; focus and caret stay."""
        super().on_resize(event)
        self._lay_out()

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new badge; fields may be edited again after a rejection."""
        super().decided(profile_id, decision)
        self._show_findings()

    def _make_body(self) -> tuple[Pen, StepBody]:
        pen = Pen(self.draft, self.section_number, written=self._written, tell=self.tell)
        if self.section_number == 2:
            return pen, AddressBody(self.section, self.draft, pen, self.services.store)
        return pen, _SPECIAL.get(self.section_number, StepBody)(self.section, self.draft, pen)

    def _arrive(self) -> None:
        locked = f"{self.draft.status.label}: you can read the answers here, not change them."
        intro = self.section.intro if self.draft.editable else locked
        self._heading.show(f"Step {self.section_number} of {len(SECTIONS)}: {self.section.title}", intro)
        self._lay_out()
        target = self._target
        control = self._body.control_at(target.path) or self._body.first_control()
        control.focus()
        if isinstance(control, LineInput) and target.path == control.path:
            control.cursor_position = target.caret
        elif isinstance(control, Ticks) and target.path == control.path:
            control.stand_on(target.caret)

    def _lay_out(self) -> None:
        if self.size.width:
            self._body.layout_for(self.size.width, self.size.height)
            self.show_state()

    @work(thread=True, group="rules")
    def _load_rules(self) -> None:
        """Import the rules and their libraries beside the user's first keys."""
        from trusthub_tui.profile.evaluation import evaluate
        from trusthub_tui.profile.readings import reading
        from trusthub_tui.profile.wording import worded

        answers = dict(self.draft.answers)
        evaluate(answers)
        for question in self.section.questions:
            reading(question.path, answers)
            worded(question, answers)
        self.call_later(self._understand)

    async def _understand(self) -> None:
        self._rechecking = False
        self.draft.check()
        await self._body.understand()
        self._show_findings()

    def _written(self, elsewhere: Answers) -> None:
        self._body.show(elsewhere)
        self.show_state()
        if self.draft.checked and not self._rechecking:
            self._rechecking = True
            self.call_after_refresh(self._understand)

    def _show_findings(self) -> None:
        self._body.remark()
        if self._warned:
            problems = self._problems()
            self._warned = bool(problems)
            if self._summary.display:
                self._summary.say(problems, most=4 if self.size.height < 28 else 8)
        self.show_state()
        self._explain()

    def _problems(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.draft.evaluation.problems if found.path in self.section.paths)

    def _warn(self) -> None:
        self.draft.reveal(self.section.paths)
        self._warned = self._summary.display = True
        self._show_findings()
        self._summary.focus()

    def _explain(self) -> None:
        row = row_of(self.focused)
        path = row.question.path if row else ""
        self._field_help.explain(row, self.draft.shown_findings(path), self.draft.reason_about(path))
