"""Which account a file is followed with in the background. Light: whoever has no account needs no more."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from trusthub_tui.account.credentials import Credentials
    from trusthub_tui.store.store import Store

FOLLOWED: Final = "account.sid"
"""The preference that says which account this file is followed with."""

_NAME: Final = "account.name"


def followed_account(store: "Store") -> str:
    """Return the SID of the account that this file is followed with in the background; empty for none."""
    return store.preferences.get(FOLLOWED)


def name_of_account(store: "Store") -> str:
    """Return the name of the account that this file is followed with; empty for one without."""
    return store.preferences.get(_NAME)


def follow_with(store: "Store", credentials: "Credentials") -> None:
    """Follow the profiles of this file with an account from now on. The secret is not written."""
    store.preferences.set(_NAME, credentials.name)
    store.preferences.set(FOLLOWED, credentials.account_sid)


def follow_nothing(store: "Store", *, purge: bool) -> None:
    """Follow nothing any more; with ``purge`` everything that was received is thrown away, too."""
    store.preferences.set(FOLLOWED, "")
    store.preferences.set(_NAME, "")
    if purge:
        store.linked.purge()
