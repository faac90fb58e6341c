"""Who could see what: modes of files, links, the network, lists of processes, what was deleted."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.attacks import account, disk
from tests.attacks.attack import Kind, Trial, now
from tests.attacks.screens import at_start
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import write as to_document
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

WORD: Final = "Quetzalcoatl"

_GUARDED: Final = """
import runpy, sys
def guard(event, given):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
        sys.stderr.write(f"SOCKET {event}\\n")
        sys.stderr.flush()
sys.addaudithook(guard)
sys.argv = ["trusthub-tui", *sys.argv[1:]]
runpy.run_module("trusthub_tui", run_name="__main__")
"""


_AS_NOBODY: Final = """
import os, sys, traceback
from click.testing import CliRunner
from trusthub_tui.cli.command_line import main
warm, file, *words = sys.argv[1:]
CliRunner().invoke(main, ["--db", warm, *words])  # what it imports may be out of reach for nobody
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
result = CliRunner().invoke(main, ["--db", file, *words])
if not isinstance(result.exception, SystemExit | None):
    traceback.print_exception(result.exception)
print(result.output)
sys.exit(result.exit_code)
"""

_BROKEN: Final = """
import trusthub_tui.tui.page as page
def broken(self, dialog):
    secret = "{word}"
    raise RuntimeError(secret)
page.Page.ask = broken
"""


def modes(trial: Trial) -> None:
    """Under any umask nobody else may look into what the program makes."""
    random, folder = trial.random, trial.folder
    umask = random.choice((0o000, 0o002, 0o022, 0o077))
    file = folder / "data" / "profiles.db"
    for words in (
        ("import", _document(folder)),
        ("list",),
        ("backup", str(folder / "copy.db")),
    ):
        _run(file, *words, umask=umask)
    opened = Terminal("--db", str(file), "resume", "--last", environment={})
    try:
        opened.shows("Step ")
        made = [file, folder / "copy.db", *file.parent.iterdir()]
        assert len(made) > 3
        for path in made:
            assert path.stat().st_mode & 0o077 == 0, (
                f"{path.name} {path.stat().st_mode:o} under umask {umask:o}"
            )
        assert file.parent.stat().st_mode & 0o077 == 0
    finally:
        opened.close()


def links(trial: Trial) -> None:
    """Where a link stands in the place of what is to be written, what it leads to stays as it is."""
    folder = trial.folder
    file, target = folder / "profiles.db", folder / "target"
    _run(file, "import", _document(folder))
    target.write_bytes(b"not yours")
    (folder / "copy.db").symlink_to(target)
    assert _run(file, "backup", str(folder / "copy.db")).returncode != 0
    (folder / "sheet.html").symlink_to(target)
    profile_id = _only(file)
    assert (
        _run(
            file, "export", profile_id, "--format", "html", "--output", str(folder / "sheet.html")
        ).returncode
        != 0
    )
    assert target.read_bytes() == b"not yours"


def silent(trial: Trial) -> None:
    """Without an account nothing asks the network: no command, and no screen."""
    _run(trial.file, "import", _document(trial.folder))
    made = _only(trial.file)
    asking: list[tuple[str, ...]] = [
        ("account",),
        ("pull",),
        ("remote",),
        ("watch", "--once"),
        ("evaluate", made),
    ]
    others: list[tuple[str, ...]] = [
        *(("list",), ("show", made), ("check", made), ("explain", "18602"), ("export", made), ("doctor",)),
        ("submit", made, "--yes", "--anyway"),
    ]
    for words in [trial.random.choice(asking)] if trial.short else [*asking, *others]:
        _must_be_silent(trial, words)
    if not trial.short and disk.possible():
        trace = trial.folder / "trace"
        under = ["strace", "-D", "-f", "--seccomp-bpf", "-o", str(trace), "-e", "trace=network"]
        with at_start(trial.file, under=under, **account.without(trial.folder)) as opened:
            opened.shows(made)
            opened.send("o")
            opened.read_for(1.0)
        assert "AF_INET" not in trace.read_text(encoding="utf-8"), "the screens asked the network"


def _must_be_silent(trial: Trial, words: tuple[str, ...]) -> None:
    trace = trial.folder / "trace"
    tracer = ["strace", "-f", "--seccomp-bpf", "-o", str(trace), "-e", "trace=network"]
    line = [sys.executable, "-c", _GUARDED, "--db", str(trial.file), *words]
    ended = subprocess.run(
        [*(tracer if disk.possible() else ()), *line],
        env=account.without(trial.folder),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"SOCKET" not in ended.stderr, f"{words}: {ended.stderr!r}"
    assert b"Traceback" not in ended.stderr, f"{words}: {ended.stderr!r}"
    if trace.exists():
        assert "AF_INET" not in trace.read_text(encoding="utf-8"), f"{words} asked the network"


def others(trial: Trial) -> None:
    """Use a file that belongs to somebody else: read it if that is allowed; it stays as it is."""
    if os.geteuid() != 0:
        return  # only root can become somebody else
    place = Path(tempfile.mkdtemp(prefix="trusthub-tui-others-"))
    try:
        place.chmod(0o755)
        file = place / "profiles.db"
        _run(file, "import", _document(trial.folder))
        made = _only(file)
        may_read = trial.random.random() < 0.5
        file.chmod(0o644 if may_read else 0o600)
        before = file.read_bytes()
        looked = _as_nobody(trial, file, "list")
        assert (looked.returncode, b"Northwind" in looked.stdout) == (int(not may_read), may_read), looked
        changed = _as_nobody(trial, file, "duplicate", made)
        assert changed.returncode == 1, changed
        assert b"cannot be" in changed.stdout, changed
        assert (file.read_bytes(), [file]) == (before, [*place.iterdir()]), (
            "the file of somebody else was changed"
        )
    finally:
        shutil.rmtree(place)


def _as_nobody(trial: Trial, file: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    line = [sys.executable, "-c", _AS_NOBODY, str(trial.folder / "warm.db"), str(file), *words]
    trial.folder.chmod(0o755)
    ended = subprocess.run(
        line, capture_output=True, check=False, timeout=60, env=account.without(trial.folder)
    )
    assert b"Traceback" not in ended.stderr, ended.stderr
    return ended


def broken(trial: Trial) -> None:
    """Break the program on purpose: no answer is in what it says then, or in a dump of its memory."""
    (trial.folder / "sitecustomize.py").write_text(_BROKEN.format(word=WORD), encoding="utf-8")
    with Store(trial.file, now) as store:
        made = store.profiles.create(dict(GOOD) | {paths.BUSINESS_NAME: WORD}).id
        store.profiles.save(made, {}, Place(1, paths.FRIENDLY_NAME, 0))
    with at_start(trial.file, PYTHONPATH=str(trial.folder)) as opened:
        opened.shows(WORD)
        opened.send("\x1bOP")
        assert opened.ended() == 1
        assert opened.restored
        said = opened.written.rpartition(b"\x1b[?1049l")[2]
    assert b"RuntimeError" in said
    assert WORD.encode() not in said
    assert b"Traceback" not in said
    assert not [path for path in trial.folder.iterdir() if path.name.startswith("core")]


def unseen(trial: Trial) -> None:
    """A list of processes shows no answer, the kernel would write no memory down, the title tells no name."""
    folder = trial.folder
    file = folder / "profiles.db"
    with Store(file, now) as store:
        draft = store.profiles.create(dict(GOOD) | {paths.BUSINESS_NAME: WORD}).id
        store.profiles.save(draft, {}, Place(1, paths.FRIENDLY_NAME, 0))
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))  # else it would be 0 on many a machine anyway
    opened = Terminal("--db", str(file), "resume", draft, environment={})
    try:
        opened.shows(WORD)
        process = Path("/proc") / str(opened.process.pid)
        assert WORD.encode() not in (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        limits = (process / "limits").read_text(encoding="ascii")
        core = next(line.split() for line in limits.splitlines() if line.startswith("Max core"))
        assert core[4] == "0", f"core files of {core[4]}"
        assert f"\x1b]0;{WORD}".encode() not in opened.written
        assert f"\x1b]2;{WORD}".encode() not in opened.written
    finally:
        opened.close()


def forgotten(trial: Trial) -> None:
    """Deleted words are gone from the file and from everything beside it."""
    random, folder = trial.random, trial.folder
    file = folder / "profiles.db"
    with Store(file, now) as store:
        draft = store.profiles.create({paths.BUSINESS_NAME: WORD, paths.FRIENDLY_NAME: WORD}).id
        for number in range(random.randint(1, 30)):
            store.profiles.save(draft, {paths.STREET: f"{WORD} {number}"}, Place())
        store.profiles.delete(draft)
    Store(file, lambda: now() + timedelta(days=31)).close()
    for path in folder.iterdir():
        assert WORD.encode() not in path.read_bytes(), f"a deleted word is still in {path.name}"


def _document(folder: Path) -> str:
    place = folder / "answers.json"
    place.write_text(json.dumps(to_document(GOOD)), encoding="utf-8")
    return str(place)


def _only(file: Path) -> str:
    with Store(file, now) as store:
        return store.profiles.lines()[0].id


def _run(file: Path, *words: str, umask: int = -1) -> "subprocess.CompletedProcess[bytes]":
    line = [sys.executable, "-m", "trusthub_tui", "--db", str(file), *words]
    return subprocess.run(line, umask=umask, capture_output=True, check=False, timeout=60)


KINDS: Final[tuple[Kind, ...]] = (modes, links, silent, unseen, forgotten, others, broken)
