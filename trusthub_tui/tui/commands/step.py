"""Commands of a step with fields: continue, choose, undo, saved addresses."""

from collections.abc import Coroutine
from typing import Final, Protocol

from textual.widget import Widget

from trusthub_tui.draft.draft import Draft
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import InFocus
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.choice_field import ChoiceField

PICK: Final = "saved address"
"""The path of the field that is no question: which saved address to use."""


class StepFields(Protocol):
    """What these commands need of the fields of a step."""

    @property
    def has_saved(self) -> bool:
        """Whether there is something saved to fill all the fields with."""

    def open_cards(self) -> bool:
        """Show what is saved instead of the fields; False where there is nothing."""

    def travel(self, path: str, *, back: bool) -> None:
        """Undo or redo the last change of a question."""

    def suggestion(self, path: str) -> str:
        """Return an answer to another question that may serve here too, while this one has none."""

    def take(self, path: str) -> None:
        """Answer a question with what is suggested for it."""


class StepPage(Protocol):
    """What these commands need of a step."""

    navigator: Navigator
    services: Services

    @property
    def form(self) -> StepFields:
        """The fields of the step."""

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""

    @property
    def focused(self) -> Widget | None:
        """The field in focus."""

    def in_focus(self) -> InFocus:
        """Return the question in focus."""

    def go_on(self) -> Coroutine[None, None, None] | None:
        """Check this step and go on; where it asks something first, that is what is returned."""


def has_choices(page: StepPage) -> bool:
    """Whether the step has something saved, the field in focus a list, or an answer is suggested for it."""
    if page.form.has_saved:
        return True
    return isinstance(page.focused, ChoiceField) or bool(page.form.suggestion(page.in_focus().question))


def has_saved_addresses(page: StepPage) -> bool:
    """Whether there is an address to choose, and a profile to use it in."""
    count = page.services.store.addresses.count
    return page.draft.editable and page.services.guard.read(count, 0) > 0


def can_undo(page: StepPage) -> bool:
    """Whether the field in focus was changed."""
    path = page.in_focus().question
    return bool(path) and (not page.draft.editable or bool(page.draft.undo_stack(path).done))


def can_redo(page: StepPage) -> bool:
    """Whether a change of the field in focus was undone."""
    path = page.in_focus().question
    return bool(path) and (not page.draft.editable or bool(page.draft.undo_stack(path).undone))


def go_on(page: StepPage) -> Coroutine[None, None, None] | None:
    """Check this step and go to the next one."""
    return page.go_on()


def choose(page: StepPage) -> None:
    """Show what is saved, or open the list of the field in focus, or take what is suggested for it."""
    if page.form.open_cards():
        return
    if isinstance(page.focused, ChoiceField):
        page.focused.action_open()
    else:
        page.form.take(page.in_focus().question)


def undo(page: StepPage) -> None:
    """Take back the last change of the field in focus."""
    page.form.travel(page.in_focus().question, back=True)


def redo(page: StepPage) -> None:
    """Do again what was undone."""
    page.form.travel(page.in_focus().question, back=False)


def open_addresses(page: StepPage) -> None:
    """Open the address book, on its own step."""
    page.navigator.open_step(page.draft, 2, PICK)
