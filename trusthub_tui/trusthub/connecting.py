"""Which account a file is followed with, and how screens and commands get at it."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from trusthub_tui.account.credentials import Credentials, Surroundings, find
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.remote import Twilio

_NAME: Final = "account.name"
_SID: Final = "account.sid"


def followed_account(store: Store) -> str:
    """Return the SID of the account that this file is followed with in the background; empty for none."""
    return store.preferences.get(_SID)


def follow_with(store: Store, credentials: Credentials) -> None:
    """Follow the profiles of this file with an account from now on. The secret is not written."""
    store.preferences.set(_NAME, credentials.name)
    store.preferences.set(_SID, credentials.account_sid)


def follow_nothing(store: Store, *, purge: bool) -> None:
    """Follow nothing any more; with ``purge`` everything that was received is thrown away, too."""
    store.preferences.set(_SID, "")
    store.preferences.set(_NAME, "")
    if purge:
        store.linked.purge()


def name_of_account(store: Store) -> str:
    """Return the name of the account that this file is followed with; empty for one without."""
    return store.preferences.get(_NAME)


def credentials_for(name: str, around: Surroundings | None = None) -> Credentials:
    """Return the credentials of a named account, or the first that are found; raises an AccountError.

    May take up to half a minute where a command is asked for them: not for the thread of the screens. Asks
    nobody at Twilio, and does not touch the file.
    """
    return find(around or Surroundings.here(), name)


def connected(
    store: Store, filing: Filing, clock: Callable[[], datetime], credentials: Credentials
) -> Twilio:
    """Return the account behind some credentials; nothing is asked yet. To be closed: ``twilio.account``."""
    import asyncio

    from trusthub_tui.account.call import Caller, Chances
    from trusthub_tui.account.online import OnlineAccount

    account = OnlineAccount(credentials, Caller(credentials, Chances.real()))
    return Twilio(store, filing, account, clock, asyncio.sleep)
