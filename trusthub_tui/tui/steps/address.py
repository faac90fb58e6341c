"""Step 2: choose a saved address, or fill one in and keep it for later."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual.widget import Widget

from trusthub_tui.draft.answer_editor import AnswerEditor
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import NONE, Answers
from trusthub_tui.profile.choice_search import Finder, search
from trusthub_tui.profile.choices import ListedOption, Option
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.questions import Kind, Question, Section
from trusthub_tui.store.errors import AddressNotFound
from trusthub_tui.store.records import SavedAddress
from trusthub_tui.store.store import Store
from trusthub_tui.tui.commands.step import PICK
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.steps.form import StepForm
from trusthub_tui.tui.widgets.field_row import FieldRow

KEEP = "keep for later"
"""The path of the field that is no question: what becomes of the address after this profile."""

_MOST_SHOWN = 200

_NOTHING = ListedOption("none", "")
_KEEP_NEW = ListedOption("new", "Keep it as a saved address")
_KEEP_CHANGE = ListedOption("change", "Change the saved address", "other profiles keep theirs")
_KEEP_NOT = ListedOption("not", "Do not keep it")

_KEEPING = Question(
    path=KEEP,
    label="For other profiles",
    missing="",
    hint="What becomes of this address in the list of saved ones",
    why="A saved address can be chosen in your next profile without typing it again.",
    kind=Kind.ONE_OF,
    options=(_KEEP_NEW, _KEEP_CHANGE, _KEEP_NOT),
)

_PICK = Question(
    path=PICK,
    label="Saved address",
    missing="",
    hint="Enter or F4 opens the list of addresses you have used before",
    why="Choosing one fills in all the fields below. You can still change them for this profile.",
    kind=Kind.ONE_OF,
)


def one_line(parts: Answers) -> str:
    """Write an address in one line."""
    order = (paths.STREET, paths.STREET_SECONDARY, paths.CITY, paths.REGION, paths.POSTAL_CODE)
    country = parts.get(paths.COUNTRY, "")
    shown = [*(parts.get(path, "").strip() for path in order), COUNTRY_NAMES.get(country, country)]
    return ", ".join(part for part in shown if part)


def parts_of(answers: Answers) -> dict[str, str]:
    """Return the address among some answers, without empty parts."""
    return {path: answers[path] for path in paths.ADDRESS_PARTS if answers.get(path, "").strip()}


def saved_options(store: Store, words: str) -> Sequence[Option]:
    """Look saved addresses up by any words, the most recently used ones first."""
    return [_option(address) for address in store.addresses.find(words, 0, _MOST_SHOWN)]


def _option(address: SavedAddress) -> Option:
    match address.profiles:
        case 0:
            used = "not used yet"
        case 1:
            used = address.last_profile
        case number:
            used = f"{number} profiles"
    return ListedOption(str(address.id), one_line(address.parts), used)


class AddressForm(StepForm):
    """The six fields of an address, between the address book and what becomes of the address."""

    def __init__(self, section: Section, draft: Draft, editor: AnswerEditor, services: Services) -> None:
        self._store, self._guard = services.store, services.guard
        self._keep = _KEEP_NEW.value
        super().__init__(section, draft, editor)
        self._keeping = FieldRow(_KEEPING, self._keep, editor)
        self._pick = FieldRow(self._picking(), str(draft.address_id or ""), editor)

    def parts(self) -> Iterable[Widget]:
        """The way to the address book, the fields, and what becomes of the address."""
        pick = (self._pick,) if self._guard.read(self._store.addresses.count, 0) else ()
        return (*pick, *super().parts(), self._keeping)

    def first_control(self) -> Widget:
        """Begin at the address book while there is no address but there are saved ones."""
        if self._pick.is_attached and not parts_of(self.draft.answers):
            return self._pick.control
        return super().first_control()

    def finder(self, path: str) -> Finder:
        """Search the address book itself, however many addresses it holds."""
        if path == PICK:
            return lambda words: self._guard.read(lambda: saved_options(self._store, words), ())
        return search(self._ways()) if path == KEEP else super().finder(path)

    def chosen(self, path: str, value: str) -> Answers:
        """Turn a saved address into answers: copies, so that editing either never changes the other."""
        if path == KEEP:
            self._keep = value
            self._keeping.put(value)
            return NONE
        if path != PICK:
            return super().chosen(path, value)
        return self._guard.read(lambda: self._used(int(value)), NONE)

    def _used(self, number: int) -> Answers:
        saved = self._store.addresses.get(number)

        def use() -> int:
            self._store.addresses.touch(saved.id)
            return saved.id

        self.draft.use_address(use)
        return {part: saved.parts.get(part, "") for part in paths.ADDRESS_PARTS}

    async def understand(self) -> None:
        """Name the saved address that is in use; ask what to do with one only where that is a question."""
        await super().understand()
        await self._pick.reword(self._picking())
        self._pick.put(str(self.draft.address_id or ""))
        self._keeping.display = self.editor.editable and not self._unchanged()

    def finish(self) -> None:
        """Keep an address without findings for other profiles."""
        wrong = not self.draft.checked or self.draft.evaluation.within(self.section.paths)
        if self.editor.editable and not wrong and not self._unchanged() and self._keep != _KEEP_NOT.value:
            self.draft.use_address(self._saved)

    def _saved(self) -> int:
        book, parts, number = self._store.addresses, parts_of(self.draft.answers), self.draft.address_id
        if self._keep == _KEEP_CHANGE.value and number is not None:
            return book.change(number, parts)
        return book.save(parts)

    def _ways(self) -> Sequence[Option]:
        if self.draft.address_id is None:
            return (_KEEP_NEW, _KEEP_NOT)
        return (_KEEP_NEW, _KEEP_CHANGE, _KEEP_NOT)

    def _picking(self) -> Question:
        saved = self._in_use()
        return replace(_PICK, options=(_option(saved) if saved else _NOTHING,))

    def _unchanged(self) -> bool:
        saved = self._in_use()
        return saved is not None and saved.parts == parts_of(self.draft.answers)

    def _in_use(self) -> SavedAddress | None:
        number = self.draft.address_id
        return None if number is None else self._guard.read(lambda: _found(self._store, number), None)


def _found(store: Store, number: int) -> SavedAddress | None:
    try:
        return store.addresses.get(number)
    except AddressNotFound:
        return None
