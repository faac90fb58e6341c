"""SIGKILL at random moments: what was seen on the screen is in the file, and nothing is half done."""

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.attacks.attack import Outcome, Surroundings, must_be_whole, now
from tests.support.first_layout import LAYOUTS
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import write as as_document
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

F7, F9, END, CTRL_S = "\x1b[18~", "\x1b[20~", "\x1b[F", "\x13"
ALPHABET = "бвгджзклмнпрстфхцчшщ"  # none of these stands on the screen by itself

Doing = Callable[[Random, Path], None]


def attack(given: Surroundings) -> Outcome:
    """Kill the program while it does one thing after the other, always on the same file."""
    outcome = Outcome()
    file = given.folder / "profiles.db"
    doings = (typing, typing, pasting, stepping, *COMMANDS, migrating)
    with Store(file, now) as store:
        store.profiles.create(dict(GOOD))
    kinds = given.random.sample(doings, len(doings))
    while given.going():
        doing = kinds[outcome.tried % len(kinds)]
        with outcome.trial(getattr(doing, "__name__", "a command")):
            doing(given.random, file)
            must_be_whole(file)
    return outcome


def typing(random: Random, file: Path) -> None:
    """Kill while somebody types, and look whether every echoed letter is there."""
    token = "".join(random.choice(ALPHABET) for _ in range(40))
    _type(random, file, token, token)


def pasting(random: Random, file: Path) -> None:
    """Kill while a text is pasted: it is there or not, and where it was seen it is."""
    token = "".join(random.choice(ALPHABET) for _ in range(40))
    _type(random, file, f"\x1b[200~{token}\x1b[201~", token)


def _type(random: Random, file: Path, keys: str, token: str) -> None:
    draft = _draft(file, Place(1, paths.FRIENDLY_NAME, 0))
    opened = Terminal("--db", str(file), "resume", "--last", environment={})
    try:
        opened.shows("Step 1 of 7")
        opened.send(keys)
        opened.read_for(random.uniform(0.0, 0.4))
        opened.signal(signal.SIGKILL)
        opened.ended()
        seen = _seen(opened.screen, token)
    finally:
        opened.close()
    with Store(file, now) as store:
        saved = store.profiles.get(draft).answers.get(paths.FRIENDLY_NAME, "")
    assert saved.startswith(seen), f"{seen!r} was seen, {saved!r} is in the file"
    assert token.startswith(saved) or saved == token, f"{saved!r} was never typed"


def _draft(file: Path, place: Place) -> str:
    """Make a draft whose first field is empty and has the cursor."""
    with Store(file, now) as store:
        draft = store.profiles.create({paths.BUSINESS_NAME: "Northwind"}).id
        store.profiles.save(draft, {paths.FRIENDLY_NAME: ""}, place)
    return draft


def _seen(screen: str, token: str) -> str:
    return next(
        token[:length] for length in range(len(token), -1, -1) if length == 0 or token[:length] in screen
    )


def stepping(random: Random, file: Path) -> None:
    """Kill while somebody goes from step to step, and look whether the next start is where the last was."""
    opened = Terminal("--db", str(file), "resume", "--last", environment={})
    try:
        opened.shows("Step ")
        for _ in range(random.randint(1, 6)):
            opened.send(random.choice((F9, F9, F7)))
            opened.read_for(random.uniform(0.0, 0.2))
        opened.signal(signal.SIGKILL)
        opened.ended()
    finally:
        opened.close()
    with Store(file, now) as store:
        last = store.profiles.last()
        assert last is not None
        section = store.profiles.get(last).place.section
    again = Terminal("--db", str(file), "resume", "--last", environment={})
    try:
        again.shows(f"Step {section} of 7")
    finally:
        again.close()


def migrating(random: Random, file: Path) -> None:
    """Kill while a file of an earlier layout is brought to the newest."""
    old = file.with_name("old") / "profiles.db"
    old.parent.mkdir(exist_ok=True)
    layout = random.choice((1, 2, 3))
    shutil.copyfile(LAYOUTS / f"{layout}.db", old)
    _killed(random, old, "list")
    must_be_whole(old)
    with Store(old, now) as store:
        assert store.profiles.count() == 3 + layout, "a profile is gone"
    shutil.rmtree(old.parent)


def _command(name: str, *words: str, status: str = "draft") -> Doing:
    def do(random: Random, file: Path) -> None:
        with Store(file, now) as store:
            made = store.profiles.create(
                dict(GOOD) | {paths.ID_NUMBER: f"84-{random.randrange(10**7):07}"}
            ).id
        if status == "filed":
            _run(file, "filed", made, "--yes")
        if status == "deleted":
            _run(file, "delete", made, "--yes")
        document = file.with_name("answers.json")
        document.write_text(json.dumps(as_document(GOOD)), encoding="utf-8")
        filled = [word.format(id=made, file=document) for word in words]
        _killed(random, file, *filled)

    do.__name__ = name
    return do


COMMANDS = (
    _command("submitting", "submit", "{id}", "--yes", "--anyway"),
    _command("filing", "filed", "{id}", "--yes"),
    _command("deciding", "decide", "{id}", "--yes", "--code", "18602", status="filed"),
    _command("deleting", "delete", "{id}", "--yes"),
    _command("undoing", "undo", status="deleted"),
    _command("importing", "import", "{file}"),
    _command("duplicating", "duplicate", "{id}"),
)


def _run(file: Path, *words: str) -> None:
    subprocess.run(_line(file, words), check=True, capture_output=True, timeout=60)


def _killed(random: Random, file: Path, *words: str) -> None:
    """Run a command and kill it at some moment of the time it takes."""
    process = subprocess.Popen(_line(file, words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0.05, 0.6))
    process.kill()
    process.wait()


def _line(file: Path, words: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "trusthub_tui", "--db", str(file), *words]
