"""A disk that fails: each call that SQLite makes in turn, with each error that can occur, by strace."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from tests.attacks import account
from tests.attacks.attack import Trial, line_of, now
from tests.attacks.screens import CTRL_Q, ESCAPE, at_start, draft, echoed, token
from tests.attacks.states import COMMANDS, IMPORTING, must_be_whole, state_of
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

ERRORS: Final = {
    "pread64": ("EIO",),
    "pwrite64": ("EIO", "ENOSPC", "EDQUOT"),
    "fdatasync": ("EIO", "ENOSPC"),
    "fsync": ("EIO",),
    "ftruncate": ("EIO", "ENOSPC", "EACCES"),
    "openat": ("EACCES", "EIO", "ENOSPC"),
    "unlink": ("EACCES", "EBUSY", "EIO"),
}
"""What can fail, and how. That a lock cannot be had is what the crowd tries; giving one back never fails."""

NAME: Final = Place(1, paths.FRIENDLY_NAME, 0)
Fault = tuple[str, str, int]
"""A call, its error, and the how many-th of these it is."""

SHORT: Final[tuple[Fault, ...]] = (("pwrite64", "ENOSPC", 25), ("pread64", "EIO", 30))
MODES: Final = ("{}", "{}", "{}..{}+1", "{}+")
"""Once; and then a second time; and from then on."""


@cache
def possible() -> bool:
    """Whether strace is there and may be used."""
    strace = shutil.which("strace")
    return (
        strace is not None
        and subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode == 0
    )


def commands(trial: Trial) -> None:
    """Fail a call of a command: what it says it has done it has, and where it fails it has done nothing."""
    with Store(trial.file, now) as store:
        made = store.profiles.create(dict(GOOD)).id
    command = trial.random.choice(COMMANDS)
    command.prepare(trial.file, made)
    words = command.filled(made, trial.folder)
    done = trial.folder / "done.db"
    shutil.copyfile(trial.file, done)
    untouched = state_of(trial.file, made)
    fault = _fault(trial, _of_commands)
    ended = subprocess.run(
        [*_under(trial.file, fault), *line_of(trial.file, *words)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=account.without(trial.folder),
    )
    subprocess.run(line_of(done, *words), check=True, capture_output=True)
    what = f"{command.name} with {fault}: {ended.returncode} {ended.stderr[-300:]}"
    assert ended.returncode in (0, 1, 3), what
    assert "Traceback" not in ended.stderr, what
    assert ended.returncode == 0 or ended.stderr.strip() or ended.stdout.strip(), f"no sentence: {what}"
    must_be_whole(trial.file)
    after = state_of(trial.file, made)
    told_done = command.says in ended.stdout
    assert after == state_of(done, made) or (after == untouched and not told_done), f"{what}: {after}"
    _count(trial)


def screens(trial: Trial) -> None:
    """Fail a call while somebody types: all is saved but what is called not saved, and that is elsewhere."""
    made = draft(trial.file, NAME)
    fault = _fault(trial, _of_screens)
    typed = token(trial.random, 8)
    environment = account.without(trial.folder) | {"HOME": str(trial.folder / "home")}
    (trial.folder / "home").mkdir()
    with at_start(trial.file, under=_under(trial.file, fault), **environment) as opened:
        opened.until(lambda: "Step 1 of 7" in opened.screen or _is_over(opened), "a step or an end")
        if not _is_over(opened):
            _type(opened, typed, fault)
        _leave(opened)
        said = opened.written.rpartition(b"\x1b[?1049l")[2].decode()
        assert opened.restored, f"{fault}: the terminal is not as it was"
        assert "Traceback" not in said, f"{fault}: {said[-300:]}"
        seen = echoed(opened, typed)
        promised = "Draft saved" in said
    must_be_whole(trial.file)
    with Store(trial.file, now) as store:
        saved = store.profiles.get(made).answers.get(paths.FRIENDLY_NAME, "")
    assert typed.startswith(saved), f"{fault}: {saved!r} was never typed"
    assert saved == typed or not promised, (
        f"{fault}: {typed!r} was said to be saved, {saved!r} is in the file"
    )
    assert set(seen) <= set(saved) or _elsewhere(trial.folder / "home", typed), (
        f"{fault}: {seen!r} was echoed, {saved!r} is in the file, and it is nowhere else; {said[-300:]}"
    )
    _count(trial)


def _type(opened: Terminal, typed: str, fault: Fault) -> None:
    """Type letter by letter, and take the offer to save a copy where that is made."""
    for letter in typed:
        opened.send(letter)
        opened.until(lambda: echoed(opened, letter) != "" or _is_over(opened), f"{fault}: {letter}")  # noqa: B023 - it is called at once
    opened.read_for(0.2)
    if "Not saved" in opened.screen:
        opened.send(f"{ESCAPE}i")
        opened.shows("Save a copy elsewhere")
        opened.send("\r")
        opened.until(lambda: "Save a copy elsewhere" not in opened.screen, f"{fault}: the copy")


def _leave(opened: Terminal) -> None:
    if _is_over(opened):
        return
    opened.send(CTRL_Q)
    opened.until(
        lambda: _is_over(opened) or "Leave without saving?" in opened.screen, "the end, or a question"
    )
    if not _is_over(opened):
        opened.send("\x1b[D\r")
    opened.ended()


def _is_over(opened: Terminal) -> bool:
    return opened.process.poll() is not None


def _elsewhere(home: Path, typed: str) -> bool:
    """Whether everything typed is in a copy that was offered."""
    for copy in home.rglob("*"):
        if copy.is_file():
            content = copy.read_bytes()
            if typed.encode() in content or ascii(typed)[1:-1].encode() in content:
                return True
    return False


def _count(trial: Trial) -> None:
    trace = trial.file.with_name("trace").read_text(encoding="utf-8", errors="replace")
    trial.more("met", "INJECTED" in trace)


def _fault(trial: Trial, made: Callable[[], tuple[Fault, ...]]) -> Fault:
    """Return the fault of a trial: all of the plan have their turn, in an order that is mixed once."""
    plan = SHORT if trial.short else made()
    return plan[trial.number // len(KINDS) % len(plan)]


def _under(file: Path, fault: Fault) -> list[str]:
    """Return what makes a call of the program fail, on the file or what SQLite puts beside it."""
    call, error, nth = fault
    when = MODES[sum(map(ord, f"{fault}")) % len(MODES)].format(nth, nth)
    return [*_tracing(file, call), "-e", f"inject={call}:error={error}:when={when}"]


def _tracing(file: Path, calls: str) -> list[str]:
    places = [part for end in ("", "-wal", "-shm", "-journal") for part in ("-P", f"{file}{end}")]
    trace = str(file.with_name("trace"))
    return ["strace", "-D", "-f", "--seccomp-bpf", "-o", trace, "-e", f"trace={calls}", *places]


@cache
def _of_commands() -> tuple[Fault, ...]:
    """Return each call that a command makes, with each error."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "profiles.db"
        draft(file, NAME)
        words = IMPORTING.filled("", file.parent)
        line = [*_tracing(file, ",".join(ERRORS)), *line_of(file, *words)]
        subprocess.run(line, check=True, capture_output=True)
        return _plan(file)


@cache
def _of_screens() -> tuple[Fault, ...]:
    """Return each call that is made from the start over some keys to the end, with each error."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "profiles.db"
        draft(file, NAME)
        with at_start(file, under=_tracing(file, ",".join(ERRORS))) as opened:
            opened.shows("Step 1 of 7")
            for letter in token(Random(1), 8):
                opened.send(letter)
                opened.shows(letter)
            _leave(opened)
        return _plan(file)


def _plan(file: Path) -> tuple[Fault, ...]:
    trace = file.with_name("trace").read_text(encoding="utf-8", errors="replace")
    made = re.findall(r"^\d+ +(\w+)\(", trace, re.MULTILINE)
    plan = [
        (call, error, nth)
        for call, errors in ERRORS.items()
        for nth in range(1, made.count(call) + 1)
        for error in errors
    ]
    Random(1).shuffle(plan)
    return tuple(plan)


KINDS: Final = (commands, screens)
