"""Step 2: choose a saved address, or fill one in, and save it for later."""

from collections.abc import Iterable

from textual import on, work
from textual.widget import Widget

from trusthub_tui.draft.answer_editor import AnswerEditor
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import NONE, Answers
from trusthub_tui.profile.choice_search import Finder, search
from trusthub_tui.profile.choices import ListedOption
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import answer_in_words
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind, Question, Section
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands.step import PICK
from trusthub_tui.tui.dialogs.confirm import Confirm
from trusthub_tui.tui.dialogs.lines import LinesDialog
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.steps.address_cards import AddressCards
from trusthub_tui.tui.steps.draft_address import DraftAddress, Future, parts_of
from trusthub_tui.tui.steps.form import StepForm
from trusthub_tui.tui.widgets.field_row import FieldRow
from trusthub_tui.tui.widgets.one_line import PastedLines
from trusthub_tui.tui.widgets.paragraphs import Paragraphs

FUTURE = "future of the address"
"""The path of the field that is no question: what becomes of the address after this profile."""

_FUTURE = Question(
    path=FUTURE,
    label="For other profiles",
    missing="",
    hint="What becomes of this address in the list of saved ones",
    why="A saved address can be chosen in your next profile without typing it again.",
    kind=Kind.ONE_OF,
    options=(
        ListedOption(Future.NEW.value, "Save it for your next profile"),
        ListedOption(Future.NOTHING.value, "Do not save it"),
    ),
)


class AddressForm(StepForm):
    """The six fields of an address, with the address book before them and what becomes of it below."""

    def __init__(self, section: Section, draft: Draft, editor: AnswerEditor, services: Services) -> None:
        self._book = DraftAddress(draft, services)
        super().__init__(section, draft, editor)
        self._future = FieldRow(_FUTURE, self._book.future, editor)
        self._cards = AddressCards(self._book.find)
        self._cards.display = False
        self._origin = Paragraphs((), "muted")
        self._pasted: tuple[Answers, Answers] = (NONE, NONE)
        """What a pasted address took the place of, and its parts."""

    def parts(self) -> Iterable[Widget]:
        """The address book, the fields, and what becomes of the address."""
        return (self._cards, self._origin, *super().parts(), self._future)

    def first_control(self) -> Widget:
        """Begin at the address book while there is no address but there are saved ones."""
        if not parts_of(self.draft.answers) and self._show_cards(shown=self.has_saved):
            return self._cards.field
        return super().first_control()

    def go_to(self, place: Place) -> None:
        """Open the address book where that was asked for; else go to a field."""
        if place.path == PICK:
            self.open_cards()
            return
        self._show_cards(shown=False)
        super().go_to(place)

    @property
    def has_saved(self) -> bool:
        """Whether there is a saved address, and it may be used here."""
        return self._book.usable

    def open_cards(self) -> bool:
        """Show the saved addresses instead of the fields; False where there is none."""
        if not self._show_cards(shown=self.has_saved):
            return False
        self._cards.refill()
        self._cards.field.focus()
        return True

    def close_extra(self) -> bool:
        """Leave the address book for the fields."""
        if not self._cards.display:
            return False
        self._show_cards(shown=False)
        super().first_control().focus()
        return True

    def finder(self, path: str) -> Finder:
        """Return how to look for a choice of a question."""
        return search(_FUTURE.options) if path == FUTURE else super().finder(path)

    def chosen(self, path: str, value: str) -> Answers:
        """Return the answers that follow from a choice."""
        if path != FUTURE:
            return super().chosen(path, value)
        self._book.future = Future(value)
        self._future.put(value)
        return NONE

    def take_lines(self, text: str) -> bool:
        """Fill the fields with a pasted address of several lines, once it was seen."""
        from trusthub_tui.profile.pasted_address import read_address

        found = read_address(text, self.draft.answers.get(paths.COUNTRY, ""))
        if found and self.editor.editable:
            self._offer(found)
        return bool(found)

    def travel(self, path: str, *, back: bool) -> None:
        """Undo or redo the last change of a question; a pasted address is taken back as a whole."""
        before, taken = self._pasted
        if back and taken and all(self.draft.answers.get(part, "") == text for part, text in taken.items()):
            self._pasted = (NONE, NONE)
            self.put(before)
        else:
            super().travel(path, back=back)

    @on(PastedLines)
    def take_pasted(self, event: PastedLines) -> None:
        """Take an address that was pasted into the address book."""
        event.stop()
        if not self.take_lines(event.text):
            self.notify("This is no address of several lines: a street and a town are needed", markup=False)

    @work(group="choose")
    async def _offer(self, found: Answers) -> None:
        asked_for = {part: worded(QUESTIONS[part], found) for part, text in found.items() if text}
        shown = [
            f"- {question.label}: {answer_in_words(question, found[part])}"
            for part, question in asked_for.items()
        ]
        asked = Confirm("Fill the fields with this address?", [*shown, ""], "Fill them", "Leave them")
        if await self.app.push_screen_wait(asked) is not False:
            return
        self._pasted = ({part: self.draft.answers.get(part, "") for part in found}, found)
        self._show_cards(shown=False)
        self.put(found)
        self.rows[paths.STREET].control.focus()

    @on(AddressCards.Taken)
    def use_card(self, event: AddressCards.Taken) -> None:
        """Turn a saved address into answers: copies, so that editing either never changes the other."""
        event.stop()
        number = event.number
        if number is not None:
            self.put(self._book.take(number))
        self._show_cards(shown=False)
        (super().first_control() if number is None else self.go_on).focus()

    @on(AddressCards.Deleted)
    def delete_card(self, event: AddressCards.Deleted) -> None:
        """Take a saved address out of the book."""
        event.stop()
        if self._book.delete(event.number):
            self.notify("Deleted from the saved addresses. Ctrl+Z brings it back", markup=False)
            self._cards.deleted = True
            self._cards.refill()

    @on(AddressCards.BroughtBack)
    def bring_card_back(self, event: AddressCards.BroughtBack) -> None:
        """Bring the deleted address back."""
        event.stop()
        if self._book.bring_back():
            self._cards.deleted = False
            self._cards.refill()

    def _show_cards(self, *, shown: bool) -> bool:
        """Show the address book or the fields; returns which."""
        if self._cards.display is not shown:
            self.screen.set_focus(None)  # what is hidden with the focus would keep taking keys
        self._cards.display = shown
        for widget in (self._origin, *self.rows.values(), self.go_on):
            widget.display = not shown
        self._future.display = not shown and self._book.is_new
        return shown

    async def understand(self) -> None:
        """Say where the address is from; ask what to do with one only where that is a question."""
        await super().understand()
        self._origin.say(*self._book.origin)
        self._future.display = not self._cards.display and self._book.is_new
        self.fill_gaps()

    def question(self) -> LinesDialog | None:
        """Ask what else changes with a saved address that was changed here."""
        return self._book.question()

    def take_answer(self, answer: object) -> None:
        """Take what becomes of the saved address."""
        self._book.future = Future(str(answer))

    def finish(self) -> None:
        """Save an address without findings for other profiles."""
        self._book.save()
