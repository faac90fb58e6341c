"""Where a step leads to: on to the next one, or back to where the user came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trusthub_tui.draft.draft import Draft
from trusthub_tui.tui.command import Command
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.profile_page import REASONS

_ON: Final = "Continue"
_BACK: Final = {
    "To the reasons": "Then go back to the reasons",
    "To the review": "Then go back to the same line of the review",
}
"""What F9 is called where it leads back, and what it does then."""


@dataclass(frozen=True, slots=True)
class WayOn:
    """Goes on, or back to the line of the review, or to the reasons, where the user came from there."""

    navigator: Navigator
    draft: Draft
    back_to: object = None
    """What :attr:`ProfilePage.back_to` says."""

    @property
    def title(self) -> str:
        """What F9 is called on this step."""
        if self.back_to is None:
            return _ON
        return "To the reasons" if self.back_to == REASONS else "To the review"

    def named(self, commands: Iterable[Command]) -> tuple[Command, ...]:
        """Return some commands, with what F9 does in its own words where it leads back."""
        title = self.title
        return tuple(
            command._replace(title=title, does=f"Check this step. {_BACK[title]}")
            if command.name == "continue" and title in _BACK
            else command
            for command in commands
        )

    def go_back(self) -> bool:
        """Go back to where the user came from; False where that was the step before."""
        if self.back_to == REASONS:
            self.navigator.open_status(self.draft)
        elif self.back_to is not None:
            self.navigator.open_review(self.draft, self.back_to)
        return self.back_to is not None

    def go_on(self, number: int) -> None:
        """Go on from a step."""
        if not self.go_back():
            self.navigator.open_step(self.draft, number + 1)
