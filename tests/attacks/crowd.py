"""Many processes that save into one file at the same time, beside windows that have it open."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.attacks.attack import Outcome, Surroundings, must_be_whole, now
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

PROCESSES: Final = 4
WINDOWS: Final = 3

_SAVE: Final = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
with Store(Path(sys.argv[1]), lambda: datetime.now(UTC)) as store:
    slowest = 0.0
    for number in range(int(sys.argv[3])):
        begun = time.monotonic()
        store.profiles.save(sys.argv[2], {"address.city": f"{number}"}, Place(2, "address.city", number))
        slowest = max(slowest, time.monotonic() - begun)
    print(slowest)
"""


def attack(given: Surroundings, saves: int = 1000) -> Outcome:
    """Save from four processes beside three windows, round after round; each saves into its own draft."""
    outcome = Outcome()
    slowest = 0.0
    file = given.folder / "profiles.db"
    with Store(file, now) as store:
        drafts = [store.profiles.create({paths.FRIENDLY_NAME: f"Draft {n}"}).id for n in range(7)]
        for draft in drafts:
            store.profiles.save(draft, {paths.CITY: "none yet"}, Place(1, paths.FRIENDLY_NAME, 0))
    with ExitStack() as stack:
        windows = [_window(stack, file, draft) for draft in drafts[PROCESSES:]]
        while given.going():
            with outcome.trial("a round"):
                slowest = max(slowest, _round(file, drafts, windows, saves, outcome.tried))
                must_be_whole(file)
    outcome.told = f"slowest save {slowest * 1000:.0f} ms"
    return outcome


def _window(stack: ExitStack, file: Path, draft: str) -> Terminal:
    window = Terminal("--db", str(file), "resume", draft, environment={})
    stack.callback(window.close)
    window.shows("Step 1 of 7")
    return window


def _round(file: Path, drafts: list[str], windows: list[Terminal], saves: int, number: int) -> float:
    savers = [
        subprocess.Popen(
            [sys.executable, "-c", _SAVE, str(file), draft, str(saves)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for draft in drafts[:PROCESSES]
    ]
    word = f"r{number}x"
    for window in windows:
        window.send(word)
    for window in windows:
        window.shows(word)
        assert "lets go" not in window.screen, "a window says that the file is busy"
    slowest = 0.0
    for saver in savers:
        said, complaint = saver.communicate(timeout=300)
        assert saver.returncode == 0, complaint[-300:]
        slowest = max(slowest, float(said))
    with Store(file, now) as store:
        for draft in drafts[:PROCESSES]:
            assert store.profiles.get(draft).answers[paths.CITY] == f"{saves - 1}", "a save is gone"
        for draft in drafts[PROCESSES:]:
            assert word in store.profiles.get(draft).answers[paths.FRIENDLY_NAME], "typed text is gone"
    return slowest
