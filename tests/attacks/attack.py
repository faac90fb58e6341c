"""What an attack is: trials that survive or lose something, as long as there is time."""

import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.store import Store

Going = Callable[[], bool]
"""Says before each trial whether there is time for it."""


@dataclass(slots=True)
class Outcome:
    """What came of an attack."""

    tried: int = 0
    lost: list[str] = field(default_factory=list)
    """What was lost, a line for each trial that lost something."""
    told: str = ""
    """A figure beside the counts, such as the slowest wait."""

    @property
    def survived(self) -> int:
        """Trials that lost nothing."""
        return self.tried - len(self.lost)

    @contextmanager
    def trial(self, what: str) -> Iterator[None]:
        """Count a trial; whatever is not as it has to be within it is a loss."""
        self.tried += 1
        try:
            yield
        except (AssertionError, StoreError, sqlite3.Error, OSError, subprocess.TimeoutExpired) as error:
            self.lost.append(f"{what}: {type(error).__name__}: {str(error)[:600]}")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an attack is given: chance that can be had again, time, and an empty folder of its own."""

    random: Random
    going: Going
    folder: Path


@dataclass(frozen=True, slots=True)
class Attack:
    """One kind of attack."""

    name: str
    says: str
    """What is done, in a sentence."""
    run: Callable[[Surroundings], Outcome]


def for_seconds(seconds: float) -> Going:
    """Go on for some time."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() < end


def for_trials(count: int) -> Going:
    """Go on for so many trials, whatever time they take."""
    left = iter(range(count))
    return lambda: next(left, None) is not None


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def must_be_whole(file: Path) -> None:
    """Look at every page, every reference and everything the store can read of a file."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity"
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == [], "references"
    with Store(file, now) as store:
        for line in store.profiles.lines(limit=1000):
            profile = store.profiles.get(line.id)
            sent = store.submissions.of(line.id)
            store.events.of(line.id)
            waiting = [one.version for one in sent if one.decision is None]
            assert profile.status.in_review == bool(waiting) or profile.status.editable, "half a submission"
            assert [one.version for one in sent] == list(range(1, len(sent) + 1)), "a version is missing"
