"""What a screen may ask of the program."""

from typing import TYPE_CHECKING, Protocol

from trusthub_tui.tui.doors import Dialog, Doors
from trusthub_tui.tui.follower import Follower
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.notices import Notices
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.twilio_news import TwilioNews

if TYPE_CHECKING:
    from trusthub_tui.draft.draft import Draft


class Navigator(Protocol):
    """What a screen may ask of the program: its services, and another screen."""

    @property
    def services(self) -> Services:
        """The file, who reviews, and the time."""

    @property
    def look(self) -> Look:
        """How things are drawn in this terminal."""

    def open_profiles(self, at: str = "") -> None:
        """Show the list of profiles, the cursor on one of them."""

    def open_profile(self, profile_id: str) -> None:
        """Open a profile where its user stopped, or what became of its submission."""

    def open_step(self, draft: "Draft", number: int, path: str = "", *, back_to: object = None) -> None:
        """Show a step of an open profile, the focus on a question."""

    def open_question(self, draft: "Draft", path: str, *, back_to: object = None) -> None:
        """Show the step of a question, the focus on it."""

    def open_review(self, draft: "Draft", at: object = None) -> None:
        """Show all answers, the cursor on a line."""

    def open_status(self, draft: "Draft") -> None:
        """Show what became of the newest submission."""

    async def copy(self, text: str) -> bool:
        """Copy a text in every way there is; whether it is certain that it can be pasted now."""

    @property
    def notices(self) -> Notices:
        """Where short messages are shown."""

    def leave(self) -> None:
        """End the program."""

    @property
    def follower(self) -> Follower | None:
        """Who asks Twilio how the profiles stand; None where there is no way to an account."""

    def doors(self, dialog: Dialog = Dialog.NONE) -> Doors:
        """Return what helps against faults of an account on the page in front, or in a dialog there."""

    @property
    def twilio(self) -> TwilioNews:
        """What happens to profiles at Twilio: asks for it, and tells it."""

    def watch_decisions(self) -> None:
        """Wait for the next decision that was promised."""
