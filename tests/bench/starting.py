"""Starting and leaving: the list without and with many profiles, beside a program of one label."""

import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.programs import LABEL, environment, one_label, program
from tests.bench.rows import Row, against, at_most
from tests.bench.terminal import Terminal

Start = tuple[str, Callable[[], Terminal], str]

_FIRST: Final = 3
"""The row of the first profile on the screen."""


def starts(missing: Path, empty: Path, crowded: Path, rounds: int) -> Iterator[Row]:
    """Yield start, memory and quit; the programs take turns. One file is made anew each time."""

    def very_first() -> Terminal:
        shutil.rmtree(missing.parent, ignore_errors=True)
        return program(missing)

    subjects: list[Start] = [
        ("label", one_label, LABEL),
        ("first", very_first, "You have no customer profiles"),
        ("empty", lambda: program(empty), "You have no customer profiles"),
        ("crowded", lambda: program(crowded), "Twilio Rejected"),
    ]
    paint: dict[str, list[float]] = defaultdict(list)
    memory: dict[str, list[float]] = defaultdict(list)
    leave: dict[str, list[float]] = defaultdict(list)
    restored = True
    for number in range(rounds + 1):
        for name, start, shown in subjects[number % 4 :] + subjects[: number % 4]:
            with start() as terminal:
                painted = terminal.until(shown) - terminal.started
                if name == "crowded":
                    painted = _answered(terminal) - terminal.started
                terminal.quiet(0.3)
                most = terminal.memory()
                pressed = terminal.press("ctrl+q")
                restored &= terminal.ended() == 0
                left = time.perf_counter() - pressed
                restored &= terminal.restored
            if number:  # the first time fills the caches
                paint[name].append(painted)
                memory[name].append(most)
                leave[name].append(left)
    yield against(
        "start to the list, of a file that is there", paint["empty"], "one label", paint["label"], 1.4
    )
    yield against("very first start, which makes the file", paint["first"], "one label", paint["label"], 2)
    yield against("start with 10,000 profiles", paint["crowded"], "empty file", paint["empty"], 1.1)
    most, least = median(memory["crowded"]), median(memory["label"])
    yield Row(
        "peak memory, list of 10,000",
        f"{most:.0f} MiB",
        f"one label: {least:.0f} MiB",
        most / least,
        "<= 1.4 x",
        most <= 1.4 * least,
    )
    both = [*leave["empty"], *leave["crowded"]]
    bare = f"one label: {median(leave['label']) * 1000:.0f} ms"
    yield at_most("quit, until the process is gone", both, 150, bare)
    yield Row("terminal restored", "yes" if restored else "no", budget="always", kept=restored)


def first_frames(files: Mapping[int, Path], rounds: int) -> Iterator[Row]:
    """Yield how soon the list is there, and how soon it answers, by how many profiles are in the file."""
    times: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        with one_label() as terminal:
            taken = {"label": terminal.until(LABEL) - terminal.started}
        for count, file in files.items():
            with program(file) as terminal:
                taken[f"frame {count}"] = terminal.until("Twilio Rejected") - terminal.started
                taken[f"live {count}"] = _answered(terminal) - terminal.started
        for name, seconds in taken.items():
            if number:  # the first time fills the caches
                times[name].append(seconds)
    for count in files:
        there = f"first frame, {count:,} profiles"
        yield against(there, times[f"frame {count}"], "one label", times["label"], 0.35)
        answers = f"a key answered, {count:,} profiles"
        yield against(answers, times[f"live {count}"], "one label", times["label"], 1.4)


def _answered(terminal: Terminal) -> float:
    """Press a key as soon as the list is there; return when it was answered."""
    terminal.press("down")
    return terminal.until(lambda text: text.splitlines()[_FIRST + 1].startswith("›"))


def answers_without_a_screen(rounds: int) -> Iterator[Row]:
    """Yield ``--version`` and ``--help``."""
    commands = {
        "pass": ["-c", "pass"],
        "--version": ["-m", "trusthub_tui", "--version"],
        "--help": ["-m", "trusthub_tui", "--help"],
    }
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, arguments in commands.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment())
            times[name].append(time.perf_counter() - began)
    for name in ("--version", "--help"):
        yield against(f"`{name}`", times[name], "python -c pass", times["pass"], 5)
