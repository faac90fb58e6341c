"""Who could see what: modes of files, links, the network, lists of processes, what was deleted."""

import json
import os
import resource
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.attacks.attack import Kind, Trial, now
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


def modes(trial: Trial) -> None:
    """Under any umask nobody else may look into what the program makes."""
    random, folder = trial.random, trial.folder
    umask = random.choice((0o000, 0o002, 0o022, 0o077))
    file = folder / "data" / "profiles.db"
    for words in (
        ("new-is-no-command",),
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
    """Without an account no command opens a connection."""
    random, folder = trial.random, trial.folder
    file = folder / "profiles.db"
    _run(file, "import", _document(folder))
    profile_id = _only(file)
    words = random.choice(
        (
            *(
                ("list",),
                ("show", profile_id),
                ("check", profile_id),
                ("submit", profile_id, "--yes", "--anyway"),
            ),
            *(
                ("account",),
                ("pull",),
                ("watch", "--once"),
                ("explain", "18602"),
                ("export", profile_id),
                ("doctor",),
            ),
        )
    )
    line = [sys.executable, "-c", _GUARDED, "--db", str(file), *words]
    ended = subprocess.run(line, env=_without_account(folder), capture_output=True, check=False, timeout=60)
    assert b"SOCKET" not in ended.stderr, f"{words}: {ended.stderr!r}"
    assert b"Traceback" not in ended.stderr, f"{words}: {ended.stderr!r}"


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


def _without_account(folder: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TWILIO")}
    return {**clean, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


KINDS: Final[tuple[Kind, ...]] = (modes, links, silent, unseen, forgotten)
