"""The head of a page of an open profile: title line, save state, badge, and the list of steps."""

from trusthub_tui.draft import attention
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.status import Status
from trusthub_tui.tui.saver import Saver
from trusthub_tui.tui.widgets.bars import TitleBar
from trusthub_tui.tui.widgets.step_list import StepList

WIDE = 100
"""Columns from which there is room for the steps beside the fields."""


class ProfileHead:
    """Shows whose profile this is and how far it is."""

    def __init__(self, draft: Draft, saver: Saver, title_bar: TitleBar) -> None:
        self._draft = draft
        self._saver = saver
        self._title_bar = title_bar
        self.steps = StepList()

    def show(self, section_number: int, width: int, *, error: bool = False) -> None:
        """Show the profile as it is now on a page of so many columns; tell of a new fault at once."""
        draft, wide = self._draft, width >= WIDE
        name = f"Error: {draft.name}" if error else draft.name
        practice = "   Practice:" if draft.in_practice else ""
        named = name if wide else f"{name}  {draft.id}"
        saver = self._saver
        self._title_bar.show(named, saver.words + practice, draft.status, alarm=saver.failing)
        words = attention.reason_words(draft)
        self.steps.show(section_number, draft.progress, words, *self._foot(), tall=wide)
        saver.tell_new_fault()

    def _foot(self) -> tuple[str, ...]:
        draft = self._draft
        if draft.status is Status.DRAFT:
            return (f"Profile {draft.id}", "Not submitted yet.")
        return (
            f"Profile {draft.id}",
            draft.status.label,
            "Practice review" if draft.in_practice else "At Twilio",
        )
