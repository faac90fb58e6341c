"""A Twilio of our own beside the screens: what it holds, what was asked, and credentials for it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

import httpx2

from tests.support import fake_twilio
from tests.support.fake_twilio import FakeTwilio
from tests.support.person import START
from trusthub_tui.account.call import Chances
from trusthub_tui.account.credentials import Surroundings
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.connecting import Connector
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.tui.online import Online

SECRET = "s3ntinel-secret-5f9c"  # noqa: S105 - of a fake
AC = "AC" + "1" * 32
KEY = "SK" + "1" * 32

CREDENTIALS = {"TWILIO_ACCOUNT_SID": AC, "TWILIO_API_KEY": KEY, "TWILIO_API_SECRET": SECRET}


class Place(Protocol):
    """A file, who reviews, and the time."""

    store: Store

    @property
    def clock(self) -> Callable[[], datetime]:
        """The time."""

    @property
    def filing(self) -> Filing:
        """Who reviews."""


@dataclass
class BesideTwilio:
    """Takes care that the screens ask this Twilio, with what stands in this environment."""

    folder: Path
    fake: FakeTwilio = field(default_factory=lambda: FakeTwilio(now=START))
    environ: dict[str, str] = field(default_factory=lambda: dict(CREDENTIALS))
    offline: bool = False
    held: int = 0
    """Requests that are held back."""
    waited: list[float] = field(default_factory=list)
    """Seconds somebody waited before a repetition; no time passes."""

    deadline: float = 20.0
    """Seconds for one whole answer; the only time that really passes."""
    broken: list[Exception] = field(default_factory=list)
    """What goes wrong each time that connections are prepared."""

    def __post_init__(self) -> None:
        self._gate: asyncio.Event | None = None
        self.fake.account()

    def connector(self, desk: Place) -> Connector:
        """Return what finds the credentials and connects."""
        around = Surroundings(self.environ, self.folder / "cli.json", self.folder / "config.toml")
        chances = Chances(self._sleep, lambda: 0.5, lambda: 0.0, self.deadline)
        return Connector(*(desk.store, desk.filing, desk.clock, around, chances), self._transport)

    def online(self, desk: Place) -> Online:
        """Return the way to it, as the program is given it when it starts."""
        return Online(desk.store, lambda: self.connector(desk), self.environ, offline=self.offline)

    @property
    def asked(self) -> int:
        """How many requests there were."""
        return len(self.fake.asked)

    @property
    def lists(self) -> int:
        """How often all profiles were asked for."""
        return sum(asked.path == "/v1/CustomerProfiles" for asked in self.fake.asked)

    def hold(self) -> None:
        """Answer nothing from now on."""
        self._gate, self.held = asyncio.Event(), 0

    def let_go(self) -> None:
        """Answer again, also what was held back."""
        if self._gate is not None:
            self._gate.set()
        self._gate = None

    def _transport(self) -> httpx2.AsyncBaseTransport:
        if self.broken:
            raise self.broken.pop(0)
        answering = fake_twilio.transport(self.fake)()

        async def answer(request: httpx2.Request) -> httpx2.Response:
            if self._gate is not None:
                self.held += 1
                await self._gate.wait()
            return await answering.handle_async_request(request)

        return httpx2.MockTransport(answer)

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
