"""Terminals of every size and kind: usable or a sentence, and given back as they were."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.attacks import account
from tests.attacks.attack import Kind, Trial, now
from tests.attacks.screens import CTRL_Q, DOWN, draft, token
from tests.attacks.states import must_be_whole
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

NAME: Final = Place(1, paths.FRIENDLY_NAME, 0)
SIZES: Final = (
    *((1, 1), (2, 5), (5, 2), (20, 6), (44, 12)),
    *((80, 24), (100, 30), (132, 50), (200, 10), (500, 200)),
)
ENVIRONMENTS: Final[tuple[Mapping[str, str], ...]] = (
    {"LANG": "C", "LC_ALL": "C"},
    {"LC_ALL": "de_DE.ISO-8859-1"},
    {"LC_ALL": "ja_JP.SJIS"},
    {"TERM": "vt100"},
    {"TERM": "linux"},
    {"TERM": "no-such"},
    {"TERM": "xterm-16color", "COLORTERM": ""},
    {"TERM": "xterm", "COLORTERM": ""},
    {"NO_COLOR": "1"},
    {"COLUMNS": "1", "LINES": "1"},
    {"TERM": ""},
)
ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
STOPPING: Final = (signal.SIGSTOP, signal.SIGTSTP)
BAUD: Final = 2400


@contextmanager
def _typing(
    trial: Trial, size: tuple[int, int] = (100, 30), environment: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Terminal]:
    """Give the program at an empty field; afterwards the file is whole and nothing was complained of."""
    draft(trial.file, NAME)
    line = ("--db", str(trial.file), "resume", "--last")
    opened = Terminal(*line, columns=size[0], rows=size[1], environment=environment)
    try:
        opened.until(lambda: opened.mode("alternate screen"), "the screen")
        yield opened
        assert opened.settings_restored, "the settings of the line are not as they were"
        assert opened.restored or opened.stopped, "the terminal is not as it was"
        assert b"Traceback" not in opened.written
    finally:
        opened.close()
    must_be_whole(trial.file)


def _saved(trial: Trial) -> str:
    with Store(trial.file, now) as store:
        last = store.profiles.last()
        return "" if last is None else store.profiles.get(last).answers.get(paths.FRIENDLY_NAME, "")


def _arrives(opened: Terminal, trial: Trial, typed: str) -> None:
    """Wait until what was typed is in the file; in a terminal of one cell nothing else can be seen."""
    opened.until(lambda: _saved(trial) == typed, f"{typed} in the file")


def _leave(opened: Terminal) -> None:
    opened.send(CTRL_Q)
    assert opened.ended() == 0, f"ended with {opened.process.returncode}"


def sized(trial: Trial) -> None:
    """Type in a terminal of some size, and of another one, and leave."""
    typed = token(trial.random, 12)
    size, other = SIZES[trial.number // len(KINDS) % len(SIZES)], trial.random.choice(SIZES)
    with _typing(trial, size) as opened:
        opened.send(typed[:6])
        _arrives(opened, trial, typed[:6])
        opened.resize(*other)
        opened.send(typed[6:])
        _arrives(opened, trial, typed)
        _leave(opened)


def storm(trial: Trial) -> None:
    """Type while the terminal changes its size again and again."""
    typed = token(trial.random, 10)
    with _typing(trial) as opened:
        for letter in typed:
            opened.send(letter)
            for _ in range(trial.random.randint(1, 8)):
                opened.resize(trial.random.randint(1, 500), trial.random.randint(1, 200))
            opened.read_for(0.02)
        opened.resize(100, 30)
        opened.shows(typed)
        _leave(opened)
    assert _saved(trial) == typed


def stopped(trial: Trial) -> None:
    """Stop the program and let it go on: keys pressed meanwhile arrive, and all is painted anew."""
    typed = token(trial.random, 8)
    with _typing(trial) as opened:
        opened.shows("Step 1 of 7")
        opened.send(typed[:3])
        opened.shows(typed[:3])
        opened.signal(STOPPING[trial.number // len(KINDS) % len(STOPPING)])
        state = Path(f"/proc/{opened.process.pid}/stat")
        opened.until(lambda: state.read_text().rpartition(")")[2].split()[0] == "T", "the stop")
        opened.send(typed[3:])
        opened.signal(signal.SIGCONT)
        opened.shows(typed)
        _leave(opened)
    assert _saved(trial) == typed


def ended(trial: Trial) -> None:
    """End it by a signal: what was echoed is saved, the exit code tells the signal."""
    typed = token(trial.random, 8)
    number = ENDING[trial.number // len(KINDS) % len(ENDING)]
    with _typing(trial) as opened:
        opened.shows("Step 1 of 7")
        opened.send(typed)
        opened.shows(typed)
        opened.signal(number)
        assert opened.ended() == 128 + number
    assert _saved(trial) == typed


def unread(trial: Trial) -> None:
    """Take nothing from the program for a while: what was typed is saved; it goes on, or ends by a signal."""
    typed = token(trial.random, 8)
    with _typing(trial) as opened:
        opened.shows("Step 1 of 7")
        opened.stop()
        opened.send(typed)
        opened.until_unread(lambda: _saved(trial) == typed, "the keys in the file")
        if trial.random.random() < 0.5:
            opened.go_on()
            opened.send(DOWN * 50)
            opened.shows(typed)
            _leave(opened)
            return
        number = trial.random.choice(ENDING)
        opened.signal(number)
        assert opened.process.wait(30) == 128 + number


def slow(trial: Trial) -> None:
    """Type over a line of 2,400 baud: each key arrives, however late its echo is."""
    typed = token(trial.random, 10)
    draft(trial.file, NAME)
    opened = Terminal("--db", str(trial.file), "resume", "--last", environment={})
    opened.slowest = BAUD // 10
    try:
        opened.until(lambda: "Step 1 of 7" in opened.screen, "the first step", patience=300)
        opened.send(typed)
        opened.until(lambda: typed in opened.screen, "the echo", patience=300)
        trial.most("at_2400_baud", len(opened.written))
        opened.send(CTRL_Q)
        opened.slowest = 0
        assert opened.ended() == 0
        assert opened.restored
    finally:
        opened.close()
    assert _saved(trial) == typed


def odd_environment(trial: Trial) -> None:
    """Type where the terminal's type, its colours or the locale are hardly ever seen."""
    typed = "abc"
    environment = ENVIRONMENTS[trial.number // len(KINDS) % len(ENVIRONMENTS)]
    with _typing(trial, environment=environment) as opened:
        opened.send(typed)
        _arrives(opened, trial, typed)
        _leave(opened)
        if environment.get("TERM") == "xterm-16color":
            assert not re.search(rb"\x1b\[[0-9;]*[34]8;", opened.written), "more than 16 colours were sent"


def dumb(trial: Trial) -> None:
    """Answer the plain questions of a terminal that knows no sequences: none is sent."""
    draft(trial.file, NAME)
    opened = Terminal("--db", str(trial.file), "resume", "--last", environment={"TERM": "dumb"})
    try:
        opened.shows("Profile name")
        opened.send("Northwind plain\n")
        opened.until(lambda: _saved(trial) == "Northwind plain", "the answer in the file")
        opened.send(":quit\n")
        assert opened.ended() == 0
        assert opened.restored
        assert b"\x1b" not in opened.written, "an escape sequence was sent"
    finally:
        opened.close()


def streams(trial: Trial) -> None:
    """Start without a terminal, with streams that are closed or full: a sentence and no traceback."""
    made = draft(trial.file, NAME)
    redirections = (
        "<&-",
        ">&-",
        "2>&-",
        "<&- >&- 2>&-",
        "</dev/null",
        ">/dev/full",
        "2>/dev/full",
        "| head -c 1",
    )
    redirection = trial.random.choice(redirections)
    words = trial.random.choice(
        ("", f"resume {made}", "list", f"show {made} --json", "--help", "list --json")
    )
    shell = shutil.which("sh") or "/bin/sh"
    done = subprocess.run(
        [
            shell,
            "-c",
            f'"$0" -m trusthub_tui --db "$1" {words} {redirection}',
            sys.executable,
            str(trial.file),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
        env=account.without(trial.folder) | {"TERM": trial.random.choice(("dumb", "xterm", ""))},
    )
    what = f"{words} {redirection}: {done.returncode} {done.stderr[-300:]!r}"
    assert done.returncode in (0, 1, 2, 141), what
    assert b"Traceback" not in done.stderr + done.stdout, what
    assert b"Exception ignored" not in done.stderr, what
    must_be_whole(trial.file)


KINDS: Final[tuple[Kind, ...]] = (
    *(sized, storm, odd_environment, stopped, ended, streams, unread, dumb, streams, sized),
    slow,
)
