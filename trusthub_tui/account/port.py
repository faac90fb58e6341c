"""A Twilio account as commands and screens see it, and where the things in it are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlencode

Object = Mapping[str, object]
"""An object of JSON, as received."""


class Host(StrEnum):
    """Which of Twilio's two services something is at."""

    TRUSTHUB = "trusthub"
    API = "api"


@dataclass(frozen=True, slots=True)
class Where:
    """The place of one thing, or of a list of them."""

    host: Host
    path: str
    query: Mapping[str, str] | None = None

    @property
    def relative(self) -> str:
        """Path and query, as they stand behind the host."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose account it is, to be shown; holds no secret."""

    account_sid: str
    source: str
    """Where the credentials are from, in words."""
    name: str = ""
    """What to call it after ``--account``; empty where it has no name."""
    replaced: str = ""
    """The host that stands in for Twilio; every screen then says ``NOT TWILIO``."""
    parent: str = ""
    """The account this one is a subaccount of, where that is known."""
    warnings: tuple[str, ...] = ()


class Account(Protocol):
    """Reads and writes one account. Each method may raise an AccountError; see ``faults``.

    Requests can be cancelled at any moment. A write is never repeated by itself where it may have arrived.
    """

    @property
    def identity(self) -> Identity:
        """Whose account it is."""

    async def fetch(self, where: Where) -> Object:
        """Return one object. Gone where there is none."""

    async def list(self, where: Where) -> tuple[Object, ...]:
        """Return all objects of a list, page by page, each SID once."""

    async def write(self, where: Where, form: Mapping[str, str]) -> Object:
        """Change or make something and return it. Unclear where nobody knows whether that has happened."""

    async def close(self) -> None:
        """Let go of the connections."""
