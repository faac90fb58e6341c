"""One request to Twilio: its deadline, when it is repeated, and what became of it.

The library is imported in a thread when the first request is made: nothing that the program does without an
account waits for it.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trusthub_tui import __version__
from trusthub_tui.account import faults
from trusthub_tui.account.credentials import Credentials
from trusthub_tui.account.faults import AccountError, Nonsense, Unclear, Unreachable
from trusthub_tui.account.port import Object

if TYPE_CHECKING:
    import asyncio

    import httpx2

_PAUSES: Final = (0.5, 1.0, 2.0)
"""Seconds before each repetition of what was not answered."""

_TURNED_AWAY: Final = 5
"""How often a request that was turned away unread is sent again."""

_FIRST_WAIT: Final = 0.5
_LONGEST_WAIT: Final = 30.0
_LONGEST_TOLD: Final = 60.0
"""Seconds to wait at most where Twilio says how long."""

_JITTER: Final = 0.1
_CONNECT: Final = 5.0
_AT_ONCE: Final = 3

_OF_THE_WAY: Final = "Look at the network, and at HTTPS_PROXY and ALL_PROXY"


@dataclass(frozen=True, slots=True)
class Chances:
    """Time and chance, so that tests need neither."""

    sleep: Callable[[float], Awaitable[None]]
    random: Callable[[], float]
    """From 0 to 1."""
    now: Callable[[], float]
    """Seconds since 1970."""
    deadline: float = 20.0
    """Seconds for one whole reply; one that only drips would never meet a deadline for each part of it."""

    @classmethod
    def real(cls) -> "Chances":
        """Return those of this machine."""
        import asyncio
        import random
        import time

        return cls(asyncio.sleep, random.random, time.time)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back, or why nothing did."""

    status: int = 0
    document: Object | None = None
    retry_after: str = ""
    fault: AccountError | None = None
    """Why there is no answer."""
    arrived: bool = True
    """Whether the request may have reached Twilio."""

    @property
    def too_many(self) -> bool:
        return self.fault is None and faults.is_too_many(self.status, self.document or {})

    @property
    def lost(self) -> bool:
        """Whether this is no answer to go by."""
        return self.fault is not None or self.document is None or self.status >= 500


class Caller:
    """Sends requests with one set of credentials, three at a time at most."""

    def __init__(
        self,
        credentials: Credentials,
        chances: Chances,
        transport: "Callable[[], httpx2.AsyncBaseTransport] | None" = None,
    ) -> None:
        self._credentials = credentials
        self._chances = chances
        self._transport = transport
        self._client: httpx2.AsyncClient | None = None
        self._lock: asyncio.Lock | None = None
        self._gate: asyncio.Semaphore | None = None

    async def get(self, url: str) -> Object:
        """Return what stands at an address; raises an AccountError."""
        answer = await self._settled("GET", url, None)
        if answer.lost:
            raise answer.fault or _no_answer(answer)
        return self._document(answer)

    async def post(self, url: str, form: Mapping[str, str]) -> Object:
        """Send a form and return the answer; Unclear where nobody knows whether it arrived."""
        answer = await self._settled("POST", url, form)
        if answer.lost:
            if answer.arrived:
                raise Unclear
            raise answer.fault or _no_answer(answer)
        return self._document(answer)

    async def close(self) -> None:
        """Let go of the connections; may be called twice."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _settled(self, method: str, url: str, form: Mapping[str, str] | None) -> _Answer:
        """Send a request until there is an answer, or no sense in sending it again."""
        pauses = list(_PAUSES)
        turned_away = 0
        while True:
            answer = await self._sent(method, url, form)
            if answer.too_many and turned_away < _TURNED_AWAY:
                await self._chances.sleep(self._wait(answer.retry_after, turned_away))
                turned_away += 1
            elif answer.lost and pauses and (form is None or not answer.arrived):
                await self._chances.sleep(self._about(pauses.pop(0)))
            else:
                return answer

    async def _sent(self, method: str, url: str, form: Mapping[str, str] | None) -> _Answer:
        import asyncio

        self._gate = self._gate or asyncio.Semaphore(_AT_ONCE)
        client = await self._ready()
        if isinstance(client, AccountError):
            return _Answer(fault=client, arrived=False)
        async with self._gate:
            return await self._attempt(client, method, url, form)

    async def _ready(self) -> "httpx2.AsyncClient | AccountError":
        import asyncio

        self._lock = self._lock or asyncio.Lock()
        async with self._lock:
            if self._client is None:
                made = await asyncio.to_thread(self._made)
                if isinstance(made, AccountError):
                    return made
                self._client = made
            return self._client

    def _made(self) -> "httpx2.AsyncClient | AccountError":
        """Return the client; importing the library and reading certificates takes a tenth of a second."""
        import httpx2

        said = ""
        try:
            return httpx2.AsyncClient(
                headers={"Accept": "application/json", "User-Agent": f"trusthub-tui/{__version__}"},
                auth=self._credentials.sign,
                timeout=httpx2.Timeout(None, connect=_CONNECT),
                follow_redirects=False,
                transport=self._transport() if self._transport else None,
            )
        except FileNotFoundError:
            said = "SSL_CERT_FILE or SSL_CERT_DIR names a file that is not there"
        except ImportError:
            said = "ALL_PROXY or HTTPS_PROXY names a SOCKS proxy, which this program cannot use"
        except (OSError, ValueError):
            said = "SSL_CERT_FILE, ALL_PROXY or HTTPS_PROXY is set to what cannot be used"
        return Unreachable(f"Twilio cannot be reached: {said}", "Set it right, or unset it")

    async def _attempt(
        self, client: "httpx2.AsyncClient", method: str, url: str, form: Mapping[str, str] | None
    ) -> _Answer:
        import asyncio

        import httpx2

        try:
            async with asyncio.timeout(self._chances.deadline):
                response = await client.request(method, url, data=form)
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.UnsupportedProtocol) as error:
            return _Answer(fault=_not_connected(error), arrived=False)
        except (httpx2.ProxyError, httpx2.InvalidURL):
            return _Answer(
                fault=Unreachable("Twilio cannot be reached: the proxy refuses", _OF_THE_WAY), arrived=False
            )
        except TimeoutError:
            late = f"Twilio did not answer within {self._chances.deadline:g} seconds"
            return _Answer(fault=Unreachable(late, "Try again"))
        except (httpx2.HTTPError, OSError):
            return _Answer(fault=Unreachable("The connection to Twilio was lost", "Try again"))
        if response.is_redirect:
            return _Answer(response.status_code, {})
        return _Answer(
            response.status_code, _object(response.content), response.headers.get("Retry-After", "")
        )

    def _document(self, answer: _Answer) -> Object:
        document = answer.document or {}
        if 300 <= answer.status < 400:
            raise Nonsense("it sends elsewhere")
        if answer.status >= 400:
            raise faults.of_answer(answer.status, document, self._credentials.source)
        return document

    def _wait(self, told: str, before: int) -> float:
        """Return how long to wait where Twilio takes no more requests."""
        if told.strip().isdecimal():
            return min(float(told), _LONGEST_TOLD)
        if told:
            seconds = self._until(told)
            if seconds is not None:
                return min(max(seconds, 0.0), _LONGEST_TOLD)
        return self._about(min(_FIRST_WAIT * 2**before, _LONGEST_WAIT))

    def _until(self, date: str) -> float | None:
        from email.utils import parsedate_to_datetime

        try:
            return parsedate_to_datetime(date).timestamp() - self._chances.now()
        except (ValueError, OverflowError):
            return None

    def _about(self, seconds: float) -> float:
        return seconds * (1 + _JITTER * (2 * self._chances.random() - 1))


def _object(content: bytes) -> Object | None:
    """Return the object that a body holds; None for anything else, also for half of one."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _no_answer(answer: _Answer) -> Unreachable:
    return Unreachable(
        f"Twilio gives no answer that can be read (HTTP {answer.status})", "Try again in a few minutes"
    )


def _not_connected(error: BaseException) -> Unreachable:
    """Say why there is no connection; certificates have remedies of their own."""
    import ssl

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLCertVerificationError):
            return Unreachable("Twilio cannot be reached: no secure connection can be made", _OF_THE_WAY)
        if isinstance(cause, ssl.SSLError):
            return Unreachable(
                "Twilio cannot be reached: its certificate is not trusted here",
                "Where a proxy looks into connections, set SSL_CERT_FILE to its certificate",
            )
        cause = cause.__cause__ or cause.__context__
    return Unreachable("Twilio cannot be reached", _OF_THE_WAY)
