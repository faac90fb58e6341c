"""What an attack is: trials that survive or lose something. Each can be had again by its seed and number."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

from trusthub_tui.store.errors import StoreError

Going = Callable[[], bool]
"""Says before each trial whether there is time for it."""

_ENDS: Final = (
    AssertionError,
    LookupError,
    StoreError,
    sqlite3.Error,
    OSError,
    UnicodeError,
    subprocess.SubprocessError,
)
"""How a trial ends that has lost something."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial is given: chance that can be had again, an empty folder of its own, and how much to do."""

    number: int
    random: Random
    folder: Path
    short: bool = False
    """Whether it has to be cheap, as among the tests."""
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """Where the profiles of this trial are."""
        return self.folder / "profiles.db"

    def most(self, name: str, value: float) -> None:
        """Tell a figure, of which the largest of all trials is printed."""
        self.figures[name] = max(value, self.figures.get(name, value))

    def more(self, name: str, value: float = 1) -> None:
        """Tell a figure, of which the sum of all trials is printed."""
        self.figures[name] = self.figures.get(name, 0) + value


Kind = Callable[[Trial], None]
"""One way to attack; whatever it raises of the errors above is a loss."""


@dataclass(frozen=True, slots=True)
class Attack:
    """One sort of attack: its kinds take turns."""

    name: str
    says: str
    """What is done, in a sentence."""
    full: int
    """How many trials a full run has."""
    kinds: tuple[Kind, ...]
    told: str = ""
    """What figures are printed beside the counts: a format of their names."""
    possible: Callable[[], bool] = lambda: True
    """Whether this machine has what it takes."""


@dataclass(slots=True)
class Outcome:
    """What came of an attack."""

    tried: int = 0
    lost: list[str] = field(default_factory=list)
    """What was lost, and how to have that again; a line for each trial that lost something."""
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def survived(self) -> int:
        """Trials that lost nothing."""
        return self.tried - len(self.lost)


def run(
    attack: Attack, seed: int, folder: Path, numbers: Iterable[int], going: Going, *, short: bool = False
) -> Outcome:
    """Run the trials of some numbers, as long as there is time; what a lost one leaves behind is kept."""
    outcome = Outcome()
    for number in numbers:
        if not going():
            break
        kind = attack.kinds[number % len(attack.kinds)]
        random = Random(f"{attack.name} {seed} {number}")
        trial = Trial(number, random, folder / f"{number}", short, outcome.figures)
        trial.folder.mkdir(parents=True)
        outcome.tried += 1
        try:
            kind(trial)
        except _ENDS as error:
            outcome.lost.append(_loss(attack, seed, trial, error))
        else:
            shutil.rmtree(trial.folder, ignore_errors=True)
    return outcome


def _loss(attack: Attack, seed: int, trial: Trial, error: BaseException) -> str:
    kept = Path(tempfile.mkdtemp(prefix=f"lost-{attack.name}-{trial.number}-"))
    shutil.copytree(trial.folder, kept, symlinks=True, dirs_exist_ok=True)
    kind = attack.kinds[trial.number % len(attack.kinds)].__name__
    again = f"python -m tests.attacks {attack.name} --seed {seed} --trial {trial.number}"
    return f"{kind}: {type(error).__name__}: {str(error)[:2000]}\n    again: {again}; files: {kept}"


def for_seconds(seconds: float) -> Going:
    """Go on for some time."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() < end


def for_ever() -> bool:
    """Go on until all trials are done."""
    return True


def first(trials: int | None) -> Iterable[int]:
    """Return the numbers of so many trials, or without an end."""
    return count() if trials is None else range(trials)


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def line_of(file: Path, *words: str) -> list[str]:
    """Return how the program is called on a file."""
    return [sys.executable, "-m", "trusthub_tui", "--db", str(file), *words]
