"""A disk that fails: each system call of SQLite in turn, by strace, with each error that can occur."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.attacks.attack import Outcome, Surroundings, must_be_whole, now
from trusthub_tui.profile import paths
from trusthub_tui.store.store import Store

CALLS: Final = ("pwrite64", "pread64", "fsync", "fdatasync", "ftruncate", "openat", "fcntl", "unlink")
ERRORS: Final = ("EIO", "ENOSPC", "EDQUOT", "EACCES", "EBUSY")

_SAVE: Final = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
try:
    with Store(Path(sys.argv[1]), lambda: datetime.now(UTC), patience=0.1) as store:
        for number in range(40):
            try:
                store.profiles.save(sys.argv[2], {"address.city": f"{number} {'x' * 900}"}, Place())
            except StoreError as error:
                print("not", number, type(error).__name__, flush=True)
            else:
                print("saved", number, flush=True)
except StoreError as error:
    print("told", -1, type(error).__name__, flush=True)
"""


def attack(given: Surroundings) -> Outcome:
    """Fail the n-th call of each kind; what counted as saved is there afterwards."""
    outcome = Outcome()
    if not possible(given.folder):
        outcome.told = "strace cannot be used here"
        return outcome
    met = 0
    while given.going():
        call, error = given.random.choice(CALLS), given.random.choice(ERRORS)
        when = given.random.choice(("{}", "{}+", "{}..{}+3")).format(*(given.random.randint(1, 60),) * 2)
        file = given.folder / f"{outcome.tried}" / "profiles.db"
        with outcome.trial(f"{call} {error} {when}"):
            met += _saves(file, f"{call}:error={error}:when={when}")
            must_be_whole(file)
    outcome.told = f"{met} of them were met by the program"
    return outcome


def possible(folder: Path) -> bool:
    """Whether strace is there and may be used."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    tried = subprocess.run([strace, "-o", folder / "tried", "true"], check=False, capture_output=True)
    return tried.returncode == 0


def _saves(file: Path, fault: str) -> int:
    """Save with a fault; return 1 where it was met."""
    with Store(file, now) as store:
        draft = store.profiles.create({paths.CITY: "before"}).id
    trace = file.with_name("trace")
    places = [part for end in ("", "-wal", "-shm", "-journal") for part in ("-P", f"{file}{end}")]
    ended = subprocess.run(
        [
            *(
                "strace",
                "-f",
                "-o",
                str(trace),
                "-e",
                f"trace={fault.partition(':')[0]}",
                "-e",
                f"inject={fault}",
                *places,
            ),
            *(sys.executable, "-c", _SAVE, str(file), draft),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=40,
    )
    assert "Traceback" not in ended.stderr, ended.stderr[-400:]
    assert ended.returncode == 0, f"ended with {ended.returncode}: {ended.stderr[-300:]}"
    said = [line.split() for line in ended.stdout.splitlines()]
    saved = [int(line[1]) for line in said if line[0] == "saved"]
    with Store(file, now) as store:
        there = store.profiles.get(draft).answers[paths.CITY].split()[0]
    last = max(saved, default=-1)
    tried_after = {f"{int(line[1])}" for line in said if line[0] == "not" and int(line[1]) > last}
    assert there in {f"{last}" if saved else "before", *tried_after}, (
        f"{last} was saved, {there} is in the file"
    )
    return int("INJECTED" in trace.read_text(encoding="utf-8", errors="replace"))
