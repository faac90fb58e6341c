"""Hours of typing in a few minutes: neither the program nor its file grows."""

from pathlib import Path
from typing import Final

from tests.attacks.attack import Kind, Trial, now
from tests.attacks.screens import at_start
from tests.attacks.states import must_be_whole
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

MOST_MEMORY: Final = 10_000
"""KiB that the program may grow after its first minute."""

MOST_DISK: Final = 20_000_000
ROUNDS: Final = 150
"""Eight hours at three keys a second."""

WARM: Final = 4
"""Rounds after which everything has been imported that ever is."""

TAB, F7, F9, ALL_BACK = "\t", "\x1b[18~", "\x1b[20~", "\x15"


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


KINDS: Final[tuple[Kind, ...]] = (hours,)
