"""Terminals of every size and kind: usable or a sentence, and given back as they were."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Final

from tests.attacks.attack import Outcome, Surroundings, must_be_whole, now
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

CTRL_Q: Final = "\x11"
SIZES: Final = (
    (1, 1),
    (2, 5),
    (5, 2),
    (20, 6),
    (44, 12),
    (80, 24),
    (100, 30),
    (132, 50),
    (200, 10),
    (500, 200),
)


def attack(given: Surroundings) -> Outcome:
    """Start in terminals of every kind, type, and look at the terminal afterwards."""
    outcome = Outcome()
    kinds = (sized, storm, suspended, quit_hard, odd_environment, streams)
    while given.going():
        kind = kinds[outcome.tried % len(kinds)]
        folder = given.folder / f"{outcome.tried}"
        with outcome.trial(kind.__name__):
            file = folder / "profiles.db"
            draft = _draft(file)
            kind(given.random, file, draft)
            must_be_whole(file)
    return outcome


def _draft(file: Path) -> str:
    with Store(file, now) as store:
        draft = store.profiles.create(dict(GOOD)).id
        store.profiles.save(draft, {paths.FRIENDLY_NAME: ""}, Place(1, paths.FRIENDLY_NAME, 0))
    return draft


def _holds(file: Path, draft: str, text: str) -> None:
    with Store(file, now) as store:
        assert store.profiles.get(draft).answers.get(paths.FRIENDLY_NAME) == text, "typed text is gone"


def _open(file: Path, draft: str, size: tuple[int, int] = (100, 30), **environment: str) -> Terminal:
    columns, rows = size
    return Terminal("--db", str(file), "resume", draft, columns=columns, rows=rows, environment=environment)


def _leave(opened: Terminal) -> None:
    opened.send(CTRL_Q)
    opened.read_for(0.3)
    assert opened.ended() == 0, f"ended with {opened.process.returncode}"
    assert opened.restored, "the terminal is not as it was"
    assert b"Traceback" not in opened.written


def sized(random: Random, file: Path, draft: str) -> None:
    """Type in a terminal of some size."""
    opened = _open(file, draft, random.choice(SIZES))
    try:
        opened.until(lambda: opened.mode("alternate screen"), "the screen")
        opened.read_for(1.0)
        opened.send("abc")
        opened.read_for(0.5)
        _leave(opened)
    finally:
        opened.close()
    _holds(file, draft, "abc")


def storm(random: Random, file: Path, draft: str) -> None:
    """Type while the terminal changes its size again and again."""
    opened = _open(file, draft)
    try:
        opened.shows("Step 1 of 7")
        for letter in "abcdefghij":
            opened.send(letter)
            for _ in range(random.randint(1, 5)):
                opened.resize(random.randint(1, 300), random.randint(1, 100))
            opened.read_for(0.02)
        opened.resize(100, 30)
        opened.read_for(1.0)
        opened.shows("abcdefghij")
        _leave(opened)
    finally:
        opened.close()
    _holds(file, draft, "abcdefghij")


def suspended(random: Random, file: Path, draft: str) -> None:
    """Stop the program and let it go on."""
    opened = _open(file, draft)
    try:
        opened.shows("Step 1 of 7")
        opened.send("ab")
        opened.shows("ab")
        opened.signal(random.choice((signal.SIGSTOP, signal.SIGTSTP)))
        time.sleep(0.3)
        opened.signal(signal.SIGCONT)
        opened.send("cd")
        opened.shows("abcd")
        _leave(opened)
    finally:
        opened.close()
    _holds(file, draft, "abcd")


def quit_hard(random: Random, file: Path, draft: str) -> None:
    """End it by a signal; what was typed is there, and the terminal is given back."""
    opened = _open(file, draft)
    try:
        opened.shows("Step 1 of 7")
        opened.send("abcd")
        opened.shows("abcd")
        opened.signal(random.choice((signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)))
        opened.ended()
        assert opened.restored, "the terminal is not as it was"
    finally:
        opened.close()
    _holds(file, draft, "abcd")


def odd_environment(random: Random, file: Path, draft: str) -> None:
    """Start with a terminal type or a locale that is hardly ever seen."""
    given: dict[str, str] = random.choice(
        (
            *(
                {"LANG": "C", "LC_ALL": "C"},
                {"LC_ALL": "de_DE.ISO-8859-1"},
                {"TERM": "vt100"},
                {"TERM": "linux"},
            ),
            *(
                {"TERM": "no-such"},
                {"COLORTERM": "", "TERM": "xterm"},
                {"NO_COLOR": "1"},
                {"COLUMNS": "1", "LINES": "1"},
            ),
        )
    )
    opened = _open(file, draft, (100, 30), **given)
    try:
        opened.until(lambda: opened.mode("alternate screen"), "the screen")
        opened.read_for(1.0)
        opened.send("abc")
        opened.read_for(0.5)
        _leave(opened)
    finally:
        opened.close()
    _holds(file, draft, "abc")


def streams(random: Random, file: Path, draft: str) -> None:
    """Start without a terminal, with streams that are closed or full: a sentence and no traceback."""
    redirection = random.choice(
        ("<&-", ">&-", "2>&-", "<&- >&- 2>&-", "</dev/null", ">/dev/full", "| head -c 1")
    )
    words = random.choice(("", f"resume {draft}", "list", f"show {draft} --json", "--help"))
    shell = shutil.which("sh") or "/bin/sh"
    ended = subprocess.run(
        [shell, "-c", f'"$0" -m trusthub_tui --db "$1" {words} {redirection}', sys.executable, str(file)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "TERM": random.choice(("dumb", "xterm", ""))},
    )
    assert ended.returncode in (0, 1, 2, 141), (
        f"{words} {redirection}: {ended.returncode} {ended.stderr[-300:]!r}"
    )
    assert b"Traceback" not in ended.stderr + ended.stdout, f"{words} {redirection}: {ended.stderr[-300:]!r}"
