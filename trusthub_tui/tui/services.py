"""What every screen needs from outside, passed in when the program starts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import labels
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.tui.command import NO_OWN_KEYS, OwnKeys
from trusthub_tui.tui.doors import Dialog, Doors
from trusthub_tui.tui.follower import Follower
from trusthub_tui.tui.guard import Guard
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.notices import Notices
from trusthub_tui.tui.online import Online

if TYPE_CHECKING:
    from trusthub_tui.trusthub.remote_results import Followed


class Clipboard(Protocol):
    """Where texts are copied to, besides the terminal itself, which never says whether it took one."""

    async def copy(self, text: str) -> bool:
        """Copy a text; whether it is certain that it can be pasted now."""


@dataclass(frozen=True, slots=True)
class Services:
    """The file, who reviews, the time, and the clipboard. A test passes its own."""

    store: Store
    filing: Filing
    clock: Callable[[], datetime]
    """Now, as an aware UTC time."""
    clipboard: Clipboard
    look_every: float = 1.0
    """Seconds until the file is looked at again for what others did."""
    online: Online | None = None
    """The Twilio account; None where there is no way to any."""
    pasted: dict[str, str] = field(default_factory=dict)
    """Texts that were pasted as decisions and not taken in, by the profile's ID: never written anywhere."""
    guard: Guard = field(default_factory=Guard)
    """Where the file's faults are met: reads and writes of the screens go through it."""
    keys: OwnKeys = field(default_factory=lambda: NO_OWN_KEYS)
    """The keys the user has chosen for commands."""

    def when(self, moment: datetime) -> str:
        """Write a moment as people do: only the time if it was today."""
        return labels.when(moment, self.clock(), None)

    def ago(self, moment: datetime) -> str:
        """Write how long ago a moment was, or its date once that says more."""
        return labels.ago(moment, self.clock(), None)


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

    def open_step(self, draft: Draft, number: int, path: str = "", *, back_to: object = None) -> None:
        """Show a step of an open profile, the focus on a question."""

    def open_question(self, draft: Draft, path: str, *, back_to: object = None) -> None:
        """Show the step of a question, the focus on it."""

    def open_review(self, draft: Draft, at: object = None) -> None:
        """Show all answers, the cursor on a line."""

    def open_status(self, draft: Draft) -> None:
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

    def follow(self) -> None:
        """Follow the account that this file is followed with, or none any more."""

    def doors(self, dialog: Dialog = Dialog.NONE) -> Doors:
        """Return what helps against faults of an account on the page in front, or in a dialog there."""

    def ask_twilio(self, *, wanted: bool = False) -> None:
        """Ask how all profiles stand at Twilio; where the user wants it, say what stands in the way."""

    def told(self, happened: "Iterable[Followed]") -> None:
        """Tell what has happened to profiles at Twilio, and show it wherever it is to be seen."""

    def watch_decisions(self) -> None:
        """Wait for the next decision that was promised."""
