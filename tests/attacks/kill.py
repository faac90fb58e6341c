"""SIGKILL at random moments: what was echoed is in the file, nothing is half done, all goes on there."""

import json
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from tests.attacks import account
from tests.attacks.attack import Kind, Trial, line_of, now
from tests.attacks.screens import DOWN, F7, F9, FIELDS, at_step, draft, echoed, token
from tests.attacks.states import COMMANDS, Command, must_be_whole, state_of
from tests.support.first_layout import LAYOUTS
from tests.support.person import GOOD
from trusthub_tui.profile import paths
from trusthub_tui.store.migrations import NEWEST
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

if TYPE_CHECKING:
    from tests.support.fake_twilio import FakeTwilio

LONGEST: Final = 0.4
"""Seconds after which the kill comes at the latest, once something is under way."""

SOON: Final = 0.02
"""The same once some letters were echoed, for the next ones may be under way."""


def typing(trial: Trial) -> None:
    """Kill while somebody types: every letter that was echoed is in the file."""
    typed = token(trial.random, 24)
    saved = _type(trial, typed, typed)
    assert typed.startswith(saved), f"{saved!r} was never typed; that was {typed!r}"


def pasting(trial: Trial) -> None:
    """Kill while a text is pasted: it is there as a whole or not at all, and where it was seen it is."""
    pasted = token(trial.random, 24)
    saved = _type(trial, pasted, f"\x1b[200~{pasted}\x1b[201~")
    assert saved in ("", pasted), f"half of a paste: {saved!r}"


def _type(trial: Trial, typed: str, keys: str) -> str:
    place = trial.random.choice(FIELDS)
    made = draft(trial.file, place)
    with at_step(trial.file, place.section) as opened:
        opened.send(keys)
        until = trial.random.randint(0, len(typed) - 1)
        opened.until(lambda: len(echoed(opened, typed)) >= until, f"the echo of {until} letters")
        opened.read_for(trial.random.uniform(0.0, LONGEST if until == 0 else SOON))
        opened.signal(signal.SIGKILL)
        opened.ended()
        seen = echoed(opened, typed)
    must_be_whole(trial.file)
    with Store(trial.file, now) as store:
        profile = store.profiles.get(made)
    saved = profile.answers.get(place.path, "")
    trial.more("echoed", len(seen))
    assert set(seen) <= set(saved), f"{place.path}: {seen!r} was echoed, {saved!r} is in the file"
    assert (profile.place.path, profile.place.caret) == (place.path, len(saved)), (
        f"{saved!r} is in the file, but it would go on at {profile.place}"
    )
    return saved


def stepping(trial: Trial) -> None:
    """Kill while somebody goes from step to step; the next start is where the file says the last was."""
    draft(trial.file, Place(trial.random.randint(1, 6), "", 0))
    with Store(trial.file, now) as store:
        section = store.profiles.get(_last(store)).place.section
    with at_step(trial.file, section) as opened:
        for _ in range(trial.random.randint(1, 6)):
            opened.send(trial.random.choice((F9, F9, F7)))
            opened.read_for(trial.random.uniform(0.0, 0.2))
        opened.signal(signal.SIGKILL)
        opened.ended()
    must_be_whole(trial.file)
    with Store(trial.file, now) as store:
        section = store.profiles.get(_last(store)).place.section
    with at_step(trial.file, section):
        return


def picking(trial: Trial) -> None:
    """Kill while a saved address is taken: all of it is there, or nothing."""
    book = [_address(trial.random, number) for number in range(4)]
    with Store(trial.file, now) as store:
        for parts in book:
            store.addresses.save(parts)
        made = store.profiles.create().id
        store.profiles.save(made, {}, Place(2, "", 0))
    with at_step(trial.file, 2) as opened:
        opened.shows("Enter uses it")
        opened.send(DOWN * trial.random.randint(1, 4) + "\r")
        opened.read_for(trial.random.uniform(0.0, LONGEST))
        opened.signal(signal.SIGKILL)
        opened.ended()
        street = next((parts[paths.STREET] for parts in book if parts[paths.STREET] in opened.screen), "")
        taken = "From your saved addresses" in opened.screen
    must_be_whole(trial.file)
    with Store(trial.file, now) as store:
        answers = store.profiles.get(made).answers
    there = {path: answers[path] for path in paths.ADDRESS_PARTS if path in answers}
    assert there in ({}, *book), f"half of an address: {there}"
    assert there or not taken, f"{street} was shown as taken, nothing of it is in the file"


def _address(random: Random, number: int) -> dict[str, str]:
    street = {paths.STREET: f"{number}{random.randrange(100)} Market Street"}
    return {path: GOOD[path] for path in paths.ADDRESS_PARTS if path in GOOD} | street


def _last(store: Store) -> str:
    last = store.profiles.last()
    assert last is not None, "no profile was used last"
    return last


def migrating(trial: Trial) -> None:
    """Kill while a file of an earlier layout is brought to the newest."""
    shutil.copyfile(LAYOUTS / f"{trial.random.randrange(1, NEWEST)}.db", trial.file)
    with closing(sqlite3.connect(trial.file)) as raw:
        (before,) = raw.execute("SELECT count(*) FROM profile WHERE deleted_at IS NULL").fetchone()
    _killed(trial, "list")
    must_be_whole(trial.file)
    with Store(trial.file, now) as store:
        assert store.profiles.count() == before, "a profile is gone"
    left = [path.name for path in trial.folder.iterdir() if path != trial.file]
    assert not left, f"left behind although the layout is the newest: {left}"


def _killing(command: Command) -> Kind:
    """Return a kind that kills a command: it is done as when nobody kills it, or nothing of it is."""

    def kill(trial: Trial) -> None:
        with Store(trial.file, now) as store:
            made = store.profiles.create(dict(GOOD)).id
        command.prepare(trial.file, made)
        words = command.filled(made, trial.folder)
        done = trial.folder / "done.db"
        shutil.copyfile(trial.file, done)
        untouched = state_of(trial.file, made)
        _killed(trial, *words)
        must_be_whole(trial.file)
        after = state_of(trial.file, made)
        if after != untouched:
            _run(done, *words)
            assert after == state_of(done, made), f"half of {command.name}: {after}"

    kill.__name__ = command.name
    return kill


def pulling(trial: Trial) -> None:
    """Kill while a profile is pulled: it is there whole or not at all; the next pull makes it one."""
    with account.served(trial.folder) as (fake, environment), _at_a_request(fake, trial, environment) as act:
        fake.console_draft(account.SID)
        act("pull", "--all")
        must_be_whole(trial.file)
        _run(trial.file, "pull", "--all", environment=environment)
        with Store(trial.file, now) as store:
            (line,) = store.profiles.lines()
            answers = store.profiles.get(line.id).answers
        assert answers[paths.BUSINESS_NAME] == GOOD[paths.BUSINESS_NAME]
        assert answers[paths.of_representative(2, "last_name")] == "Sato", "half of a profile was pulled"


def pushing(trial: Trial) -> None:
    """Kill while corrections are sent: the next push sends what is left, and nothing twice."""
    with account.served(trial.folder) as (fake, environment), _at_a_request(fake, trial, environment) as act:
        fake.console_draft(account.SID)
        _run(trial.file, "pull", "--all", environment=environment)
        with Store(trial.file, now) as store:
            made = store.profiles.lines()[0].id
            changes = {paths.WEBSITE: "https://northwind.example", paths.STREET: "1 Elm Street"}
            store.profiles.save(made, changes, Place())
        before = len(fake.objects)
        act("push", made, "--yes")
        must_be_whole(trial.file)
        _run(trial.file, "push", made, "--yes", environment=environment)
        left = json.loads(
            _run(trial.file, "push", made, "--dry-run", "--json", environment=environment).stdout
        )
        assert left["plan"] == [], f"still to be sent after a push: {left['plan']}"
        assert len(fake.objects) == before, "something was made twice at Twilio"


@contextmanager
def _at_a_request(
    fake: "FakeTwilio", trial: Trial, environment: Mapping[str, str]
) -> Iterator[Callable[..., None]]:
    """Give a function that runs a command and kills it at one of its requests, or soon after."""
    from tests.support.fake_twilio import Fault

    victim: list[subprocess.Popen[bytes]] = []

    def kill() -> None:
        while not victim:
            time.sleep(0.001)
        time.sleep(trial.random.choice((0.0, 0.0, trial.random.uniform(0, 0.05))))
        victim[0].kill()

    def act(*words: str) -> None:
        fake.faults.append(Fault("killed", lambda asked: True, trial.random.randrange(8), kill))
        victim.append(_started(trial, environment, *words))
        victim[0].wait(60)
        fake.faults.clear()

    yield act


KINDS: Final[tuple[Kind, ...]] = (
    *(typing, pasting, typing, stepping, typing, picking),
    *map(_killing, COMMANDS),
    *(migrating, pulling, pushing),
)


def _run(
    file: Path, *words: str, environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(line_of(file, *words), check=True, capture_output=True, timeout=60, env=environment)


def _started(trial: Trial, environment: Mapping[str, str], *words: str) -> "subprocess.Popen[bytes]":
    quiet = subprocess.DEVNULL
    return subprocess.Popen(line_of(trial.file, *words), stdout=quiet, stderr=quiet, env=environment)


def _killed(trial: Trial, *words: str) -> None:
    """Run a command and kill it: half of the time at any moment, else while it has the file open."""
    log = trial.file.with_name(trial.file.name + "-wal")
    process = _started(trial, account.without(trial.folder), *words)
    if trial.random.random() < 0.5:
        time.sleep(trial.random.uniform(0.05, 0.6))
    else:
        while process.poll() is None and not log.exists():
            time.sleep(0.001)
        time.sleep(trial.random.uniform(0.0, 0.05))
    process.kill()
    process.wait()
