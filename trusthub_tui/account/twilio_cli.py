"""The configuration of twilio-cli: which accounts somebody has signed in to. It is never written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trusthub_tui.account.faults import UnusableCredentials
from trusthub_tui.account.secret import Secret, only_object, shrouded
from trusthub_tui.profile.answers import clean


@dataclass(frozen=True, slots=True)
class Profile:
    """One account that somebody has signed in to; twilio-cli calls it a profile."""

    account_sid: str
    api_key: str
    secret: Secret
    region: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The accounts that twilio-cli has written into its file."""

    active: str
    """The name of the account in use; empty for none."""
    profiles: Mapping[str, Profile]
    without_secret: frozenset[str]
    """Entries of earlier versions, whose secret is elsewhere."""


def read(path: Path) -> Config | None:
    """Return what the file says; None where there is none. Raises UnusableCredentials for no JSON."""
    document = _document(path)
    if document is None:
        return None
    profiles, projects = _table(document, "profiles"), _table(document, "projects")
    whole = {name: made for name, given in profiles.items() if (made := _profile(given)) is not None}
    active = document.get("activeProject")
    return Config(
        active if isinstance(active, str) else "",
        whole,
        frozenset((*profiles, *projects)) - frozenset(whole),
    )


def _document(path: Path) -> Mapping[str, object] | None:
    import json

    try:
        with path.open(encoding="utf-8") as file:
            document = only_object(json.load(file, object_hook=shrouded))
    except OSError:
        return None
    except ValueError:
        document = None
    if document is None:
        raise UnusableCredentials(
            f"{clean(str(path))} cannot be read",
            "It is the file of twilio-cli. Sign in again with: twilio login",
        )
    return document


def _table(document: Mapping[str, object], name: str) -> Mapping[str, Mapping[str, object]]:
    table = document.get(name)
    given = table if isinstance(table, dict) else {}
    return {name: one for name, one in given.items() if isinstance(one, dict)}


def _profile(given: Mapping[str, object]) -> Profile | None:
    texts = {name: text for name, text in given.items() if isinstance(text, str)}
    secret = given.get("apiSecret")
    if not isinstance(secret, Secret) or "accountSid" not in texts or "apiKey" not in texts:
        return None
    return Profile(
        texts["accountSid"], texts["apiKey"], secret, texts.get("region", ""), texts.get("edge", "")
    )
