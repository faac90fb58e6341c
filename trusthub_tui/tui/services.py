"""What every screen needs from outside, passed in when the program starts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from trusthub_tui.profile import labels
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.tui.command import NO_OWN_KEYS, OwnKeys
from trusthub_tui.tui.guard import Guard
from trusthub_tui.tui.online import Online


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
    key_names: dict[str, str] = field(default_factory=dict)
    """By the names of the commands, the key of each as sentences name it; the program fills it in."""

    def key_of(self, command: str) -> str:
        """Return the key of a command as sentences name it: the only place that knows."""
        return self.key_names[command]

    def when(self, moment: datetime) -> str:
        """Write a moment as people do: only the time if it was today."""
        return labels.when(moment, self.clock(), None)

    def ago(self, moment: datetime) -> str:
        """Write how long ago a moment was, or its date once that says more."""
        return labels.ago(moment, self.clock(), None)
