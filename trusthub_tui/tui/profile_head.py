"""The head of a page of an open profile: title line, save state, badge, and the list of steps."""

import re

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.status import Status
from trusthub_tui.tui.drawing.bars import Title
from trusthub_tui.tui.saver import Saver
from trusthub_tui.tui.widgets.bars import TitleBar
from trusthub_tui.tui.widgets.step_list import StepList, state_in_words

WIDE = 100
"""Columns from which there is room for the steps beside the fields."""


ROOMY = 80
"""Columns from which there is room for seconds."""


class ProfileHead:
    """Shows whose profile this is and how far it is."""

    def __init__(self, draft: Draft, saver: Saver, title_bar: TitleBar) -> None:
        self._draft = draft
        self._saver = saver
        self._title_bar = title_bar
        self.steps = StepList()

    def show(self, section_number: int, width: int, *, error: bool = False) -> None:
        """Show the profile as it is now on a page of so many columns; tell of a new fault at once."""
        draft, wide, saver = self._draft, width >= WIDE, self._saver
        typed = bool(section_number) and draft.status.editable
        said = saver.words if typed or saver.failing else ""
        self._title_bar.tell(
            Title(
                draft.name,
                error=error,
                profile_id="" if wide and section_number else draft.id,
                said=said if width >= ROOMY else _without_seconds(said),
                alarm=saver.failing,
                practice=draft.in_practice,
                status=draft.status,
                steps=tuple(draft.progress),
                current=section_number,
            )
        )
        self.steps.show(section_number, draft.progress, *self._foot())
        saver.tell_new_fault()

    def state_words(self, section_number: int, width: int) -> tuple[str, str]:
        """Return how a step stands, with the role of the words; nothing where the list of steps says it."""
        if width >= WIDE:
            return "", ""
        steps = self._draft.progress
        step = steps[section_number - 1] if steps else None
        return state_in_words(step)

    def _foot(self) -> tuple[str, ...]:
        draft = self._draft
        if draft.status is Status.DRAFT:
            return (f"Profile {draft.id}", "Not submitted yet.")
        return (
            f"Profile {draft.id}",
            draft.status.label,
            "Practice review" if draft.in_practice else "At Twilio",
        )


def _without_seconds(words: str) -> str:
    """Return a text that ends in a time of day, without its seconds."""
    return re.sub(r"(\d\d:\d\d):\d\d$", r"\1", words)
