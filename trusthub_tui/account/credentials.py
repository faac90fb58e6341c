"""Credentials that are there already: where they are looked for, in which order, and how they stay secret.

Nothing is stored. A secret is a :class:`Secret` from the moment it is read: tracebacks print the local
variables, so no function has one as a text of its own.
"""

import os
import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit

from trusthub_tui.account import twilio_cli
from trusthub_tui.account.faults import NoCredentials, UnusableCredentials
from trusthub_tui.account.secret import Secret, only_object, shrouded
from trusthub_tui.config_file import UnreadableConfig, config_path, table_of
from trusthub_tui.profile.answers import clean

ACCOUNT_SID: Final = "TWILIO_ACCOUNT_SID"
API_KEY: Final = "TWILIO_API_KEY"
API_SECRET: Final = "TWILIO_API_SECRET"  # noqa: S105 - the name of a variable
AUTH_TOKEN: Final = "TWILIO_AUTH_TOKEN"  # noqa: S105 - the name of a variable
TRUSTHUB_BASE: Final = "TWILIO_TRUSTHUB_BASE_URL"
API_BASE: Final = "TWILIO_API_BASE_URL"

_SID: Final = re.compile(r"AC[0-9a-fA-F]{32}")
_SID_FORM: Final = "AC and 32 digits from 0 to 9 and a to f"
_KEY: Final = re.compile(r"SK[0-9a-fA-F]{32}")
_ANY_SID: Final = re.compile(r"(AC|SK)[0-9a-fA-F]{32}")
_PLACE: Final = re.compile(r"[a-z0-9-]{1,40}")
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_COMMAND_TAKES: Final = 30
"""Seconds a command may take: somebody may have to unlock a password manager."""


class SourceKind(StrEnum):
    """Where credentials come from."""

    ENVIRONMENT = "environment"
    TWILIO_CLI = "twilio-cli"
    COMMAND = "command"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Hosts:
    """The two origins that credentials may go to."""

    trusthub: str = "https://trusthub.twilio.com"
    api: str = "https://api.twilio.com"

    @property
    def replaced(self) -> str:
        """The host that stands in for Twilio, to be shown as ``NOT TWILIO``; empty for Twilio itself."""
        found = (urlsplit(base) for base in (self.trusthub, self.api))
        return next((one.netloc for one in found if not _is_twilio(one.hostname or "")), "")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks Twilio, on whose behalf, and where."""

    account_sid: str
    user: str
    """The API key, or the account itself with its auth token."""
    secret: Secret
    kind: SourceKind
    source: str
    """Where they are from, in words: ``the environment (TWILIO_API_KEY)``."""
    name: str = ""
    """Of the account in twilio-cli or in our own file; empty for one without."""
    hosts: Hosts = Hosts()
    parent: str = ""
    """The account this one is a subaccount of, where our file says so: the Primary profile is there."""
    warnings: tuple[str, ...] = ()

    def sign(self, request: Any) -> Any:
        """Put the credentials into a request; the one place where a secret is a text."""
        url = request.url
        origin = f"{url.scheme}://{url.netloc.decode()}"
        if origin in (self.hosts.trusthub, self.hosts.api):
            request.headers["Authorization"] = (
                "Basic " + b64encode(f"{self.user}:{self.secret.reveal()}".encode()).decode()
            )
        return request


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where credentials are looked for."""

    environ: Mapping[str, str] = field(repr=False)
    twilio_cli: Path
    """The configuration of twilio-cli, which is only ever read."""
    config: Path
    """Our own: accounts whose secrets a command of the user's choice prints."""
    run: Callable[[Sequence[str]], Mapping[str, object]] = field(default_factory=lambda: run_command)

    @classmethod
    def here(cls) -> "Surroundings":
        """Return those of this process and its user."""
        home = Path(os.path.expanduser("~"))
        return cls(os.environ, home / ".twilio-cli" / "config.json", config_path())

    def value(self, variable: str) -> str:
        """Return a variable that holds no secret."""
        return clean(self.environ.get(variable, "")).strip()

    def has(self, variable: str) -> bool:
        """Whether a variable says anything."""
        return bool(self.environ.get(variable, "").strip())

    def sid(self, variable: str) -> str:
        """Return the SID of an account or a key; empty for anything else, which may be a secret."""
        found = _ANY_SID.fullmatch(self.environ.get(variable, "").strip())
        return found.group() if found else ""

    def secret(self, variable: str) -> Secret:
        """Return a variable that holds a secret."""
        return Secret(self.environ.get(variable, "").strip())


def find(around: Surroundings, name: str = "") -> Credentials:
    """Return the credentials of an account by its name, or else the first that are found.

    May take a while where a command is asked. Raises NoCredentials or UnusableCredentials.
    """
    found = _named(around, name) if name else _of_environment(around) or _active(around)
    if found is None:
        raise NoCredentials
    return replace(found, hosts=_replaced(around, found.hosts))


def names(around: Surroundings) -> tuple[str, ...]:
    """Return the names of the accounts that can be chosen; a file that cannot be read has none."""
    cli = twilio_cli.read(around.twilio_cli)
    return tuple(dict.fromkeys((*_own(around), *(cli.profiles if cli else ()))))


def asked(around: Surroundings, account_sid: str, user: str, secret: Secret) -> Credentials:
    """Return credentials that somebody has typed, for as long as the program runs."""
    found = _checked(account_sid.strip(), user.strip() or account_sid.strip(), secret, "what you typed")
    hosts = _hosts(around.value("TWILIO_REGION"), around.value("TWILIO_EDGE"))
    return replace(found, kind=SourceKind.ASKED, hosts=_replaced(around, hosts))


def replaced_host(environ: Mapping[str, str]) -> str:
    """Return the host that stands in for Twilio by the environment's word; empty for Twilio itself."""
    try:
        return _replaced(Surroundings(environ, Path(), Path()), Hosts()).replaced
    except UnusableCredentials:
        return ""


def _of_environment(around: Surroundings) -> Credentials | None:
    if not any(map(around.has, (ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN))):
        return None
    if not around.has(ACCOUNT_SID):
        _unusable("The environment has a Twilio key or token, but no TWILIO_ACCOUNT_SID", "Set that, too")
    if around.has(API_KEY) and around.has(API_SECRET):
        user, secret = API_KEY, API_SECRET
    elif around.has(AUTH_TOKEN):
        user, secret = ACCOUNT_SID, AUTH_TOKEN
    else:
        _unusable(
            "The environment has TWILIO_ACCOUNT_SID, but neither a whole API key nor TWILIO_AUTH_TOKEN",
            "Set TWILIO_API_KEY and TWILIO_API_SECRET, or unset TWILIO_ACCOUNT_SID",
        )
    source = f"the environment ({AUTH_TOKEN if user == ACCOUNT_SID else user})"
    # Whoever mixes variables up has a secret in the wrong one: what is no SID never becomes a text here.
    found = _checked(around.sid(ACCOUNT_SID), around.sid(user), around.secret(secret), source)
    return replace(found, hosts=_hosts(around.value("TWILIO_REGION"), around.value("TWILIO_EDGE")))


def _active(around: Surroundings) -> Credentials | None:
    cli = twilio_cli.read(around.twilio_cli)
    return None if cli is None or not cli.active else _of_cli(around, cli, cli.active)


def _named(around: Surroundings, name: str) -> Credentials:
    own = _own(around).get(name)
    if own is not None:
        return _of_command(around, name, own)
    cli = twilio_cli.read(around.twilio_cli)
    found = None if cli is None else _of_cli(around, cli, name)
    if found is None:
        known = ", ".join(clean(one) for one in names(around)) or "none"
        _unusable(f"There is no account named {clean(name)}", f"Known: {known}")
    return found


def _of_cli(around: Surroundings, cli: twilio_cli.Config, name: str) -> Credentials | None:
    profile = cli.profiles.get(name)
    if profile is None:
        if name in cli.without_secret:
            _unusable(
                f"twilio-cli has no secret for its profile {clean(name)}", "Sign in again with: twilio login"
            )
        return None
    source = f"twilio-cli's profile {clean(name)}"
    found = _checked(profile.account_sid, profile.api_key, profile.secret, source)
    hosts = _hosts(profile.region, profile.edge)
    warnings = _readable_by_others(around.twilio_cli)
    return replace(found, kind=SourceKind.TWILIO_CLI, name=name, hosts=hosts, warnings=warnings)


def _of_command(around: Surroundings, name: str, table: Mapping[str, object]) -> Credentials:
    command = table.get("command")
    if not isinstance(command, list) or not command or not all(isinstance(part, str) for part in command):
        _unusable(f"The account {clean(name)} has no command", f"Give it a list of words in {around.config}")
    said = around.run(command)
    secret = said.get("api_secret", said.get("auth_token"))
    sid, source = str(said.get("account_sid", "")), f"the command of account {clean(name)}"
    if not isinstance(secret, Secret):
        _unusable(
            f"From {source} came no credentials",
            'It has to print {"account_sid": …, "api_key": …, "api_secret": …} within 30 seconds',
        )
    found = _checked(sid, str(said.get("api_key", sid)), secret, source)
    hosts = _hosts(str(table.get("region", "")), str(table.get("edge", "")))
    parent, warnings = str(table.get("subaccount_of", "")), _readable_by_others(around.config)
    if parent and not _SID.fullmatch(parent):
        _unusable(f"The subaccount_of of account {clean(name)} is no account", f"Write {_SID_FORM}")
    if parent == found.account_sid:
        _unusable(f"Account {clean(name)} is said to be a subaccount of itself", "Leave subaccount_of out")
    return replace(found, kind=SourceKind.COMMAND, name=name, hosts=hosts, parent=parent, warnings=warnings)


def run_command(command: Sequence[str]) -> Mapping[str, object]:
    """Return the object that a command prints, its secrets shrouded; nothing for whatever goes wrong."""
    import json
    import subprocess

    try:
        said = only_object(
            json.loads(
                subprocess.run(  # noqa: S603 - a list of words from the user's own file, no shell
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    timeout=_COMMAND_TAKES,
                    check=True,
                ).stdout,
                object_hook=shrouded,
            )
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return {}
    return said or {}


def _own(around: Surroundings) -> Mapping[str, Mapping[str, object]]:
    """Return the accounts of our own file by name; it holds no secrets."""
    try:
        accounts = table_of(around.config, "account")
    except UnreadableConfig as error:
        _unusable(error.message, "It has to be TOML: [account.NAME]")
    return {name: table for name, table in accounts.items() if isinstance(table, dict)}


def _checked(sid: str, user: str, secret: Secret, source: str) -> Credentials:
    """Return credentials in the form Twilio gives them; what has another may be a secret: it is not told."""
    if not _SID.fullmatch(sid):
        _unusable(f"The account SID from {source} is none", f"It is {_SID_FORM}")
    if user != sid and not _KEY.fullmatch(user):
        _unusable(f"The API key from {source} is none", "It is SK and 32 digits from 0 to 9 and a to f")
    return Credentials(sid, user, secret, SourceKind.ENVIRONMENT, source)


def _hosts(region: str, edge: str) -> Hosts:
    for place in (region, edge):
        if place and not _PLACE.fullmatch(place):
            _unusable("The region or edge of this account is none", "Write it as Twilio does: ie1, dublin")
    if not region and not edge:
        return Hosts()
    middle = ".".join(part for part in (edge, region or "us1") if part)
    return Hosts(f"https://trusthub.{middle}.twilio.com", f"https://api.{middle}.twilio.com")


def _replaced(around: Surroundings, hosts: Hosts) -> Hosts:
    return Hosts(
        _base(around, TRUSTHUB_BASE) or hosts.trusthub,
        _base(around, API_BASE) or hosts.api,
    )


def _base(around: Surroundings, variable: str) -> str:
    given = around.value(variable).rstrip("/").lower()
    if not given:
        return ""
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    safe = (parts.scheme == "https" and _is_twilio(host)) or (parts.scheme == "http" and host in _LOOPBACK)
    if not safe or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        _unusable(
            f"{variable} leads neither to Twilio nor to this computer",
            "Credentials go only to https://….twilio.com or http://127.0.0.1:PORT",
        )
    return given


def _is_twilio(host: str) -> bool:
    return host == "twilio.com" or host.endswith(".twilio.com")


def _readable_by_others(path: Path) -> tuple[str, ...]:
    try:
        open_to_others = path.stat().st_mode & 0o077
    except OSError:
        return ()
    name = clean(str(path))
    return (f"{name} can be read by others: chmod 600 {name}",) if open_to_others else ()


def _unusable(message: str, remedy: str) -> NoReturn:
    raise UnusableCredentials(message, remedy)
