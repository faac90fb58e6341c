"""What works with an account, in words: the same for the screens and for ``account``."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.account.credentials import Credentials
from trusthub_tui.account.faults import short
from trusthub_tui.profile.labels import remote_status
from trusthub_tui.trusthub.remote_results import Check

_WRITES: Final = {
    None: "nobody has tried yet",
    True: "Twilio took them",
    False: "Twilio takes them only in its Console",
}


def account_lines(credentials: Credentials, check: Check | None) -> Iterator[str]:
    """Yield whose account it is, where its credentials are from, and what works; None where nobody asked."""
    yield from whose_lines(credentials)
    if check is None:
        yield "Nothing was asked: offline"
    elif not check.reads:
        yield "This key may not read Trust Hub: a Standard key or the auth token is needed"
    else:
        yield from _what_works(check, credentials.parent)


def whose_lines(credentials: Credentials) -> Iterator[str]:
    """Yield whose account it is, and where its credentials are from."""
    yield f"Account {short(credentials.account_sid)}, from {credentials.source}"
    if credentials.hosts.replaced:
        yield f"NOT TWILIO: {credentials.hosts.replaced}"
    if credentials.parent:
        yield f"It is a subaccount of {short(credentials.parent)}"


def _what_works(check: Check, parent: str) -> Iterator[str]:
    yield "Trust Hub can be read"
    yield f"Corrections by API: {_WRITES[check.writes]}"
    names = ", ".join(f"{one.name} ({remote_status(one.status)})" for one in check.primaries)
    none = f"in {short(parent)}, the parent account" if parent else "none yet; begin one in the Console"
    yield f"Primary profile: {names or none}"
    if check.isv is not None:
        yield f"ISV, reseller or partner: {'yes' if check.isv else 'no'}"
