"""Files that are damaged in every way: always a sentence, never a traceback, and not a byte is changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from click.testing import CliRunner

from tests.attacks.attack import Outcome, Surroundings
from tests.support import crowd
from tests.support.first_layout import LAYOUTS
from trusthub_tui.cli import main

PAGE: Final = 4096


def attack(given: Surroundings) -> Outcome:
    """Damage a file, look at it with every command that reads, recover it; a new damage each time."""
    outcome = Outcome()
    sources = [
        _made(given.folder / "made.db"),
        *(LAYOUTS.joinpath(f"{n}.db").read_bytes() for n in (1, 2, 3)),
    ]
    while given.going():
        damage = DAMAGES[outcome.tried % len(DAMAGES)]
        folder = given.folder / f"{outcome.tried}"
        folder.mkdir()
        with outcome.trial(damage.__name__):
            _try(folder / "profiles.db", damage(given.random.choice(sources), given.random))
        for left in folder.iterdir():
            left.unlink()
    return outcome


def _made(file: Path) -> bytes:
    crowd.fill(file, 20)
    return file.read_bytes()


def _try(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    for words in (("doctor",), ("doctor", "--json"), ("list",), ("list", "--json"), ("show", "0000")):
        _run(file, *words)
        if words[0] == "doctor":
            assert file.read_bytes() == content, "the file was changed"
            assert [path.name for path in file.parent.iterdir()] == [file.name], (
                "something was left beside it"
            )
        file.write_bytes(content)
        for path in file.parent.iterdir():
            if path != file:
                path.unlink()
    if _run(file, "doctor", "--recover", str(file.with_name("new.db")), "--yes") == 0:
        (aside,) = file.parent.glob("profiles.db.replaced-*")
        assert aside.read_bytes() == content, "the file that was set aside is not whole"
        assert _run(file.with_name("new.db"), "doctor") == 0, "what was recovered is not sound"
        assert _run(file.with_name("new.db"), "list") == 0
    else:
        assert file.read_bytes() == content, "the file was changed"


def _run(file: Path, *words: str) -> int:
    result = CliRunner().invoke(main, ["--db", str(file), *words])
    assert isinstance(result.exception, SystemExit | None), f"{words}: {result.exception!r}"
    assert result.exit_code in (0, 1, 2, 3, 4), f"{words} ended with {result.exit_code}"
    assert "Traceback" not in result.output + result.stderr
    return result.exit_code


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


DAMAGES: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    *(truncated, flipped, overwritten, with_a_bad_header, garbage, garbage_behind_a_header),
    *(foreign, newer, untouched),
)
