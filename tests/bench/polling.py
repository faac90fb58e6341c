"""Asking Twilio how a thousand profiles stand: what one question costs, and whether one notices it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.many_profiles import MANY, profiles
from tests.bench.programs import environment, program
from tests.bench.rows import Row, against, at_most
from tests.bench.terminal import GaveUpError, Terminal
from trusthub_tui.account.resources import profile_of
from trusthub_tui.profile import paths
from trusthub_tui.store.linked import Link
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub

ACCOUNT = "AC" + "1" * 32
KEY = "SK" + "1" * 32
KEYS = 25
"""How many keys are typed while the answer comes and is taken in."""

_SILENT = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]

_STILL_IN_REVIEW = 10

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
        _watched(db, more, "--once")  # what the first run has to make is made
        worked = [_watched(db, more, "--for", "0.5s") - _watched(db, more, "--once") for _ in range(rounds)]
        yield at_most(f"a poll of {MANY:,} profiles, processor time: watch --all", worked, 100)
        with program(db, more=more) as terminal:
            yield from _on_screen(terminal, rounds)


def _on_screen(terminal: Terminal, rounds: int) -> Iterator[Row]:
    terminal.until(f"{MANY:,} profiles")
    terminal.quiet(_BETWEEN)
    worked: list[float] = []
    for _ in range(rounds):
        before = terminal.cpu()
        terminal.press("f5")
        terminal.until("nothing new")
        terminal.quiet()
        worked.append(terminal.cpu() - before)
        terminal.quiet(_BETWEEN)
    yield at_most(f"a poll of {MANY:,} profiles, processor time: on screen", [sum(worked) / rounds], 100)
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


def _watched(db: Path, more: Mapping[str, str], *how: str) -> float:
    """Return the processor time of a ``watch`` that asks once, or, for a length of time, twice."""
    command = [sys.executable, "-m", "trusthub_tui", "--db", str(db), "watch", "--all", *how]
    process = os.posix_spawn(sys.executable, command, environment() | dict(more), file_actions=_SILENT)
    _, status, used = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != _STILL_IN_REVIEW:
        raise GaveUpError(f"watch ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime


def _fill(db: Path) -> None:
    """Make a profile for each of those at Twilio, follow them, and know how they stand."""
    with Store(db, _now) as store:
        filing = Filing(store, PracticeTrustHub(timedelta(seconds=30)), _now)
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
