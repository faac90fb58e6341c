"""The frame of a step: heading, fields and help, and how one step takes the place of another."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from trusthub_tui.draft.answer_editor import AnswerEditor
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS
from trusthub_tui.profile.questions import Section
from trusthub_tui.store.records import Place
from trusthub_tui.tui.profile_page import ProfilePage
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.steps.address import AddressBody
from trusthub_tui.tui.steps.form import StepForm, row_of
from trusthub_tui.tui.steps.representatives import RepresentativesBody
from trusthub_tui.tui.steps.terms import TermsBody
from trusthub_tui.tui.widgets.choice_field import Ticks
from trusthub_tui.tui.widgets.field_help import FieldHelp
from trusthub_tui.tui.widgets.field_row import FieldRow
from trusthub_tui.tui.widgets.heading import Heading
from trusthub_tui.tui.widgets.line_input import LineInput
from trusthub_tui.tui.widgets.summary import Summary

_SPECIAL = {4: RepresentativesBody, 6: TermsBody}


class StepFrame(ProfilePage):
    """Holds the fields of one step."""

    def __init__(self, program: Program, draft: Draft, place: Place) -> None:
        super().__init__(program, draft)
        self.section_number = place.section
        self.target = place
        self.warned = False
        """Whether Continue has told of problems on this step."""
        self.step_heading = Heading()
        self.summary = Summary(id="summary")
        self.field_help = FieldHelp()
        self._in_view: object = None
        self.pen, self.body = self._make_body()

    def written(self, elsewhere: Answers) -> None:
        """Something was written; ``elsewhere`` is what is different now beside that."""
        raise NotImplementedError

    def content(self) -> ComposeResult:
        """Steps beside the fields, help below them."""
        with Horizontal(id="middle"):
            yield self.steps
            with Vertical(id="work"):
                yield self.summary
                yield self.step_heading
                yield self.body
        yield self.field_help

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return SECTIONS[self.section_number - 1]

    def heading(self) -> str:
        """Say at the very start of the screen that there is an error."""
        return f"Error: {self.draft.name}" if self.warned else self.draft.name

    def question_in_focus(self) -> str:
        """Return the path of the question that has the focus."""
        row = row_of(self.focused)
        return row.question.path if row else ""

    async def replace_body(self, place: Place) -> None:
        """Put the fields of another step into the place of these."""
        self.leaving()
        before = self.body
        self.section_number, self.target, self.warned = place.section, place, False
        self.pen, self.body = self._make_body()
        self.body.layout_for(self.size.width, self.size.height)  # before it is mounted: styled only once
        self.set_focus(None)
        self.summary.say((), most=0)
        await before.remove()
        await self.query_one("#work").mount(self.body)
        self.arrive()

    def on_resize(self, event: Resize) -> None:
        """Lay the fields out for the new size; focus and caret stay."""
        self.lay_out()

    def leaving(self) -> None:
        """Let the step finish what it began, such as keeping an address for later."""
        self.body.finish()

    def place_in_turn(self) -> str:
        """Look on from the field in focus; from outside the fields, from the beginning of this step."""
        here, order = self.question_in_focus(), list(QUESTIONS)
        first = order.index(self.section.paths[0])
        return here if here in QUESTIONS else (order[first - 1] if first else "")

    def place_caret(self) -> None:
        """Keep the field with the focus in view, and what is said about it, whatever happens around it."""
        row = row_of(self.focused)
        if row is not None and self.body.scroll_offset.y and self._seen_from_the_top(row):
            self.body.scroll_home(animate=False, immediate=True)
        whole = row if row and row.outer_size.height <= self.body.size.height else self.focused
        if whole is not None and not self.can_view_entire(whole):
            whole.scroll_visible(animate=False)
        super().place_caret()

    def _seen_from_the_top(self, row: FieldRow) -> bool:
        first = row is next(iter(self.body.query(FieldRow)), None)
        below = row.region.bottom + self.body.scroll_offset.y - self.body.content_region.y
        return first and below <= self.body.content_region.height

    def action_undo(self) -> None:
        """Take back the last change of the field in focus."""
        self.body.travel(self.question_in_focus(), back=True)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.body.travel(self.question_in_focus(), back=False)

    def _make_body(self) -> tuple[AnswerEditor, StepForm]:
        pen = AnswerEditor(self.draft, self.section_number, written=self.written, tell=self.tell)
        if self.section_number == 2:
            return pen, AddressBody(self.section, self.draft, pen, self.services.store)
        return pen, _SPECIAL.get(self.section_number, StepForm)(self.section, self.draft, pen)

    def arrive(self) -> None:
        """Show which step this is, and go to the field that was asked for."""
        self.show_heading()
        self.lay_out()
        target = self.target
        control = self.body.control_at(target.path) or self.body.first_control()
        control.focus()
        if isinstance(control, LineInput) and target.path == control.path:
            control.cursor_position = target.caret
        elif isinstance(control, Ticks) and target.path == control.path:
            control.stand_on(target.caret)

    def show_heading(self) -> None:
        """Say which step this is, and whether its answers can be changed."""
        locked = f"{self.draft.status.label}: you can read the answers here, not change them."
        intro = self.section.intro if self.draft.editable else locked
        self.step_heading.show(f"Step {self.section_number} of {len(SECTIONS)}: {self.section.title}", intro)

    def lay_out(self) -> None:
        """Fit labels, hints and columns to the window."""
        if self.size.width:
            self.body.layout_for(self.size.width, self.size.height)
            self.show_state()
