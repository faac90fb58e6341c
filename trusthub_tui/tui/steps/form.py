"""The fields of one step, read from its section. A special step adds only what is special about it."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import Input

from trusthub_tui.draft.answer_editor import AnswerEditor
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.choice_search import Finder, search
from trusthub_tui.profile.questionnaire import filled_on_leaving
from trusthub_tui.profile.questions import Section, suggested
from trusthub_tui.store.records import Place
from trusthub_tui.tui.dialogs.chooser import MOST_SHOWN, Chooser
from trusthub_tui.tui.dialogs.lines import LinesDialog
from trusthub_tui.tui.widgets.choice_field import ChoiceField, Ticks
from trusthub_tui.tui.widgets.field_face import Gap, Placing
from trusthub_tui.tui.widgets.field_row import Control, FieldRow
from trusthub_tui.tui.widgets.line_input import LineInput
from trusthub_tui.tui.widgets.push_button import PushButton

FEW: Final = 3
"""A step with no more questions than this has room for hints around all its fields."""

ROOMY: Final = 80
"""Columns from which labels stand beside their fields."""

ROOMY_HEIGHT: Final = 20
"""Rows from which few fields may take more of them."""


_BY_COUNTRY: Final = (paths.REGION, paths.ID_TYPE)
"""Questions of which each country has choices of its own."""


class StepForm(VerticalScroll, can_focus=False):
    """All rows of a section, one below the other, and the button that goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
    ]

    def __init__(self, section: Section, draft: Draft, editor: AnswerEditor) -> None:
        super().__init__()
        self.section = section
        self.draft = draft
        self.editor = editor
        self.rows = {
            question.path: FieldRow(question, draft.answers.get(question.path, ""), editor)
            for question in section.questions
        }
        self.go_on = PushButton(
            "Continue", editor.key_of("continue"), action="screen.command('continue')", id="continue"
        )

    def compose(self) -> ComposeResult:
        """Fields, then the button."""
        yield from self.parts()
        yield self.go_on

    def parts(self) -> Iterable[Widget]:
        """Return the fields in their layout, with all that stands between them."""
        return self.rows.values()

    def layout_for(self, width: int, height: int) -> None:
        """Set labels beside or above their fields, and hints around all of them where there is room."""
        placing = Placing(above=width < ROOMY, roomy=len(self.rows) <= FEW and height >= ROOMY_HEIGHT)
        for row in self.query(FieldRow):
            row.lay_out(placing)
        self.fill_gaps()

    def fill_gaps(self) -> None:
        """Let every gap between two fields say what the one above or below it has to say now."""
        before: FieldRow | None = None
        shown = [row for row in self.query(FieldRow) if row.display]
        for row in shown:
            row.fill(gap_between(before, row, last=row is shown[-1]))
            before = row

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Let the neighbours of the field in focus say what is said about it."""
        self.fill_gaps()

    def on_descendant_blur(self, _: DescendantBlur) -> None:
        """Say no more about a field that was left."""
        self.fill_gaps()

    def on_resize(self, _: Resize) -> None:
        """Take in how much room there is for what is said."""
        self.call_after_refresh(self.fill_gaps)

    def control_at(self, path: str) -> Control | None:
        """Return the field of a question, if it is asked here."""
        return next((row.control for row in self.query(FieldRow) if row.question.path == path), None)

    def first_control(self) -> Widget:
        """Return where to begin: the first problem, else the first empty field, else the first field."""
        asked = [path for path in self.rows if not self.rows[path].question.optional]
        wrong = [path for path in self.rows if self.draft.shown_findings(path)]
        empty = [path for path in asked if not answered(self.draft.answers, path)]
        return self.rows[next(iter([*wrong, *empty, *self.rows]))].control

    def go_to(self, place: Place) -> None:
        """Put the focus, and the caret in it, where a place says; else where to begin."""
        control = self.control_at(place.path) or self.first_control()
        control.focus()
        if isinstance(control, LineInput) and place.path == control.path:
            control.cursor_position = place.caret
        elif isinstance(control, Ticks) and place.path == control.path:
            control.stand_on(place.caret)

    def finder(self, path: str) -> Finder:
        """Return how to look for a choice of a question: those taken last first, then the frequent ones.

        A list that is in view as a whole stays in its own order, which the eye knows.
        """
        question = self.rows[path].question
        if len(question.options) <= MOST_SHOWN:
            return search(question.options)
        return search(question.options, (*self.draft.last_used.of(self._list_of(path)), *question.frequent))

    def chosen(self, path: str, value: str) -> Answers:
        """Return the answers that follow from a choice, and remember it where the list is long."""
        if len(self.rows[path].question.options) > MOST_SHOWN:
            self.draft.guarded(lambda: self.draft.last_used.note(self._list_of(path), value))
        return {path: value}

    def _list_of(self, path: str) -> str:
        """Return a name for the list of choices of a question, in this country where each has its own."""
        return f"{path} {self.draft.answers.get(paths.COUNTRY, '')}" if path in _BY_COUNTRY else path

    def take_suggestions(self) -> None:
        """Fill in what the user was told would be filled in."""
        filled = filled_on_leaving(self.draft.answers)
        self.put({path: text for path, text in filled.items() if path in self.rows})

    @property
    def has_saved(self) -> bool:
        """Whether there is something saved to fill all the fields with."""
        return False

    def open_cards(self) -> bool:
        """Show what is saved instead of the fields; False where there is nothing."""
        return False

    def question(self) -> LinesDialog | None:
        """Return what is to be asked before the user goes on; None for nothing."""
        return None

    def take_answer(self, answer: object) -> None:
        """Take the answer to that."""

    def close_extra(self) -> bool:
        """Close what lies before the fields; False where nothing does."""
        return False

    def finish(self) -> None:
        """Do what is to be done when the user goes somewhere else."""
        self.take_suggestions()

    def put(self, changes: Answers) -> None:
        """Answer some questions, as if they had been typed."""
        if changes and self.editor.editable:
            self.show(changes)
            self.editor.write_all(changes)

    def show(self, answers: Answers) -> None:
        """Show answers that did not come from the fields."""
        for path, text in answers.items():
            if path in self.rows:
                self.rows[path].put(text)

    async def understand(self) -> None:
        """Ask in the words that fit the other answers, and say at every field what there is to say."""
        from trusthub_tui.profile.country_wording import worded

        for row in self.rows.values():
            await row.reword(worded(row.original, self.draft.answers))
        self.remark()

    def remark(self) -> None:
        """Say at every field what there is to say now."""
        from trusthub_tui.tui.steps.field_notes import remarks_about

        key = self.editor.key_of("choose")
        for path, row in self.rows.items():
            row.remark(remarks_about(row.question, self.draft, self.suggestion(path), key))
        self.fill_gaps()

    def suggestion(self, path: str) -> str:
        """Return an answer to another question that may serve here too, while this one has none."""
        return suggested(self.rows[path].question, self.draft.answers) if path in self.rows else ""

    def travel(self, path: str, *, back: bool) -> None:
        """Undo or redo the last change of a question."""
        if path not in self.rows:
            return
        state = (self.editor.undo if back else self.editor.redo)(path)
        if state is None:
            return
        control = self.rows[path].control
        if isinstance(control, LineInput):
            control.put(*state)
        else:
            self.show({path: state[0]})

    def take(self, path: str) -> None:
        """Answer a question with what is suggested for it."""
        if offered := self.suggestion(path):
            self.put({path: offered})

    def action_down(self) -> None:
        """Go to the next field."""
        self.screen.focus_next()

    def action_up(self) -> None:
        """Go to the field before."""
        self.screen.focus_previous()

    @on(Input.Submitted)
    @on(Ticks.Passed)
    def next_field(self) -> None:
        """Enter goes to the next field."""
        self.screen.focus_next()

    @on(ChoiceField.Opened)
    @work(group="choose")
    async def open_chooser(self, event: ChoiceField.Opened) -> None:
        """Choose from the list of a field, then go to the next one."""
        event.stop()
        if not self.editor.editable:
            self.editor.refuse()
            return
        path, row = event.field.path, row_of(event.field)
        title = row.question.label if row else ""
        dialog = Chooser(
            title,
            self.finder(path),
            event.field.value,
            event.find,
            field=lambda: self.control_at(path) or self,
        )
        value = await self.app.push_screen_wait(dialog)
        if value is not None:
            self.put(self.chosen(path, value))
            self.screen.focus_next()


def gap_between(before: FieldRow | None, row: FieldRow, *, last: bool) -> Gap:
    """Return what a field and the one above it have to say between them."""
    face = before.face if before else None
    note = face.note_below if face and not face.placing.roomy else ""  # with room it draws its own
    below = face.said_below if face else ""
    return Gap(note, row.face.said_above or below, last=last)


def row_of(widget: Widget | None) -> FieldRow | None:
    """Return the row a field belongs to."""
    return widget.parent if widget is not None and isinstance(widget.parent, FieldRow) else None


def bring_into_view(form: StepForm, focused: Widget | None) -> None:
    """Scroll so that the field with the focus, and what is said about it, can be seen."""
    row = row_of(focused)
    if row is not None and form.scroll_offset.y and _seen_from_the_top(form, row):
        form.scroll_home(animate=False, immediate=True)
    if focused is None:
        return
    whole = row.region.grow((0, 0, 1, 0)) if row else focused.region
    if whole.height > form.size.height:
        whole = focused.region
    if not form.content_region.contains_region(whole):
        inside = whole.translate(form.scroll_offset - form.content_region.offset)
        form.scroll_to_region(inside, animate=False, immediate=True)


def _seen_from_the_top(form: StepForm, row: FieldRow) -> bool:
    first = row is next(iter(form.query(FieldRow)), None)
    below = row.region.bottom + 1 + form.scroll_offset.y - form.content_region.y
    return first and below <= form.content_region.height
