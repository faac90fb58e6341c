"""How screens and commands get at a Twilio account: by credentials that are there, or that somebody types."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from trusthub_tui.account import credentials as found
from trusthub_tui.account.call import Caller, Chances
from trusthub_tui.account.credentials import Credentials, Surroundings, find
from trusthub_tui.account.online import OnlineAccount
from trusthub_tui.account.secret import Secret
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.remote import Twilio

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, slots=True)
class Connector:
    """Finds credentials and makes an account of them. A test passes its own surroundings and transport."""

    store: Store
    filing: Filing
    clock: Callable[[], datetime]
    around: Surroundings = field(default_factory=Surroundings.here)
    chances: Chances = field(default_factory=Chances.real)
    transport: "Callable[[], httpx2.AsyncBaseTransport] | None" = None

    def find(self, name: str) -> Credentials:
        """Return the credentials of a named account, or the first that are found; raises an AccountError.

        May take up to half a minute where a command is asked for them: not for the thread of the screens.
        Asks nobody at Twilio, and does not touch the file.
        """
        return find(self.around, name)

    def asked(self, account_sid: str, key: str, secret: Secret) -> Credentials:
        """Return credentials that somebody has typed; raises an AccountError."""
        return found.asked(self.around, account_sid, key, secret)

    def connect(self, credentials: Credentials) -> Twilio:
        """Return the account behind some credentials; nothing is asked yet. To be closed in the end."""
        account = OnlineAccount(credentials, Caller(credentials, self.chances, self.transport))
        return Twilio(self.store, self.filing, account, self.clock, self.chances.sleep)
