"""The screen that steps with fields share; leaving it never asks and loses nothing, only Continue checks."""

from collections.abc import Callable
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
from trusthub_tui.profile.questions import Section
from trusthub_tui.profile.submission import Decision, Reason
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.commands.table import all_bindings, commands_of
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.profile_head import ProfileHead
from trusthub_tui.tui.profile_page import REASONS
from trusthub_tui.tui.saver import RETRY_SECONDS, Saver
from trusthub_tui.tui.steps.address import AddressForm
from trusthub_tui.tui.steps.business import BusinessForm
from trusthub_tui.tui.steps.form import StepForm, bring_into_view, row_of
from trusthub_tui.tui.steps.general import GeneralForm
from trusthub_tui.tui.steps.notification import NotificationForm
from trusthub_tui.tui.steps.reason_banner import ReasonBanner
from trusthub_tui.tui.steps.representatives import RepresentativesForm
from trusthub_tui.tui.steps.step_errors import StepErrors
from trusthub_tui.tui.steps.terms import TermsForm
from trusthub_tui.tui.widgets.bars import Heading
from trusthub_tui.tui.widgets.line_input import LineInput
from trusthub_tui.tui.widgets.rows import Rows

_FORMS: Final[dict[int, Callable[[Section, Draft, AnswerEditor], StepForm]]] = {
    1: GeneralForm,
    3: BusinessForm,
    4: RepresentativesForm,
    5: NotificationForm,
    6: TermsForm,
}


ROOMY_HEIGHT: Final = 28
"""Rows from which a sentence fits above many fields."""

MANY: Final = 8
"""Questions that fill a small window."""


class StepScreen(Page):
    """Shows one step at a time; going to another one replaces only the fields."""

    WHERE = Where.STEP
    OFFERS: ClassVar[tuple[Command, ...]] = commands_of(Where.STEP)
    BINDINGS: ClassVar[list[BindingType]] = all_bindings(Where.STEP)

    def __init__(self, navigator: Navigator, draft: Draft, place: Place, back_to: object = None) -> None:
        super().__init__(navigator)
        self._draft = draft
        self.back_to = back_to
        self.section_number = place.section
        self.target = place
        self.saver = Saver(draft, self.services, self.tell, partial(take_in, self))
        self.head = ProfileHead(draft, self.saver, self.title_bar)
        self.step_heading = Heading()
        self.errors = StepErrors(draft, navigator.look.glyphs)
        self.banner = ReasonBanner(draft)
        self._rechecking = False
        self.form = make_form(self)

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    def content(self) -> ComposeResult:
        """Steps beside the fields."""
        with Horizontal(id="middle"):
            yield self.head.steps
            with Vertical(id="work"):
                yield self.errors.rows
                yield self.banner
                yield self.step_heading
                yield self.form

    def on_mount(self) -> None:
        """Begin where the user stopped; the rules are loaded after the first paint."""
        self.arrive()
        self.set_interval(RETRY_SECONDS, self.saver.try_again)
        self.call_after_refresh(self.run_worker, partial(load_rules, self), thread=True, group="rules")

    def question_in_focus(self) -> str:
        """Return the path of the question that has the focus."""
        row = row_of(self.focused)
        return row.question.path if row else ""

    def reason_in_focus(self) -> Reason | None:
        """Return none: here reasons are said about their fields."""
        return None

    def place_in_turn(self) -> str:
        """Look on from the field in focus; from outside the fields, from the beginning of this step."""
        here, order = self.question_in_focus(), list(QUESTIONS)
        first = order.index(self.form.section.paths[0])
        return here if here in QUESTIONS else (order[first - 1] if first else "")

    async def show_step(self, place: Place, back_to: object = None) -> None:
        """Go to another step, or to another field of this one."""
        self.back_to, self.target = back_to, place
        if place.section == self.section_number:
            self.arrive()
            return
        async with self.batch():
            await self._replace_form(place)
            await self.understand()

    async def _replace_form(self, place: Place) -> None:
        self.leaving()
        before = self.form
        self.section_number = place.section
        self.form = make_form(self)
        self.form.layout_for(self.size.width, self.size.height)  # before it is mounted: styled only once
        self.set_focus(None)
        self.errors.forget()
        await before.remove()
        await self.query_one("#work").mount(self.form)
        self.arrive()

    def arrive(self) -> None:
        """Show which step this is, and go to the field that was asked for."""
        self._lay_out()
        self.form.go_to(self.target)

    def go_on(self) -> None:
        """Check this step and go on; with problems only at the second time."""
        if self._draft.editable:
            self.form.take_suggestions()
            self._draft.check()
            if self.errors.warn(self.form.section, self.size.height):
                self.refill()
                self.errors.rows.focus()
                return
            self._draft.reveal(self.form.section.paths)
        if not gone_back(self):
            self.navigator.open_step(self._draft, self.section_number + 1)

    def go_back(self) -> None:
        """Close the summary, if it has the focus, or go back; nothing is checked."""
        if self.close_extra() or gone_back(self):
            return
        if self.section_number > 1:
            self.navigator.open_step(self._draft, self.section_number - 1)
        else:
            self.run_worker(self.perform("profiles"), group="command")

    def close_extra(self) -> bool:
        """Close the address book, or the summary, if it has the focus."""
        if self.form.close_extra():
            return True
        if self.focused is not self.errors.rows:
            return False
        self.errors.hide()
        self.form.first_control().focus()
        return True

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""
        return await self.saver.may_leave(self.ask)

    def leaving(self) -> None:
        """Let the step finish what it began, such as keeping an address for later."""
        self.form.finish()

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show what others did to the profile."""
        self.saver.notice(fault, told=told)

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new badge; fields may be edited again after a rejection."""
        if profile_id == self._draft.id:
            self._draft.reload()
        self.refill()

    def written(self, elsewhere: Answers) -> None:
        """Say that it is saved, and see what it means after it has been painted."""
        self.form.show(elsewhere)
        self._show_head()
        if self._draft.checked and not self._rechecking:
            self._rechecking = True
            self.call_after_refresh(self.understand)

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
            self.errors.turn_to(row.question.path)
            self.form.editor.move(row.question.path, row.control.spot)
        show_reason(self)
        self.show_keys()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Check the format of a field that was changed and left."""
        row = row_of(event.widget)
        path = row.question.path if row is not None else ""
        changed = path in self.form.editor.touched and answered(self._draft.answers, path)
        if changed and self._draft.checked:
            self._draft.check()
            self._draft.reveal_on_leaving(path)
            self.refill()

    @on(Resize)
    @on(Rows.Refitted)
    def fit(self) -> None:
        """Lay the fields out for the room there is now; focus and caret stay."""
        self._lay_out()
        self.errors.fit(self.size.height)

    async def understand(self) -> None:
        """See what the answers mean, and say it."""
        self._rechecking = False
        self._draft.check()
        await self.form.understand()
        self.refill()

    def _lay_out(self) -> None:
        if self.size.width:
            self.form.layout_for(self.size.width, self.size.height)
            self._show_head()

    def _show_head(self) -> None:
        locked = f"{self._draft.status.label}: you can read the answers here, not change them."
        locked = self.saver.held or locked
        section = self.form.section
        intro = section.intro if self._draft.editable else locked
        self.step_heading.show(
            f"Step {self.section_number} of {len(SECTIONS)}: ",
            section.title,
            intro if self.size.height >= ROOMY_HEIGHT or len(section.paths) < MANY else "",
            self.head.state_words(self.section_number, self.size.width),
        )
        self.head.show(self.section_number, self.size.width, error=self.errors.warned)

    def refill(self) -> None:
        """Show everything as it is now."""
        self.form.remark()
        self.errors.update(self.form.section)
        show_reason(self)
        self._show_head()


def show_reason(page: StepScreen) -> None:
    """Say why the answer in focus was rejected, where nothing more urgent is said."""
    told = page.draft.editable and not page.errors.rows.display
    page.banner.show(page.form.section if told else None, page.question_in_focus())


def take_in(page: StepScreen, elsewhere: Answers) -> None:
    """Show what others made of the answers; the caret stays where it is."""
    typing = page.focused if isinstance(page.focused, LineInput) else None
    caret = typing.cursor_position if typing else 0
    page.written(elsewhere)
    if typing is not None and typing.path in elsewhere:
        typing.cursor_position = min(caret, len(typing.value))
    page.refill()
    page.show_keys()


def make_form(page: StepScreen) -> StepForm:
    """Make the fields of the step that a page shows."""
    draft, section = page.draft, SECTIONS[page.section_number - 1]
    editor = AnswerEditor(draft, page.section_number, written=page.written, tell=page.tell)
    if page.section_number == 2:
        return AddressForm(section, draft, editor, page.services)
    return _FORMS[page.section_number](section, draft, editor)


def gone_back(page: StepScreen) -> bool:
    """Go back to the review or the reasons, where the user came from there."""
    if page.back_to == REASONS:
        page.navigator.open_status(page.draft)
    elif page.back_to is not None:
        page.navigator.open_review(page.draft, page.back_to)
    return page.back_to is not None


def load_rules(page: StepScreen) -> None:
    """Import the rules and their libraries beside the user's first keys."""
    from trusthub_tui.profile.canonical import reading
    from trusthub_tui.profile.country_wording import worded
    from trusthub_tui.profile.evaluation import evaluate

    answers = dict(page.draft.answers)
    evaluate(answers)
    for question in page.form.section.questions:
        reading(question.path, answers)
        worded(question, answers)
    page.call_later(page.understand)
