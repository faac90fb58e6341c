"""A Twilio made of prepared answers, and time that passes only in the test's notebook."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest

from trusthub_tui.account.call import Caller, Chances
from trusthub_tui.account.credentials import Credentials, Hosts, SourceKind
from trusthub_tui.account.online import OnlineAccount
from trusthub_tui.account.secret import Secret

AC = "AC" + "1" * 32
SENTINEL = "s3ntinel-secret-5f9c"

Answer = httpx2.Response | Exception | Callable[[httpx2.Request], Any]


@dataclass
class Script:
    """Answers in turn, the last one for ever; notes what was asked and how long somebody waited."""

    answers: list[Any]
    asked: list[httpx2.Request] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    async def answer(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        given = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(given, Exception):
            raise given
        if callable(given):
            given = given(request)
            if not isinstance(given, httpx2.Response):
                given = await given
        # A response is read once; the same answer may be given several times.
        return httpx2.Response(given.status_code, headers=given.headers, content=given.content)

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


@dataclass
class Line:
    """An account on the other side of a script."""

    account: OnlineAccount
    script: Script


CREDENTIALS = Credentials(AC, "SK" + "2" * 32, Secret(SENTINEL), SourceKind.ENVIRONMENT, "the environment")


@pytest.fixture
def line() -> Callable[..., Line]:
    """Make an account whose requests are answered by a script."""

    def made(*answers: Answer, deadline: float = 20.0, hosts: Hosts | None = None) -> Line:
        script = Script(list(answers))
        chances = Chances(script.sleep, lambda: 0.5, lambda: 1_700_000_000.0, deadline)
        credentials = CREDENTIALS
        if hosts is not None:
            credentials = Credentials(
                AC,
                CREDENTIALS.user,
                CREDENTIALS.secret,
                SourceKind.ENVIRONMENT,
                "the environment",
                hosts=hosts,
            )
        caller = Caller(credentials, chances, lambda: httpx2.MockTransport(script.answer))
        return Line(OnlineAccount(credentials, caller), script)

    return made
