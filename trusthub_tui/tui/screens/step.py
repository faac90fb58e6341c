"""A step of an open profile: an interpreter of its section. Leaving it never asks and never loses anything."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import Input

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, Section
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.screens.address import PICK, AddressBody
from trusthub_tui.tui.screens.chooser import Chooser
from trusthub_tui.tui.screens.profile_page import ProfilePage
from trusthub_tui.tui.screens.representatives import RepresentativesBody
from trusthub_tui.tui.screens.step_body import StepBody
from trusthub_tui.tui.screens.terms import TermsBody
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.bars import HelpArea
from trusthub_tui.tui.widgets.choice_field import ChoiceField, Ticks
from trusthub_tui.tui.widgets.drawn import Drawn, Line, line, wrapped
from trusthub_tui.tui.widgets.field_row import FieldRow
from trusthub_tui.tui.widgets.line_input import History, LineInput
from trusthub_tui.tui.widgets.push_button import PushButton
from trusthub_tui.tui.widgets.rows import Rows

_SPECIAL = {4: RepresentativesBody, 6: TermsBody}


class Heading(Drawn):
    """Which step this is, and one sentence about it."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, str] = ("", "")

    def show(self, title: str, intro: str) -> None:
        """Say something else."""
        self._texts = (title, intro)
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Title, then the sentence."""
        title, intro = self._texts
        return [
            line((f" {title}", "title")),
            *(line((f" {part}", "muted")) for part in wrapped(intro, width - 2)),
        ]


class StepScreen(ProfilePage):
    """Shows one step at a time; going to another one replaces only the fields."""

    WHERE = Where.STEP
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Where.STEP),
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
    ]

    def __init__(
        self,
        program: Program,
        draft: Draft,
        number: int,
        path: str = "",
        caret: int = -1,
        back_to: object = None,
    ) -> None:
        super().__init__(program, draft)
        self.section_number = number
        self.back_to = back_to
        self._target = (path, caret)
        self._heading = Heading()
        self._summary = Rows(id="summary")
        self._help_area = HelpArea(2)
        self._body = self._make_body(SECTIONS[number - 1])
        self._warned = False
        self._rechecking = False
        self._typed_in: set[str] = set()

    def content(self) -> ComposeResult:
        """Steps beside the fields, help below them."""
        with Horizontal(id="middle"):
            yield self.steps
            with Vertical(id="work"):
                yield self._summary
                yield self._heading
                yield self._body
        yield self._help_area

    def on_mount(self) -> None:
        """Begin where the user stopped; the rules are loaded after the first paint."""
        self._summary.display = False
        self._arrived()
        self.call_after_refresh(self._load_rules)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return SECTIONS[self.section_number - 1]

    @property
    def editable(self) -> bool:
        """Whether answers may change."""
        return self._draft.editable

    def heading(self) -> str:
        """Say at the very start of the screen that there is an error."""
        return f"Error: {self._draft.name}" if self._warned else self._draft.name

    def write(self, path: str, text: str, caret: int) -> None:
        """Keep what was typed, then see what it means."""
        self._typed_in.add(path)
        self._keep({path: text}, Place(self.section_number, path, caret))

    def move(self, path: str, caret: int) -> None:
        """Remember where the caret is."""
        self._draft.stop_at(Place(self.section_number, path, caret))

    def refuse(self) -> None:
        """Say why nothing can be changed."""
        if self._draft.status.in_review:
            self.tell(
                "In Review: this version is being looked at, so it cannot be changed. Esc c makes a draft copy"
            )
        else:
            self.tell("Twilio Approved: this profile is read-only. Esc c makes a draft copy")

    def history(self, path: str) -> History:
        """Return what undo and redo of a question work on."""
        return self._draft.history(path)

    def question_in_focus(self) -> str:
        """Return the path of the question that has the focus."""
        row = self._row_of(self.focused)
        return row.question.path if row else ""

    async def show_step(self, number: int, path: str = "", caret: int = -1, back_to: object = None) -> None:
        """Go to another step, or to another field of this one."""
        self._leave_body(finished=False)
        self.back_to, self._target = back_to, (path, caret)
        if number == self.section_number:
            self._arrived()
            return
        self.section_number, self._warned = number, False
        body = self._make_body(SECTIONS[number - 1])
        async with self.batch():
            self.set_focus(None)
            self._summary.display = False
            await self._body.remove()
            self._body = body
            await self.query_one("#work").mount(body)
            self._arrived()
            await self._understand()

    async def action_continue(self) -> None:
        """Check this step; go on at once, or at the second time."""
        if self.editable:
            self._take_suggestions()
            self._draft.check()
            problems = self._problems()
            if problems and not self._warned:
                await self._warn(problems)
                return
        self._leave_body(finished=True)
        if self.back_to is not None:
            self.program.open_review(self._draft, self.back_to)
        else:
            self.program.open_step(self._draft, self.section_number + 1)

    def action_back(self) -> None:
        """Go back; nothing is checked."""
        self._leave_body(finished=False)
        if self.back_to is not None:
            self.program.open_review(self._draft, self.back_to)
        elif self.section_number > 1:
            self.program.open_step(self._draft, self.section_number - 1)
        else:
            self.program.open_profiles(self._draft.id)

    def action_menu(self) -> None:
        """Close the summary first, if it has the focus."""
        if self.focused is self._summary:
            self._summary.display = False
            self._body.first_control().focus()
        else:
            super().action_menu()

    def action_choose(self) -> None:
        """Open the list of the field in focus."""
        if isinstance(self.focused, ChoiceField):
            self.focused.action_open()
        else:
            self.tell("This field has no list. Type the answer")

    def action_addresses(self) -> None:
        """Open the address book."""
        pick = self._body.control_at(PICK) if isinstance(self._body, AddressBody) else None
        if isinstance(pick, ChoiceField):
            pick.action_open()
        elif self.services.store.addresses.count():
            self.program.open_step(self._draft, 2, PICK)
        else:
            self.tell("There is no saved address yet. Fill one in at step 2; it is kept for later")

    def action_undo(self) -> None:
        """Undo in the text field that has the focus."""
        if isinstance(self.focused, LineInput):
            self.focused.action_undo()

    def action_redo(self) -> None:
        """Redo in the text field that has the focus."""
        if isinstance(self.focused, LineInput):
            self.focused.action_redo()

    def action_down(self) -> None:
        """Take the suggestion of an empty field, or go to the next one."""
        path = self.question_in_focus()
        offered = self._body.suggestion(path) if path in QUESTIONS and self.editable else ""
        if offered:
            self._put({path: offered})
        else:
            self.focus_next()

    def action_up(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    @on(Input.Submitted)
    @on(Ticks.Passed)
    def next_field(self) -> None:
        """Enter goes to the next field."""
        self.focus_next()

    @on(PushButton.Pressed, "#continue")
    async def press_continue(self) -> None:
        """The button does what F9 does."""
        await self.action_continue()

    @on(Rows.Chosen, "#summary")
    def go_to_problem(self, event: Rows.Chosen) -> None:
        """Go to the field of a problem."""
        control = self._body.control_at(str(event.key))
        if control is not None:
            control.focus()

    @on(ChoiceField.Opened)
    def open_chooser(self, event: ChoiceField.Opened) -> None:
        """Choose from the list of a field."""
        if not self.editable:
            self.refuse()
            return
        path = event.field.path
        row = self._row_of(event.field)
        title = row.question.label if row else ""
        current = self._draft.answers.get(path, "")
        self.app.push_screen(
            Chooser(title, self._body.finder(path), current, event.find),
            lambda value: self._chosen(path, value),
        )

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Explain the field that has the focus now."""
        super().on_descendant_focus(event)
        row = self._row_of(event.widget)
        if row is not None and event.widget is row.control:
            self._draft.stop_at(Place(self.section_number, row.question.path, row.control.spot))
        self._explain()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Check the format of a field that was changed and left."""
        row = self._row_of(event.widget)
        if row is None or not row.is_attached:
            return
        path = row.question.path
        if path in self._typed_in and self._draft.answers.get(path, "").strip() and self._draft.checked:
            self._draft.check()
            self._draft.reveal_on_leaving(path)
            self._show_findings()

    def on_resize(self, event: Resize) -> None:
        """Lay the fields out for the new size; focus and caret stay."""
        super().on_resize(event)
        self._lay_out()

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new badge; fields may be edited again after a rejection."""
        super().decided(profile_id, decision)
        self._show_findings()

    def _make_body(self, section: Section) -> StepBody:
        if section.number == 2:
            return AddressBody(section, self._draft, self, self.services.store)
        return _SPECIAL.get(section.number, StepBody)(section, self._draft, self)

    def _arrived(self) -> None:
        path, caret = self._target
        self._heading.show(
            f"Step {self.section_number} of {len(SECTIONS)}: {self.section.title}",
            self.section.intro
            if self.editable
            else f"{self._draft.status.label}: you can read the answers here.",
        )
        self._lay_out()
        self.show_state()
        control = self._body.control_at(path) or self._body.first_control()
        control.focus()
        if isinstance(control, LineInput) and caret >= 0:
            control.cursor_position = caret
        if isinstance(control, Ticks) and caret >= 0:
            control.spot = caret

    def _lay_out(self) -> None:
        width, height = self.size.width, self.size.height
        if width:
            self._body.layout_for(width, height)
            self.show_state()
            self._explain()

    @work(thread=True, group="rules", exit_on_error=True)
    def _load_rules(self) -> None:
        """Import the rules and their libraries beside the user's first keys."""
        from trusthub_tui.profile import evaluation, readings, wording

        answers = dict(self._draft.answers)
        evaluation.evaluate(answers)
        for question in self.section.questions:
            readings.reading(question.path, answers)
            wording.worded(question, answers)
        self.call_later(self._understand)

    async def _understand(self) -> None:
        self._draft.check()
        await self._body.reword()
        self._show_findings()

    def _keep(self, changes: Answers, place: Place) -> None:
        try:
            alone = self._draft.write(changes, place)
        except Locked as locked:
            self.show_state()
            self._body.put(self._draft.answers)
            self.tell(f"{locked.message} {locked.remedy}", alarm=True)
            return
        if not alone:
            self._body.put({path: text for path, text in self._draft.answers.items() if path not in changes})
            self.tell(
                "This draft was changed in another window too. The latest answers are shown", alarm=True
            )
        self.show_state()
        if not self._rechecking and self._draft.checked:
            self._rechecking = True
            self.call_after_refresh(self._recheck)

    async def _recheck(self) -> None:
        self._rechecking = False
        await self._understand()

    def _show_findings(self) -> None:
        self._body.remark()
        self.show_state()
        self._explain()
        problems = self._problems() if self._warned else ()
        if self._summary.display and not problems:
            self._summary.display = False
            self._warned = False
        elif self._summary.display:
            self._fill_summary(problems)

    def _problems(self) -> tuple[Finding, ...]:
        return tuple(found for found in self._draft.evaluation.problems if found.path in self.section.paths)

    async def _warn(self, problems: tuple[Finding, ...]) -> None:
        self._draft.reveal(self.section.paths)
        self._warned = True
        self._fill_summary(problems)
        self._summary.display = True
        self._body.go_on.label = "Continue, fix later"
        self._body.go_on.redraw()
        self._show_findings()
        self._summary.focus()

    def _fill_summary(self, problems: tuple[Finding, ...]) -> None:
        from trusthub_tui.tui.widgets.rows import Fixed

        count = len(problems)
        title = "There is 1 problem" if count == 1 else f"There are {count} problems"
        head = line(
            (f" {title}", "problem"), ("   Enter goes to it.  F9 goes on, fix later.  Esc hides", "muted")
        )
        lines = [
            Line(((f"  {number}  {found.message}", ""),), found.path)
            for number, found in enumerate(problems, 1)
        ]
        self._summary.styles.height = min(len(lines), 4 if self.size.height < 28 else 8) + 1
        self._summary.show(Fixed([head, *lines]))

    def _chosen(self, path: str, value: str | None) -> None:
        if value is None:
            return
        changes = self._body.chosen(path, value)
        if changes:
            self._put(changes)
        if path != PICK:
            self.focus_next()

    def _put(self, changes: Answers) -> None:
        self._typed_in.update(changes)
        self._body.put(changes)
        path = next(iter(changes))
        self._keep(changes, Place(self.section_number, path, len(changes[path])))

    def _take_suggestions(self) -> None:
        for path, row in self._body.rows.items():
            if row.question.takes_suggestion and (offered := self._body.suggestion(path)):
                self._put({path: offered})

    def _leave_body(self, *, finished: bool) -> None:
        self._body.leaving(finished=finished)

    def _explain(self) -> None:
        row = self._row_of(self.focused)
        rows = 1 if self.size.height < 24 else 2
        if row is None:
            self._help_area.show("", rows=rows)
            return
        question, findings = row.question, self._draft.shown_findings(row.question.path)
        if findings:
            code = f" (reason {findings[0].predicts})" if findings[0].predicts else ""
            self._help_area.show(f"{findings[0].remedy}{code}", f"Why: {question.why}", rows=rows)
            return
        example = f". For example {question.example}" if question.example else ""
        self._help_area.show(f"{question.hint}{example}", f"Why: {question.why}", rows=rows)

    def _row_of(self, widget: Widget | None) -> FieldRow | None:
        return widget.parent if widget is not None and isinstance(widget.parent, FieldRow) else None
