"""What is not saved: told once, tried again every few seconds, and asked about before it would be lost."""

from collections.abc import Awaitable, Callable
from typing import Final

from textual.screen import Screen

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.labels import counted
from trusthub_tui.store.errors import Locked
from trusthub_tui.tui.services import Services

NOT_SAVED: Final = "Not saved: Ctrl+S says why"

RETRY_SECONDS: Final = 5.0
"""How long to wait before trying again to save what could not be saved."""

Tell = Callable[..., None]
"""Shows a short notice; takes the sentence, and ``alarm`` for one that must not be overlooked."""


class Saver:
    """Looks after the saving of an open profile for the page that shows it.

    ``changed`` is called when the profile turned out to be another than the page shows.
    """

    def __init__(self, draft: Draft, services: Services, tell: Tell, changed: Callable[[], None]) -> None:
        self._draft = draft
        self._services = services
        self._tell = tell
        self._changed = changed
        self._told = ""

    @property
    def failing(self) -> bool:
        """Whether something could not be written."""
        return self._draft.fault is not None

    @property
    def words(self) -> str:
        """When the answers were saved, or that they are not."""
        return NOT_SAVED if self.failing else f"Saved {self._services.when(self._draft.saved_at)}"

    def say_saved(self) -> None:
        """Say that saving needs no key; where it failed, try again and say why."""
        if self.failing:
            self.try_again()
            self.tell_fault()
        else:
            self._tell(f"{self.words}. Saving is automatic")

    def tell_new_fault(self) -> None:
        """Tell of a fault nobody was told of."""
        fault = self._draft.fault
        if fault is not None and fault.text != self._told:
            self.tell_fault()
        self._told = fault.text if fault is not None else ""

    def tell_fault(self) -> None:
        """Say what is not saved, why, and what to do."""
        if self._draft.fault is not None:
            self._tell(f"Not saved. {self._draft.fault.text}", alarm=True)

    def try_again(self) -> None:
        """Try to write what could not be written."""
        if not self.failing:
            return
        try:
            self._draft.save_again()
        except Locked as locked:
            self._tell(locked.text, alarm=True)
        self._changed()

    async def may_leave(self, ask: Callable[[Screen[bool | None]], Awaitable[bool | None]]) -> bool:
        """Return whether nothing would be lost; where answers are not saved, whether the user agreed."""
        self.try_again()
        if not self._draft.unsaved:
            return True
        return bool(await ask(self._warning()))

    def _warning(self) -> Screen[bool | None]:
        from trusthub_tui.tui.dialogs.confirm import Confirm

        count, fault = self._draft.unsaved, self._draft.fault
        lines = [
            f"{counted(count, 'answer')} {'is' if count == 1 else 'are'} not saved.",
            *((fault.message, fault.remedy) if fault else ()),
            "",
        ]
        return Confirm("Leave without saving?", lines, "Stay", "Leave and lose them")
