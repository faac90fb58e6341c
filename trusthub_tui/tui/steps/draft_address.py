"""The saved addresses as step 2 uses them: which one the profile has, and what becomes of a changed one."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from trusthub_tui.cells import shortened
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import NONE, Answers
from trusthub_tui.store.errors import AddressNotFound
from trusthub_tui.store.records import SavedAddress
from trusthub_tui.tui.dialogs.lines import LinesDialog
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.bars import GO_BACK

_MOST_SHOWN: Final = 200


class Future(StrEnum):
    """What becomes of an address after this profile."""

    NEW = "new"
    """It is saved as one more."""
    CHANGE = "change"
    """The saved one that it comes from becomes what it is here."""
    NOTHING = "not"


_CHANGED: Final = (
    (Future.NEW, "Save it as another address", "The saved one stays as it is"),
    (Future.CHANGE, "Change the saved address, too", "Other profiles that use it keep their answers"),
    (Future.NOTHING, "Change only this profile", "Nothing is saved for the next one"),
)
"""What can become of a saved address that was changed, and what that means."""


class DraftAddress:
    """What is saved for the next profile, and what the address of this one has to do with it."""

    def __init__(self, draft: Draft, services: Services) -> None:
        self._draft = draft
        self._saved, self._undo = services.store.addresses, services.store.undo
        self._guard = services.guard
        self._choose = services.key_of("choose")
        self.future = Future.NEW
        """What the user wants to become of the address."""

    @property
    def usable(self) -> bool:
        """Whether there is a saved address, and it may be used here."""
        return self._draft.editable and self._guard.read(self._saved.count, 0) > 0

    @property
    def is_new(self) -> bool:
        """Whether the address comes from no saved one, and may be changed."""
        return self._draft.editable and self._draft.address_id is None

    @property
    def origin(self) -> tuple[str, ...]:
        """Where the address is from, or could be; nothing to say where nothing is saved."""
        if not self.usable:
            return ()
        if self._in_use() is not None:
            return (f"From your saved addresses. {self._choose} chooses another",)
        return (f"{self._choose} shows your saved addresses. Several pasted lines fill all fields",)

    def find(self, words: str) -> Sequence[SavedAddress]:
        """Return the saved addresses that have some words."""
        return self._guard.read(lambda: self._saved.find(words, 0, _MOST_SHOWN), ())

    def take(self, number: int) -> Answers:
        """Use a saved address, and return the answers it gives; none where it cannot be read."""
        return self._guard.read(lambda: self._taken(number), NONE)

    def delete(self, number: int) -> bool:
        """Take a saved address out of the book; whether that was done."""
        return self._guard.do(lambda: self._saved.delete(number))

    def bring_back(self) -> bool:
        """Bring the deleted address back; whether that was done."""
        return self._guard.do(self._undo.last)

    def question(self) -> LinesDialog | None:
        """Ask what else changes with a saved address that was changed here; None where it was not."""
        if self._draft.address_id is None or not self._worth_saving():
            return None
        help_line = f"Up, Down move.  Enter takes it.  {GO_BACK}"
        return LinesDialog("You have changed a saved address", _changes, help_line, short=True)

    def save(self) -> None:
        """Let become of an address without findings what the user wants."""
        if self._worth_saving() and self.future is not Future.NOTHING:
            self._draft.use_address(self._written)

    def _taken(self, number: int) -> Answers:
        saved = self._saved.get(number)

        def use() -> int:
            self._saved.touch(saved.id)
            return saved.id

        self._draft.use_address(use)
        return {part: saved.parts.get(part, "") for part in paths.ADDRESS_PARTS}

    def _worth_saving(self) -> bool:
        """Whether the address is neither wrong nor saved already."""
        draft = self._draft
        wrong = not draft.checked or draft.evaluation.within(paths.ADDRESS_PARTS)
        saved = self._in_use()
        unchanged = saved is not None and saved.parts == parts_of(draft.answers)
        return draft.editable and not wrong and not unchanged

    def _written(self) -> int:
        parts, number = parts_of(self._draft.answers), self._draft.address_id
        if self.future is Future.CHANGE and number is not None:
            return self._saved.change(number, parts)
        return self._saved.save(parts)

    def _in_use(self) -> SavedAddress | None:
        number = self._draft.address_id
        return None if number is None else self._guard.read(lambda: self._one(number), None)

    def _one(self, number: int) -> SavedAddress | None:
        try:
            return self._saved.get(number)
        except AddressNotFound:
            return None


def parts_of(answers: Answers) -> dict[str, str]:
    """Return the address among some answers, without empty parts."""
    return {path: answers[path] for path in paths.ADDRESS_PARTS if answers.get(path, "").strip()}


def _changes(width: int) -> Iterator[Line]:
    for future, does, means in _CHANGED:
        yield line(("  ", "margin"), (does, "strong"), key=future.value)
        yield line(f"  {shortened(means, width - 2)}", key=future.value)
        yield BLANK
