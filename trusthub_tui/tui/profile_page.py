"""What a page of an open profile offers to commands and to the parts it is made of."""

from typing import Final, Protocol, TypeVar

from textual.screen import Screen

from trusthub_tui.draft.draft import Draft
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.page import InFocus
from trusthub_tui.tui.saver import Saver
from trusthub_tui.tui.services import Services

REASONS: Final = "reasons"
"""Stands for the page of the reasons, as something to go back to."""

Answer = TypeVar("Answer")


class ProfilePage(Protocol):
    """A step, the review, or the page that says what became of a submission."""

    navigator: Navigator
    services: Services
    saver: Saver
    section_number: int
    """The step shown; 0 after a submission."""

    @property
    def back_to(self) -> object:
        """What F7 goes back to from a field: a line of the review, :data:`REASONS`, or the step before."""

    @property
    def draft(self) -> Draft:
        """The profile that is open here."""

    def in_focus(self) -> InFocus:
        """Return what of the profile the user is at."""

    def go_back(self) -> None:
        """Go to where the user came from."""

    def refill(self) -> None:
        """Show everything as it is now."""

    def decided(self, profile_id: str) -> None:
        """Show a decision that has just come."""

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Show a short notice."""

    async def may_leave(self) -> bool:
        """Return whether nothing would be lost, or the user agreed to lose it."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Show a dialog and return its answer; None when the user changed their mind."""
