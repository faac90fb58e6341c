"""Files that are damaged or of another age: always a sentence, and not a byte is changed unasked."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from click.testing import CliRunner

from tests.attacks.attack import Kind, Trial, now
from tests.attacks.screens import at_start
from tests.attacks.states import must_be_whole
from tests.support import crowd
from tests.support.first_layout import LAYOUTS
from trusthub_tui.cli.command_line import main
from trusthub_tui.store.migrations import NEWEST
from trusthub_tui.store.store import Store

PAGE: Final = 4096

_READING: Final = (("doctor",), ("doctor", "--json"), ("list",), ("list", "--json"), ("show", "0000"))


@cache
def _sources() -> tuple[bytes, ...]:
    """Return sound files: of the newest layout, small and large, and of each layout there was."""
    with TemporaryDirectory() as folder:
        made = []
        for profiles in (3, 20, 150):
            file = Path(folder) / f"{profiles}.db"
            crowd.fill(file, profiles)
            made.append(file.read_bytes())
    return (*made, *((LAYOUTS / f"{n}.db").read_bytes() for n in range(1, NEWEST)))


def _damaged(damage: Callable[[bytes, Random], bytes]) -> Kind:
    """Return a kind that damages a file, looks at it with what reads, and recovers what can be had."""

    def kind(trial: Trial) -> None:
        content = damage(trial.random.choice(_sources()), trial.random)
        _look(trial, content)
        _recover(trial, content)
        if trial.random.random() < 0.1 and not trial.short:
            _show(trial, content)

    kind.__name__ = damage.__name__
    return kind


def _look(trial: Trial, content: bytes) -> None:
    for words in _READING:
        _put(trial.file, content)
        _run(trial.file, *words)
        if words[0] == "doctor":
            assert trial.file.read_bytes() == content, "the file was changed"
            beside = [path.name for path in trial.folder.iterdir() if path != trial.file]
            assert not beside, f"left beside it: {beside}"
    _put(trial.file, content)


def _recover(trial: Trial, content: bytes) -> None:
    """What the doctor says was had is in the new file, profile by profile; the old one is whole, aside."""
    recoverable = json.loads(_called(trial.file, "doctor", "--json").stdout)["recoverable"]
    new = trial.folder / "new.db"
    assert _run(trial.file, "doctor", "--recover", str(new)) != 0, "done without a yes"
    assert trial.file.read_bytes() == content, "the file was changed before the user agreed"
    done = _called(trial.file, "doctor", "--recover", str(new), "--yes", "--json")
    assert (done.exit_code == 0) == recoverable, "it was recovered, or not, against what the doctor said"
    if not recoverable:
        assert trial.file.read_bytes() == content, "the file was changed"
        return
    (aside,) = trial.folder.glob("profiles.db.replaced-*")
    assert aside.read_bytes() == content, "the file that was set aside is not whole"
    _must_hold(new, json.loads(done.stdout), trial)
    assert _run(new, "doctor") == 0, "what was recovered is not sound"


def _must_hold(new: Path, told: Any, trial: Trial) -> None:
    must_be_whole(new, recovered=True)
    with Store(new, now) as store:
        for profile in told["profiles"]:
            sent = () if profile["deleted"] else store.submissions.of(profile["id"])
            if not profile["deleted"]:
                there = store.profiles.get(profile["id"])
                assert (len(there.answers), len(sent)) == (profile["answers"], profile["submissions"])
            versions = [one.version for one in sent]
            gaps = set(range(1, max(versions, default=0) + 1)) - set(versions)
            assert not gaps or profile["unread"] or told["unread"], f"nobody says that {gaps} are gone"
    trial.more("recovered", len(told["profiles"]))
    trial.more("unread", len(told["lost"]) + sum(bool(one["unread"]) for one in told["profiles"]))


def _show(trial: Trial, content: bytes) -> None:
    """Open the list on the screen: it shows what it can, or ends with a sentence."""
    for left in trial.folder.iterdir():
        left.unlink()
    _put(trial.file, content)
    with at_start(trial.file, *trial.random.choice(((), ("resume", "--last")))) as opened:
        opened.read_for(1.5)
        opened.send("\x11")
        opened.read_for(0.3)
        if opened.process.poll() is None:
            opened.send("\x1b[D\r")
        opened.ended()
        assert opened.restored
        assert b"Traceback" not in opened.written


def _put(file: Path, content: bytes) -> None:
    for path in file.parent.iterdir():
        path.unlink()
    file.write_bytes(content)


def _run(file: Path, *words: str) -> int:
    return int(_called(file, *words).exit_code)


def _called(file: Path, *words: str) -> Any:
    result = CliRunner().invoke(main, ["--db", str(file), *words])
    assert isinstance(result.exception, SystemExit | None), f"{words}: {result.exception!r}"
    assert result.exit_code in (0, 1, 2, 3, 4), f"{words} ended with {result.exit_code}"
    assert "Traceback" not in result.output + result.stderr
    return result


def older(trial: Trial) -> None:
    """Use a file of an earlier layout: everything is there, and no copy is left of what was made before."""
    layout = trial.random.randint(1, NEWEST - 1)
    shutil.copyfile(LAYOUTS / f"{layout}.db", trial.file)
    content = trial.file.read_bytes()
    assert _run(trial.file, "doctor") == 0
    assert trial.file.read_bytes() == content, "the doctor changed a file of an earlier layout"
    before = _answers(trial.file)
    assert _run(trial.file, "list") == 0
    must_be_whole(trial.file)
    after = _answers(trial.file)
    assert before <= after, f"of layout {layout} is missing: {len(before - after)} answers"
    assert [path for path in trial.folder.iterdir() if path != trial.file] == [], "the copy is still there"


def _answers(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as raw:
        return set(raw.execute("SELECT path, text FROM answer"))


def truncated(content: bytes, random: Random) -> bytes:
    """Cut the end off."""
    return content[: random.randrange(1, len(content))]


def flipped(content: bytes, random: Random) -> bytes:
    """Flip some bits."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 300)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def overwritten(content: bytes, random: Random) -> bytes:
    """Fill some pages with noise, zeros or each other."""
    changed = bytearray(content)
    pages = len(changed) // PAGE
    for _ in range(random.randint(1, 6)):
        at, other = random.randrange(pages) * PAGE, random.randrange(pages) * PAGE
        changed[at : at + PAGE] = random.choice(
            (random.randbytes(PAGE), bytes(PAGE), content[other : other + PAGE])
        )
    return bytes(changed)


def with_a_bad_header(content: bytes, random: Random) -> bytes:
    """Change some of the first hundred bytes."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(100)] = random.randrange(256)
    return bytes(changed)


def garbage(content: bytes, random: Random) -> bytes:
    """Something else altogether."""
    return random.randbytes(random.randrange(1, 100_000))


def garbage_behind_a_header(content: bytes, random: Random) -> bytes:
    """Only the first hundred bytes are right."""
    return content[:100] + random.randbytes(len(content) - 100)


def foreign(content: bytes, random: Random) -> bytes:
    """A sound file of another program."""
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE profile (id)")
        other.execute(f"PRAGMA application_id = {random.choice((0, 7))}")
        other.execute(f"PRAGMA user_version = {random.choice((0, 4, 99))}")
        other.commit()
        return other.serialize()


def newer(content: bytes, random: Random) -> bytes:
    """A file of a layout that is not invented yet."""
    return content[:60] + random.randint(5, 1 << 20).to_bytes(4, "big") + content[64:]


def untouched(content: bytes, random: Random) -> bytes:
    """A sound file, of the newest layout or an earlier one."""
    return content


KINDS: Final[tuple[Kind, ...]] = (
    *map(_damaged, (truncated, flipped, overwritten, with_a_bad_header, garbage, garbage_behind_a_header)),
    *map(_damaged, (foreign, newer, untouched)),
    older,
)
