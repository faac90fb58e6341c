"""Typing, walking through the steps, finding, and doing nothing, in a real pseudo-terminal."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.programs import FORM, STEP, bare_form, bare_steps, program
from tests.bench.rows import Row, against, at_most, ms, size
from tests.bench.terminal import Terminal

TYPED = "Northwind Robotics of the Pacific Coast, Inc."
EMAIL = "ada@northwindrobotics.com"
HELD = 60
"""Keys of a held key: two seconds at 30 per second."""

LOADED = 1.0
"""Seconds of silence after which rules and libraries, loaded beside the first keys, are there."""


def typing(db: Path, profiles: list[tuple[str, str]]) -> Iterator[Row]:
    """Yield keys typed, beside the bare form; each pair: an empty profile, and one that lacks an e-mail."""
    name, mail, bare = _Sample(), _Sample(), _Sample()
    for empty, person in profiles:
        with program(db, "resume", empty) as terminal:
            terminal.until("Step 1 of 7")
            terminal.quiet(LOADED)
            name.type(terminal, TYPED)
        with bare_form() as terminal:
            terminal.until(FORM)
            terminal.quiet(LOADED)
            bare.type(terminal, TYPED)
        with program(db, "resume", person) as terminal:
            terminal.until("Step 4 of 7")
            terminal.quiet(LOADED)
            mail.type(terminal, EMAIL)
    yield against("a key to its echo, saved: legal name", name.seconds, "bare form", bare.seconds, 1.3)
    yield against("a key to its echo, saved: work e-mail", mail.seconds, "bare form", bare.seconds, 1.3)
    yield size("bytes per key", [*name.bytes, *mail.bytes], 800, bare.bytes)


def held(db: Path, profiles: list[str]) -> Iterator[Row]:
    """Yield how far the screen is behind when a held key is let go."""
    ours, bare = [], []
    for profile in profiles:
        with program(db, "resume", profile) as terminal:
            terminal.until("Step 1 of 7")
            terminal.quiet(LOADED)
            ours.append(_hold(terminal, "a"))
        with bare_form() as terminal:
            terminal.until(FORM)
            terminal.quiet(LOADED)
            bare.append(_hold(terminal, "a"))
    yield at_most("lag after a held key, 30 per second", ours, 15, f"bare form: {median(bare) * 1000:.3g} ms")


def walking(db: Path, filled: str, rounds: int) -> Iterator[Row]:
    """Yield the ways through the steps, forth and back, of a profile that is filled in."""
    first: list[float] = []
    again: list[float] = []
    settled: list[float] = []
    worked: list[float] = []
    step_bytes: list[int] = []
    with program(db, "resume", filled) as terminal:
        terminal.until("Step 1 of 7")
        terminal.quiet(LOADED)
        for number in range(rounds):
            ways = [("f9", step) for step in range(2, 8)] + [("f7", step) for step in range(6, 0, -1)]
            for key, step in ways:
                before = terminal.cpu()
                shown, all_of_it, sent = terminal.taken(key, f"Step {step} of 7")
                worked.append(terminal.cpu() - before)
                (again if number else first).append(shown)
                settled.append(all_of_it)
                step_bytes.append(sent)
        memory = terminal.memory()
    yield against("step to step", [*first, *again], "bare screens", _bare_steps(rounds), 1.5)
    yield Row("the same, each the first time", ms(first))
    yield Row("the same, until the last byte", ms(settled))
    yield Row("the same, processor time", ms(worked))
    yield size("bytes per step", step_bytes, 15_000)
    yield Row("peak memory after a walk through all steps, all rules loaded", f"{memory:.0f} MiB")


def _bare_steps(rounds: int) -> list[float]:
    """Go from one bare screen to the other as often as the program goes to another step."""
    with bare_steps() as terminal:
        terminal.until(STEP.format(1))
        terminal.quiet(LOADED)
        ways = [("f9", 2), ("f7", 1)] * (6 * rounds)
        return [terminal.taken(key, STEP.format(number))[0] for key, number in ways]


def fields(db: Path, filled: str) -> Iterator[Row]:
    """Yield going from field to field with Tab."""
    sent: list[int] = []
    seconds: list[float] = []
    with program(db, "resume", filled) as terminal:
        terminal.until("Step 3 of 7")
        terminal.quiet(LOADED)
        for _ in range(24):
            shown, _, count = terminal.taken("tab", lambda _: True)
            seconds.append(shown)
            sent.append(count)
    yield size("bytes from field to field", sent, 2_500)
    yield Row("Tab to the first sign of it", f"{median(seconds) * 1000:.3g} ms")


def finding(crowded: Path) -> Iterator[Row]:
    """Yield finding among 10,000 profiles, to the last byte after each key."""
    with program(crowded) as terminal:
        terminal.until("10,000 profiles")
        terminal.quiet(LOADED)
        terminal.taken("/", lambda _: True)
        keys = [*"northwind robotics 12", *["\x7f"] * 8]
        seconds = [terminal.taken(key, "found")[1] for key in keys]
    yield at_most("find in 10,000 profiles, per key", seconds, 60)


def idling(db: Path, filled: str, seconds: float) -> Iterator[Row]:
    """Yield what doing nothing costs."""
    with program(db, "resume", filled) as terminal:
        terminal.until("of 7")
        terminal.quiet(LOADED)
        before, at, sent = terminal.cpu(), time.perf_counter(), terminal.bytes
        terminal.quiet(seconds)
        share = (terminal.cpu() - before) / (time.perf_counter() - at) * 100
        written = terminal.bytes - sent
    yield Row("idle CPU", f"{share:.2f} %, {written} B", budget="<= 0.2 %", kept=share <= 0.2)


def _hold(terminal: Terminal, key: str) -> float:
    """Hold a key for two seconds; returns seconds from its last repeat to the last echo."""
    began = time.perf_counter()
    for number in range(HELD):
        while (wait := began + number / 30 - time.perf_counter()) > 0:
            terminal.read_for(wait)
        released = terminal.press(key)
    return terminal.until(key * HELD) - released


class _Sample:
    """Seconds to the echo and bytes, key by key."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.bytes: list[int] = []

    def type(self, terminal: Terminal, text: str) -> None:
        """Type text, each key after the work for the one before is done."""
        for number, key in enumerate(text, 1):
            shown, _, count = terminal.taken(key, text[max(0, number - 20) : number])
            self.seconds.append(shown)
            self.bytes.append(count)
