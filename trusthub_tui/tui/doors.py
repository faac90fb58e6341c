"""What helps against a fault of an account, as the screens say it: a key or a line there, never a command.

The faults themselves name commands, for those who use the command line.
"""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.tui.command import Command, Where


class Dialog(Enum):
    """The dialogs that have lines of their own."""

    NONE = auto()
    ACCOUNT = auto()
    SEND = auto()


ANYWHERE: Final[Mapping[str, str]] = {
    "UnusableCredentials": "{remedy}; or let {account} take others from you",
    "NoCredentials": "{account} takes them from you, and says where else they are looked for",
    "OtherAccount": "{account} takes the credentials of that account from you",
    "CredentialsRefused": "Make a new key in the Console: {account} takes it from you",
    "NotApproved": "The credentials are right. {ask} asks how the review of the profile stands",
    "NotIsv": "{remedy}",
    "ConsoleOnly": "Carry over what is left by hand: {copy_sheet} opens the copy sheet",
    "Immutable": "{ask} shows how it stands there",
    "Unclear": "{ask} looks what Twilio has; nothing is sent twice",
    "ChangedAtTwilio": "{ask} takes that over; what was changed on both sides is yours to choose",
    "BothChanged": "{ask} takes that over; what was changed on both sides is yours to choose",
    "NotLinked": "Build the draft in the Console; it is then a line in the list of profiles that Enter pulls",
    "ProfileNotFound": "Go back to the list of profiles",
    "Offline": "Start the program without --offline and without TRUSTHUB_TUI_OFFLINE",
}
"""By the name of the fault, so that nothing of an account is imported where there is none."""

IN_DIALOGS: Final[Mapping[Dialog, Mapping[str, str]]] = {
    Dialog.NONE: {},
    Dialog.ACCOUNT: {
        "NoCredentials": "Choose Type credentials below; or set TWILIO_ACCOUNT_SID with TWILIO_API_KEY and"
        " TWILIO_API_SECRET before the program starts, or sign in at twilio-cli",
        "UnusableCredentials": "{remedy}; or choose Type credentials below",
        "OtherAccount": "Choose Type credentials below",
        "CredentialsRefused": "Make a new key in the Console and choose Type credentials below",
    },
    Dialog.SEND: {
        "NotIsv": "{remedy}",
        "ConsoleOnly": "What is left is listed below: Enter copies it",
        "ChangedAtTwilio": "Go back with Esc and take that over first, with {ask}",
        "BothChanged": "Go back with Esc and take that over first, with {ask}",
        "ChangedMeanwhile": "F5 compares what is here now; look at it, then go on",
    },
}
"""Where a dialog has its own way."""

_CODED: Final = "{explain} says what {code} means"
_AGAIN: Final = "Try again"


class Doors(NamedTuple):
    """The ways to commands from one kind of screen."""

    commands: Sequence[Command]
    """All there are, with the keys the user has chosen."""
    where: Where
    dialog: Dialog = Dialog.NONE
    """The dialog in front of it."""

    def told(self, fault: ExplainedError) -> str:
        """Return a fault with what helps against it here."""
        return sentences(fault.message, self.remedy(fault))

    def remedy(self, fault: ExplainedError) -> str:
        """Return what helps against a fault here; empty where nothing does."""
        code = getattr(fault, "code", 0)
        kinds = [kind.__name__ for kind in type(fault).__mro__]
        tables = (IN_DIALOGS[self.dialog], ANYWHERE)
        words = next((table[kind] for table in tables for kind in kinds if kind in table), "")
        if not words and fault.remedy.startswith(_AGAIN):
            return f"{self.key(self._asks)} tries{fault.remedy.removeprefix('Try')}"
        if not words and code and kinds[0] == "Refused":
            words = _CODED
        if not words:
            return fault.remedy
        named = {name: self.key(name) for name in ("account", "explain", "copy_sheet")}
        return words.format(remedy=fault.remedy, code=code, ask=self.key(self._asks), **named)

    @property
    def _asks(self) -> str:
        """The name of the command that asks Twilio on this kind of screen."""
        if self.where & Where.LIST:
            return "ask_now"
        return "ask_about" if self.where & Where.STATUS else "pull"

    def key(self, name: str) -> str:
        """Return the way to a command, and where it is only on another screen, that one."""
        command = next(one for one in self.commands if one.name == name)
        key = command.shown_key or f"Esc {command.letter}"
        elsewhere = not command.where & self.where and bool(command.where & Where.LIST)
        return f"{key} in the list of profiles" if elsewhere else key
