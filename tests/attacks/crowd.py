"""Many processes that save into one file at the same time, beside windows that have it open."""

import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.attacks.attack import Trial, now
from tests.attacks.screens import at_start, token
from tests.attacks.states import must_be_whole
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

PROCESSES: Final = 4
SAVES: Final = 1000

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


def crowd(trial: Trial) -> None:
    """Save from four processes beside three windows in which somebody types; each into a draft of its own."""
    saves = 60 if trial.short else SAVES
    with Store(trial.file, now) as store:
        drafts = [store.profiles.create({paths.BUSINESS_NAME: f"Draft {n}"}).id for n in range(7)]
        for draft in drafts:
            store.profiles.save(draft, {paths.CITY: "none yet"}, Place(1, paths.FRIENDLY_NAME, 0))
    with ExitStack() as stack:
        windows = [stack.enter_context(at_start(trial.file, "resume", draft)) for draft in drafts[PROCESSES:]]
        for window in windows:
            window.shows("Step 1 of 7")
        savers = [_saver(trial.file, draft, saves) for draft in drafts[:PROCESSES]]
        typed = [_type(window, trial, savers) for window in windows]
        for saver in savers:
            said, complaint = saver.communicate(timeout=600)
            assert saver.returncode == 0, complaint[-300:]
            trial.most("save", float(said) * 1000)
    with Store(trial.file, now) as store:
        for draft in drafts[:PROCESSES]:
            assert store.profiles.get(draft).answers[paths.CITY] == f"{saves - 1}", "a save is gone"
        for draft, text in zip(drafts[PROCESSES:], typed, strict=True):
            there = store.profiles.get(draft).answers[paths.FRIENDLY_NAME]
            assert there == text, f"{text!r} was typed, {there!r} is in the file"
    must_be_whole(trial.file)


def _type(window: Terminal, trial: Trial, savers: list["subprocess.Popen[str]"]) -> str:
    """Type letter by letter while the others save; each is echoed, and nobody says that the file is busy."""
    typed = ""
    for letter in token(trial.random):
        begun = time.monotonic()
        window.send(letter)
        window.shows(letter)
        trial.most("echo", (time.monotonic() - begun) * 1000)
        typed += letter
        assert "lets go" not in window.screen, "a window says that the file is busy"
        if all(saver.poll() is not None for saver in savers):
            break
    return typed


def _saver(file: Path, draft: str, saves: int) -> "subprocess.Popen[str]":
    line = [sys.executable, "-c", _SAVE, str(file), draft, str(saves)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


KINDS: Final = (crowd,)
