"""The screen that steps with fields share; leaving it never asks and loses nothing, only Continue checks."""

from collections.abc import Callable, Coroutine, Iterable, Mapping
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, DescendantFocus, Resize

from trusthub_tui.draft.answer_editor import AnswerEditor
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS
from trusthub_tui.profile.questions import Question
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.dialogs.lines import LinesDialog
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import InFocus, Page
from trusthub_tui.tui.saver import RETRY_SECONDS, Saver
from trusthub_tui.tui.steps.address import AddressForm
from trusthub_tui.tui.steps.around_fields import AroundFields
from trusthub_tui.tui.steps.business import BusinessForm
from trusthub_tui.tui.steps.form import StepForm, bring_into_view, row_of
from trusthub_tui.tui.steps.general import GeneralForm
from trusthub_tui.tui.steps.notification import NotificationForm
from trusthub_tui.tui.steps.representatives import RepresentativesForm
from trusthub_tui.tui.steps.terms import TermsForm
from trusthub_tui.tui.steps.way_on import WayOn
from trusthub_tui.tui.widgets.line_input import LineInput
from trusthub_tui.tui.widgets.rows import Rows

_FORMS: Final[Mapping[int, type[StepForm]]] = {
    1: GeneralForm,
    3: BusinessForm,
    4: RepresentativesForm,
    5: NotificationForm,
    6: TermsForm,
}
"""The fields of each step; those of the address need the file, too."""


class StepScreen(Page):
    """Shows one step at a time; going to another one replaces only the fields."""

    WHERE = Where.STEP
    OFFERS: ClassVar[tuple[Command, ...]] = commands_of(Where.STEP)
    BINDINGS: ClassVar[list[BindingType]] = all_bindings(Where.STEP)

    def __init__(self, navigator: Navigator, draft: Draft, place: Place, back_to: object = None) -> None:
        super().__init__(navigator)
        self._draft = draft
        self._way = WayOn(navigator, draft, back_to)
        self.section_number = place.section
        self._begins_at = place
        self.saver = Saver(draft, self.services, self.tell, self.take_in)
        self._around = AroundFields(
            draft, self.saver, self.title_bar, navigator.look.glyphs, self.services.key_of
        )
        self._errors = self._around.errors
        self._rechecking = False
        self.form = self._fields(place.section)

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    @property
    def back_to(self) -> object:
        """What F7 goes back to from a field, and F9 on to."""
        return self._way.back_to

    def content(self) -> ComposeResult:
        """The list of steps beside the fields of one."""
        with Horizontal(id="middle"):
            yield self._around.steps
            with Vertical(id="work"):
                yield from self._around.above()
                yield self.form

    def offered(self) -> tuple[Command, ...]:
        """Return what applies now; where the user came from the review or the reasons, F9 leads back."""
        return self._way.named(super().offered())

    def on_mount(self) -> None:
        """Begin where the user stopped; the rules are loaded after the first paint."""
        self.fit()
        self.form.go_to(self._begins_at)
        self.set_interval(RETRY_SECONDS, self.saver.try_again)
        load = partial(
            _load_rules,
            dict(self._draft.answers),
            self.form.section.questions,
            lambda: self.call_later(self.understand),
        )
        self.call_after_refresh(self.run_worker, load, thread=True, group="rules")

    def in_focus(self) -> InFocus:
        """Return the question in focus; from outside the fields, F8 looks on in this step."""
        row, order = row_of(self.focused), list(QUESTIONS)
        first = order.index(self.form.section.paths[0])
        question = row.question.path if row else ""
        before = order[first - 1] if first else ""
        return InFocus(question, look_on_from=question if question in QUESTIONS else before)

    async def show_step(self, place: Place, back_to: object = None) -> None:
        """Go to another step, or to another field of this one."""
        self._way = WayOn(self.navigator, self._draft, back_to)
        if place.section == self.section_number:
            self.form.go_on.rename(self._way.title)
            self.form.go_to(place)
            self.show_keys()
            return
        async with self.batch():
            self.leaving()
            before, self.section_number = self.form, place.section
            self.form = self._fields(place.section)
            self.form.layout_for(self.size.width, self.size.height)  # before it is mounted: styled only once
            self.set_focus(None)
            self._errors.forget()
            await before.remove()
            await self.query_one("#work").mount(self.form)
            self.fit()
            self.form.go_to(place)
            await self.understand()

    def go_on(self) -> Coroutine[None, None, None] | None:
        """Check this step and go on, with problems only at the second time; it may ask something first."""
        if self._draft.editable:
            self.form.take_suggestions()
            self._draft.check()
            if self._errors.warn(self.form.section, self.size.height):
                self.refill()
                self._errors.rows.focus()
                return None
            self._draft.reveal(self.form.section.paths)
        question = self.form.question()
        if question is not None:
            return self._ask_first(question)
        self._way.go_on(self.section_number)
        return None

    async def _ask_first(self, question: LinesDialog) -> None:
        """Go on once the step knows what it has to know."""
        answer = await self.ask(question)
        if answer is not None:
            self.form.take_answer(answer)
            self._way.go_on(self.section_number)

    def go_back(self) -> None:
        """Close the summary, if it has the focus, or go back; nothing is checked."""
        if self.close_extra() or self._way.go_back():
            return
        if self.section_number > 1:
            self.navigator.open_step(self._draft, self.section_number - 1)
        else:
            self.run_worker(self.perform("profiles"), group="command")

    def close_extra(self) -> bool:
        """Close the address book, or the summary, if it has the focus."""
        if self.form.close_extra():
            return True
        if self.focused is not self._errors.rows:
            return False
        self._errors.hide()
        self.form.first_control().focus()
        return True

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return await self.saver.may_leave(self.ask)

    def leaving(self) -> None:
        """Let the step finish what it began, such as keeping an address for later, or a word."""
        self.form.finish()
        self._draft.stop_typing()

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show what others did to the profile."""
        self.saver.notice(fault, told=told)

    def decided(self, profile_id: str) -> None:
        """Show the new badge; fields may be edited again after a rejection."""
        if profile_id == self._draft.id:
            self._draft.reload()
        self.refill()

    def written(self, elsewhere: Answers) -> None:
        """Say that it is saved, and see what it means after it has been painted."""
        self.form.show(elsewhere)
        self._around.show_head(self.form.section, self.size)
        if self._draft.checked and not self._rechecking:
            self._rechecking = True
            self.call_after_refresh(self.understand)

    def take_in(self, elsewhere: Answers) -> None:
        """Show what others made of the answers; the caret stays where it is."""
        typing = self.focused if isinstance(self.focused, LineInput) else None
        caret = typing.cursor_position if typing else 0
        self.written(elsewhere)
        if typing is not None and typing.path in elsewhere:
            typing.cursor_position = min(caret, len(typing.value))
        self.refill()
        self.show_keys()

    def place_caret(self) -> None:
        """Keep the field with the focus in view, and what is said about it, whatever happens around it."""
        bring_into_view(self.form, self.focused)
        super().place_caret()

    @on(Rows.Chosen, "#summary")
    def go_to_problem(self, event: Rows.Chosen) -> None:
        """Go to the field of a problem."""
        control = self.form.control_at(str(event.key))
        if control is not None:
            control.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Explain the field that has the focus now, and remember it."""
        row = row_of(event.widget)
        if row is not None:
            self._errors.turn_to(row.question.path)
            self.form.editor.move(row.question.path, row.control.spot)
        self._around.show_reason(self.form.section, self.in_focus().question)
        self.show_keys()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Check the format of a field that was changed and left; an empty one only counts as it is."""
        row = row_of(event.widget)
        path = row.question.path if row is not None else ""
        if path in self.form.editor.touched and self._draft.checked:
            self._draft.check()
            self._draft.pause()
            if answered(self._draft.answers, path):
                self._draft.reveal_on_leaving(path)
            self.refill()

    @on(Resize)
    @on(Rows.Refitted)
    def fit(self) -> None:
        """Lay the fields out for the room there is now; focus and caret stay."""
        if self.size.width:
            self.form.layout_for(self.size.width, self.size.height)
            self._around.show_head(self.form.section, self.size)
            self._errors.fit(self.size.height)

    async def understand(self) -> None:
        """See what the answers mean, and say it."""
        self._rechecking = False
        self._draft.check()
        await self.form.understand()
        self.refill()

    def refill(self) -> None:
        """Show everything as it is now."""
        self.form.remark()
        self._around.show(self.form.section, self.in_focus().question, self.size)

    def _fields(self, number: int) -> StepForm:
        """Return new fields for a step."""
        editor = AnswerEditor(
            self._draft, number, written=self.written, tell=self.tell, key_of=self.services.key_of
        )
        section = SECTIONS[number - 1]
        form = (
            _FORMS[number](section, self._draft, editor)
            if number in _FORMS
            else AddressForm(section, self._draft, editor, self.services)
        )
        form.go_on.label = self._way.title
        return form


def _load_rules(answers: Answers, questions: Iterable[Question], then: Callable[[], object]) -> None:
    """Import the rules and their libraries, beside the user's first keys, and say when that is done."""
    from trusthub_tui.profile.canonical import reading
    from trusthub_tui.profile.country_wording import worded
    from trusthub_tui.profile.evaluation import evaluate

    evaluate(answers)
    for question in questions:
        reading(question.path, answers)
        worded(question, answers)
    then()
