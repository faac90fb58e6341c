"""Hours of typing in a few minutes: neither the program nor its file grows."""

from pathlib import Path
from typing import Final

from tests.attacks.attack import Outcome, Surroundings, must_be_whole, now
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

MOST_MEMORY: Final = 10_000
"""KiB that the program may grow after its first minute."""

MOST_DISK: Final = 20_000_000
WARM: Final = 4
"""Rounds after which everything has been imported that ever is."""

TAB, F7, F9, ALL_BACK = "\t", "\x1b[18~", "\x1b[20~", "\x15"


def attack(given: Surroundings) -> Outcome:
    """Type into a field, wipe it, take it back, go to the next step and return; a round is some 300 keys."""
    outcome = Outcome()
    file = given.folder / "profiles.db"
    with Store(file, now) as store:
        draft = store.profiles.create(dict(GOOD)).id
        store.profiles.save(draft, {}, Place(1, paths.FRIENDLY_NAME, 0))
    opened = Terminal("--db", str(file), "resume", draft, environment={})
    keys = warm = grown = 0
    try:
        opened.shows("Step 1 of 7")
        while given.going():
            with outcome.trial("a round"):
                keys += _round(opened, outcome.tried)
                memory = _memory(opened.process.pid)
                if outcome.tried == WARM:
                    warm = memory
                grown = memory - warm if warm else 0
                assert grown < MOST_MEMORY, f"{grown} KiB more memory after {keys} keys"
                size = sum(part.stat().st_size for part in file.parent.iterdir())
                assert size < MOST_DISK, f"{size} bytes on the disk"
    finally:
        opened.close()
    must_be_whole(file)
    memory_told = f"memory +{max(grown, 0) / 1000:.1f} MB" if warm else "too short to tell the memory"
    outcome.told = f"{keys:,} keys, {memory_told}, file {size / 1e6:.1f} MB"
    return outcome


def _round(opened: Terminal, number: int) -> int:
    word = f"r{number}q"
    text = word.join(f"{part} words of a name " for part in range(12))
    opened.send(text + f" end{number}")
    opened.shows(f"end{number}")
    opened.send("\x7f" * 300)
    opened.until(lambda: word not in opened.screen, "an empty field")
    opened.send(f"Name {number}")
    opened.shows(f"Name {number}")
    opened.send(F9)
    opened.shows("Step 2 of 7")
    opened.send(F7)
    opened.shows("Step 1 of 7")
    return len(text) + 310


def _memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
