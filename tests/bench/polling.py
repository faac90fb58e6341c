"""Asking Twilio how a thousand profiles stand: what one question costs, and whether one notices it."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.many_profiles import MANY, profiles
from tests.bench.programs import program
from tests.bench.rows import Row, against, at_most
from tests.bench.terminal import GaveUpError, Terminal
from trusthub_tui.account.call import Caller, Chances
from trusthub_tui.account.credentials import Credentials, Hosts, SourceKind
from trusthub_tui.account.online import OnlineAccount
from trusthub_tui.account.resources import profile_of
from trusthub_tui.account.secret import Secret
from trusthub_tui.profile import paths
from trusthub_tui.store.linked import Link
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub
from trusthub_tui.trusthub.remote import Twilio

ACCOUNT = "AC" + "1" * 32
KEY = "SK" + "1" * 32
KEYS = 25
"""How many keys are typed while the answer comes and is taken in."""

_BETWEEN = 2.1
"""Seconds after which Twilio is asked again when somebody wants it."""


def _now() -> datetime:
    return datetime.now(UTC)


def polling(db: Path, rounds: int) -> Iterator[Row]:
    """Yield the processor time of a question, for ``watch`` and on screen, and the lag of keys meanwhile."""
    _fill(db)
    with _served() as address:
        more = {
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_API_KEY": KEY,
            "TWILIO_API_SECRET": "of-a-bench",
            "TWILIO_TRUSTHUB_BASE_URL": address,
            "TWILIO_API_BASE_URL": address,
        }
        worked = asyncio.run(_watched(db, address, rounds))
        yield at_most(f"a poll of {MANY:,} profiles, processor time: watch --all", worked, 100)
        with program(db, more=more) as terminal:
            yield from _on_screen(terminal, rounds)


def _on_screen(terminal: Terminal, rounds: int) -> Iterator[Row]:
    terminal.until(f"{MANY:,} profiles")
    terminal.quiet(_BETWEEN)
    worked = 0.0
    for _ in range(rounds):
        # The second key is told that Twilio was asked just now: what a notice costs is no part of a poll.
        for said, sign in (("nothing new", 1), ("asked just now", -1)):
            before = terminal.cpu()
            terminal.press("f5")
            terminal.until(said)
            terminal.quiet()
            worked += sign * (terminal.cpu() - before)
        terminal.quiet(_BETWEEN)
    yield at_most(f"a poll of {MANY:,} profiles, processor time: on screen", [worked / rounds], 100)
    terminal.taken("/", lambda _: True)
    while_asked: list[float] = []
    otherwise: list[float] = []
    for _ in range(rounds):
        terminal.press("f5")
        while_asked += _typed(terminal)
        terminal.quiet(_BETWEEN)
        otherwise += _typed(terminal)
        terminal.quiet(_BETWEEN)
    yield against("a key while they are polled, to its echo", while_asked, "no poll", otherwise, 1.3)
    longest = f"no poll: {max(otherwise) * 1000:.3g} ms"
    yield Row("the slowest of these keys", f"{max(while_asked) * 1000:.3g} ms", longest)


def _typed(terminal: Terminal) -> list[float]:
    """Type into the line that finds, each key after the echo of the one before; returns seconds to each."""
    lags = []
    for number in range(1, KEYS + 1):
        pressed = terminal.press("q")
        lags.append(terminal.until("q" * number) - pressed)
    for _ in range(KEYS):
        terminal.press("\x7f")
    terminal.until(lambda text: "qq" not in text)
    return lags


async def _watched(db: Path, address: str, rounds: int) -> list[float]:
    """Return the processor time of each round of ``watch --all``, without its start."""
    hosts = Hosts(address, address)
    credentials = Credentials(ACCOUNT, KEY, Secret("x"), SourceKind.ENVIRONMENT, "a bench", hosts=hosts)
    chances, seconds = Chances.real(), []
    account = OnlineAccount(credentials, Caller(credentials, chances))
    with Store(db, _now) as store:
        twilio = Twilio(store, _filing(store), account, _now, chances.sleep)
        await twilio.poll()  # the library is loaded, and the connection made
        for _ in range(rounds):
            before = time.process_time()
            happened, words = await twilio.poll(), store.linked.words(ACCOUNT)
            seconds.append(time.process_time() - before)
            if happened or len(words) != MANY:
                raise GaveUpError("something has happened to the profiles")
    await account.close()
    return seconds


def _filing(store: Store) -> Filing:
    return Filing(store, PracticeTrustHub(timedelta(seconds=30)), _now)


def _fill(db: Path) -> None:
    """Make a profile for each of those at Twilio, follow them, and know how they stand."""
    with Store(db, _now) as store:
        filing = _filing(store)
        for raw in profiles():
            remote = profile_of(raw)
            made = store.profiles.create({paths.FRIENDLY_NAME: remote.name}).id
            policy, kind = remote.policy_sid, remote.kind.value
            known = Link(made, ACCOUNT, remote.sid, policy, kind, remote.status, remote.updated, _now(), "")
            store.linked.link(known)
            filing.filed(made, remote.sid)
        store.preferences.set("account.sid", ACCOUNT)


@contextmanager
def _served() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.bench.many_profiles"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.kill()
