"""The frame around an open profile: its title line, its save state, and leaving it without a loss."""

from collections.abc import Callable
from typing import Final

from trusthub_tui.draft import attention
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision
from trusthub_tui.store.errors import Locked, StoreError
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.services import Program
from trusthub_tui.tui.widgets.step_list import StepList

REASONS: Final = "reasons"
"""Stands for the page of the reasons, as something to go back to."""

NOT_SAVED = "Not saved: Ctrl+S says why"

RETRY_SECONDS = 5.0
"""How long to wait before trying again to save what could not be saved."""


class OpenProfile(Page):
    """A screen of one open profile."""

    section_number = 0
    """The step shown; 0 on the screens after a submission."""

    back_to: object = None
    """What F7 goes back to from a field: a line of the review, :data:`REASONS`, or the step before."""

    def __init__(self, program: Program, draft: Draft) -> None:
        super().__init__(program)
        self._draft = draft
        self.steps = StepList()
        self._told: StoreError | None = None

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""
        return self._draft

    @property
    def wide(self) -> bool:
        """Whether there is room for a column beside the main one."""
        return self.size.width >= 100

    def on_mount(self) -> None:
        """Show the title, and try again what could not be saved."""
        self.show_state()
        self.set_interval(RETRY_SECONDS, self.try_again)

    def show_state(self) -> None:
        """Show name, save state, badge and steps as they are now; tell of a new fault at once."""
        draft = self._draft
        saved = f"Saved {self.services.when(draft.saved_at)}" if draft.fault is None else NOT_SAVED
        practice = "   Practice:" if draft.in_practice else ""
        named = self.heading() if self.wide else f"{self.heading()}  {draft.id}"
        self.title_bar.show(named, saved + practice, draft.status, alarm=draft.fault is not None)
        words = attention.reason_words(draft)
        self.steps.show(self.section_number, draft.progress, words, *self._foot(), tall=self.wide)
        if draft.fault is not None and draft.fault is not self._told:
            self._told = draft.fault
            self.tell_fault()

    def refill(self) -> None:
        """Show everything as it is now, after the profile changed behind the screen."""
        self.show_state()

    def heading(self) -> str:
        """Return what the title line says on the left."""
        return self._draft.name

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the new status of this profile at once."""
        if profile_id == self._draft.id:
            self._draft.reload()
            self.show_state()

    def action_saved(self) -> None:
        """Say that saving needs no key."""
        if self._draft.fault is None:
            self.tell(f"Saved {self.services.when(self._draft.saved_at)}. Saving is automatic")
        else:
            self.try_again()
            self.tell_fault()

    async def action_leave(self) -> None:
        """Leave; ask only when answers could not be saved."""
        self.leaving()
        self.without_loss(lambda: self.app.exit(self._draft.id))

    def place_in_turn(self) -> str:
        """Return the question from which F8 looks on; none means from the beginning."""
        return self.question_in_focus()

    def without_loss(self, go: Callable[[], None]) -> None:
        """Go away from this profile; ask first when answers could not be saved."""
        self.try_again()
        if self._draft.unsaved:
            self._ask_before_losing(go)
        else:
            go()

    def _ask_before_losing(self, go: Callable[[], None]) -> None:
        from trusthub_tui.tui.dialogs.confirm import Confirm

        count, fault = self._draft.unsaved, self._draft.fault
        lines = [
            f"{counted(count, 'answer')} {'is' if count == 1 else 'are'} not saved.",
            *((fault.message, fault.remedy) if fault else ()),
            "",
        ]
        dialog = Confirm("Leave without saving?", lines, "Stay", "Leave and lose them")
        self.app.push_screen(dialog, lambda sure: go() if sure else None)

    def tell_fault(self) -> None:
        """Say what is not saved, why, and what to do."""
        if self._draft.fault is not None:
            self.tell(f"Not saved. {self._draft.fault.message} {self._draft.fault.remedy}", alarm=True)

    def try_again(self) -> None:
        """Try to write what could not be written."""
        if self._draft.fault is None:
            return
        try:
            self._draft.save_again()
        except Locked as locked:
            self.tell(f"{locked.message} {locked.remedy}", alarm=True)
            self.refill()
        self.show_state()

    def _foot(self) -> tuple[str, ...]:
        draft = self._draft
        if draft.status is Status.DRAFT:
            return (f"Profile {draft.id}", "Not submitted yet.")
        return (
            f"Profile {draft.id}",
            draft.status.label,
            "Practice review" if draft.in_practice else "At Twilio",
        )
