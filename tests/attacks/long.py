"""Hours of typing in a few minutes, and large files: nothing grows, and nothing takes longer."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.attacks.attack import Kind, Trial, line_of, now
from tests.attacks.screens import CTRL_Q, ESCAPE, F7, F9, at_start
from tests.attacks.states import must_be_whole
from tests.support import crowd
from tests.support.person import GOOD
from tests.support.terminal import Terminal, terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.practice import PracticeTrustHub

MOST_MEMORY: Final = 10_000
"""KiB that the program may grow after its first minute."""

MOST_DISK: Final = 20_000_000
ROUNDS: Final = 150
"""Eight hours at three keys a second."""

WARM: Final = 4
"""Rounds after which everything has been imported that ever is."""

MOST_LISTED: Final = 4_000
"""KiB by which printing 100,000 lines may take more than printing 1,000."""

MOST_SLOWER: Final = 1.2
ROUNDS_OF_EACH: Final = 5
SETTLED: Final = 0.7
"""Seconds in which the program comes to rest after a key."""

_LISTING: Final = """
import sys
from pathlib import Path
from trusthub_tui.cli import main
try:
    main(sys.argv[1:])
finally:
    status = Path("/proc/self/status").read_text().splitlines()
    sys.stderr.write(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def hours(trial: Trial) -> None:
    """Type into a field, wipe it, go to the next step and return; a round is some 600 keys."""
    with Store(trial.file, now) as store:
        draft = store.profiles.create(dict(GOOD)).id
        store.profiles.save(draft, {}, Place(1, paths.FRIENDLY_NAME, 0))
    rounds, parts = (1, 2) if trial.short else (ROUNDS, 12)
    warm = 0
    with at_start(trial.file) as opened:
        opened.shows("Step 1 of 7")
        for number in range(rounds):
            trial.more("keys", _round(opened, number, parts))
            memory = _memory(opened.process.pid)
            warm = memory if number == WARM else warm
            grown = memory - warm if warm else 0
            trial.most("memory", grown / 1000)
            assert grown < MOST_MEMORY, f"{grown} KiB more memory after {number} rounds"
            size = sum(part.stat().st_size for part in trial.folder.iterdir())
            trial.most("file", size / 1e6)
            assert size < MOST_DISK, f"{size} bytes on the disk"
    must_be_whole(trial.file)


def _round(opened: Terminal, number: int, parts: int) -> int:
    word = f"r{number}q"
    text = word.join(f"{part} words of a name " for part in range(parts))
    opened.send(text + f" end{number}")
    opened.shows(f"end{number}")
    opened.send("\x7f" * 25 * parts)
    opened.until(lambda: word not in opened.screen, "an empty field")
    opened.send(f"Name {number}")
    opened.shows(f"Name {number}")
    opened.send(F9)
    opened.shows("Step 2 of 7")
    opened.send(F7)
    opened.shows("Step 1 of 7")
    return len(text) + 25 * parts + 10


def _memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def crowded(trial: Trial) -> None:
    """Start, find and open among 100,000 profiles, beside 1,000; print them all as JSON, holding none."""
    few, many = trial.folder / "few.db", trial.folder / "many.db"
    crowd.fill(few, 1_000, versions=1)
    crowd.fill(many, 100_000, versions=1)
    listed = {file: _listed(file) for file in (few, many)}
    trial.most("listing", listed[many] / 1000)
    assert listed[many] - listed[few] < MOST_LISTED, f"{listed} KiB to print the lists as JSON"
    used: dict[Path, list[tuple[float, ...]]] = {few: [], many: []}
    for _ in range(ROUNDS_OF_EACH):
        for file, times in used.items():
            times.append(_used(file))
    for name, among_few, among_many in zip(
        ("paint", "find", "open"), zip(*used[few], strict=True), zip(*used[many], strict=True), strict=True
    ):
        ratio = min(among_many) / min(among_few)
        trial.most(name, ratio)
        assert ratio <= MOST_SLOWER, f"{name} takes {ratio:.2f} times as long: {used}"


def _used(file: Path) -> tuple[float, ...]:
    """Return how many ms of processor time the first paint, a letter of a find, and opening take.

    Others may be at work on this machine, too: by the clock nothing could be compared.
    """
    with terminal(file) as opened:
        opened.until(lambda: "Last change" in opened.screen, "the list")
        paint = _processor(opened)
        opened.read_for(SETTLED)
        opened.send("/")
        opened.read_for(SETTLED)
        opened.send("7")  # what is read once for all letters
        opened.shows(" found")
        opened.read_for(SETTLED)
        before = _processor(opened)
        for letter in "77":
            opened.send(letter)
            opened.read_for(SETTLED)
        find = (_processor(opened) - before) / 2
        before = _processor(opened)
        opened.send("\r\r")
        opened.until(lambda: "Profile " in opened.screen or "Version 1" in opened.screen, "a profile")
        opened.read_for(SETTLED)
        return paint, find, _processor(opened) - before


def _processor(opened: Terminal) -> float:
    tasks = Path(f"/proc/{opened.process.pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6


def _listed(file: Path) -> int:
    """Return the most KiB that printing a list as JSON took."""
    line = [sys.executable, "-c", _LISTING, "--db", str(file), "list", "--json"]
    ended = subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, timeout=300)
    return int(ended.stderr.split()[-1])


def versions(trial: Trial) -> None:
    """Submit a profile 500 times, then look at it, at its history, and at what changed."""
    most = 20 if trial.short else 500
    with Store(trial.file, now) as store:
        made = store.profiles.create(dict(GOOD) | {paths.WEBSITE: ""}).id
        filing = Filing(store, PracticeTrustHub(timedelta(0)), now)
        for number in range(most):
            store.profiles.save(made, {paths.CITY: f"Town {number}"}, Place())
            filing.submit(made)
        assert len(store.submissions.of(made)) == most
    must_be_whole(trial.file)
    for words in (("show", made, "--json"), ("history", made), ("diff", made, "1")):
        subprocess.run(line_of(trial.file, *words), check=True, capture_output=True, timeout=60)
    with at_start(trial.file) as opened:
        opened.shows("Step 1 of 7")
        for letter in "tv":
            opened.send(f"{ESCAPE}{letter}")
            opened.read_for(SETTLED)
            opened.send(ESCAPE)
            opened.read_for(SETTLED)
        opened.send(CTRL_Q)
        assert opened.ended() == 0


KINDS: Final[tuple[Kind, ...]] = (hours, versions, crowded)
