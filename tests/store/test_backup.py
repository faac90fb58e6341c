import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store import backup
from trusthub_tui.store.errors import (
    DamagedFile,
    FileBusy,
    ForeignFile,
    MovedFile,
    NewerFile,
    OpenFile,
    StoreError,
    TargetExists,
    Unavailable,
)
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

NAME = paths.BUSINESS_NAME
ASIDE = "profiles.db.replaced-20261122-150000"


def now() -> datetime:
    return datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


def restore(file: Path, copy: Path) -> Path | None:
    return backup.restore(file, copy, now, 0.05)


def names(store: Store) -> list[str]:
    return sorted(line.name for line in store.profiles.lines())


def names_in(file: Path) -> list[str]:
    with Store(file, now) as store:
        store.check()
        return names(store)


def beside(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copies" / "monday.db"


@pytest.fixture
def used(store: Store) -> Store:
    """A file that is open, with a log in which the newest words are."""
    profile_id = store.profiles.create({NAME: "Northwind"}).id
    store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
    return store


def test_a_copy_holds_everything_up_to_the_last_key_in_one_private_file(used: Store, copy: Path) -> None:
    before = os.umask(0o022)
    try:
        used.backup(copy)
    finally:
        os.umask(before)
    assert beside(copy) == ["monday.db"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    used.profiles.create({NAME: "Later"})
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert raw.execute("SELECT text FROM answer ORDER BY text").fetchall() == [("Bern",), ("Northwind",)]


def test_others_may_write_while_a_copy_is_made(
    opened: Callable[..., Store], used: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened(used.path)
    real = backup._fill

    def meanwhile(fresh: Path, act: Callable[[sqlite3.Connection], None]) -> None:
        other.profiles.create({NAME: "Elm"})
        real(fresh, act)
        other.profiles.create({NAME: "Delta"})

    monkeypatch.setattr(backup, "_fill", meanwhile)
    used.backup(copy)
    assert names(used) == ["Delta", "Elm", "Northwind"]
    assert names_in(copy) == ["Elm", "Northwind"]


def test_a_file_that_is_there_is_replaced_only_when_that_was_said(used: Store, copy: Path) -> None:
    copy.parent.mkdir()
    copy.write_text("mine")
    with pytest.raises(TargetExists):
        used.backup(copy)
    assert copy.read_text() == "mine"
    assert beside(copy) == ["monday.db"]
    used.backup(copy, replace=True)
    assert names_in(copy) == ["Northwind"]


def test_the_open_file_and_its_companions_are_never_written_over(used: Store, tmp_path: Path) -> None:
    link, hard = tmp_path / "link.db", tmp_path / "hard.db"
    link.symlink_to(used.path)
    hard.hardlink_to(used.path)
    ours = [used.path.with_name(used.path.name + end) for end in ("", "-wal", "-shm", "-journal")]
    for target in (*ours, link, hard, used.path.parent / ".." / "data" / "profiles.db"):
        assert backup.belongs_to(target, used.path)
        with pytest.raises(OpenFile):
            used.backup(target, replace=True)
        with pytest.raises(OpenFile):
            restore(used.path, target)
    assert not backup.belongs_to(tmp_path / "profiles.db", used.path)
    assert names(used) == ["Northwind"]
    used.check()


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(
    used: Store, open_ground: Path, without_privileges: Any, monkeypatch: pytest.MonkeyPatch, copy: Path
) -> None:
    taken = copy.parent.parent / "taken"
    taken.write_text("mine")
    with pytest.raises(Unavailable):
        used.backup(taken / "copy.db")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError

    monkeypatch.setattr(backup, "_fill", fail)
    with pytest.raises(StoreError):
        used.backup(copy)
    assert beside(copy) == []


def test_what_a_killed_copy_left_is_cleared_away_and_that_of_a_running_one_is_not(
    used: Store, copy: Path, child: Callable[..., Any]
) -> None:
    gone, running = child("pass"), child("input()")
    gone.wait()
    copy.parent.mkdir()
    for process in (gone, running):
        copy.with_name(f".monday.db.{process.pid}-abc.part").write_text("half")
    copy.with_name(f".monday.db.{gone.pid}-abc.part-wal").write_text("half a log")
    used.backup(copy)
    assert beside(copy) == [f".monday.db.{running.pid}-abc.part", "monday.db"]


def test_a_copy_put_back_is_what_was_copied_and_the_newer_file_is_set_aside(used: Store, copy: Path) -> None:
    file = used.path
    used.backup(copy)
    before = copy.read_bytes()
    used.profiles.create({NAME: "Later"})
    used.close()
    aside = restore(file, copy)
    assert aside == file.with_name(ASIDE)
    assert beside(file) == ["profiles.db", ASIDE]
    assert names_in(file) == ["Northwind"]
    assert names_in(aside) == ["Later", "Northwind"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (beside(copy), copy.read_bytes()) == (["monday.db"], before)
    assert restore(file, copy) == file.with_name(f"{ASIDE}-2")


def test_a_log_that_was_left_cannot_bring_old_rows_back(
    opened: Callable[..., Store], used: Store, copy: Path, tmp_path: Path
) -> None:
    used.backup(copy)
    used.profiles.create({NAME: "Later"})
    # As a killed program leaves it: the file, and a log with words in it.
    left = tmp_path / "left" / "profiles.db"
    left.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{used.path}{end}", f"{left}{end}")
    assert left.with_name("profiles.db-wal").stat().st_size
    aside = restore(left, copy)
    assert names_in(left) == ["Northwind"]
    assert aside
    assert names_in(aside) == ["Later", "Northwind"]


def test_a_log_without_its_file_cannot_bring_old_rows_back_either(
    used: Store, copy: Path, tmp_path: Path
) -> None:
    used.backup(copy)
    used.profiles.create({NAME: "Later"})
    left = tmp_path / "left" / "profiles.db"
    left.parent.mkdir()
    shutil.copyfile(f"{used.path}-wal", f"{left}-wal")
    assert restore(left, copy) is None
    assert names_in(left) == ["Northwind"]
    assert beside(left) == ["profiles.db", "profiles.db-wal.replaced-20261122-150000"]


@pytest.mark.parametrize("damage", [b"", b"This is no database. " * 500])
def test_a_copy_can_be_put_in_the_place_of_a_damaged_file_which_stays(
    used: Store, copy: Path, damage: bytes
) -> None:
    file = used.path
    used.backup(copy)
    used.close()
    file.write_bytes(damage)
    aside = restore(file, copy)
    assert aside
    assert aside.read_bytes() == damage or not damage
    assert names_in(file) == ["Northwind"]


def test_a_copy_can_be_put_where_no_file_is(used: Store, copy: Path, tmp_path: Path) -> None:
    used.backup(copy)
    new = tmp_path / "new" / "deep" / "profiles.db"
    assert restore(new, copy) is None
    assert names_in(new) == ["Northwind"]
    assert [stat.S_IMODE(place.stat().st_mode) for place in (new, new.parent, new.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]


def rubbish(copy: Path) -> None:
    copy.write_bytes(b"This is no database. " * 500)


def nothing(copy: Path) -> None:
    copy.write_bytes(b"")


def of_another_program(copy: Path) -> None:
    copy.unlink()
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("CREATE TABLE bookmark (name)")


def newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("PRAGMA user_version = 99")


def cut(copy: Path) -> None:
    os.truncate(copy, copy.stat().st_size // 2)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (rubbish, DamagedFile),
        (nothing, StoreError),
        (of_another_program, ForeignFile),
        (newer, NewerFile),
        (cut, DamagedFile),
        (Path.unlink, Unavailable),
    ],
)
def test_what_is_no_sound_copy_is_refused_and_the_file_stays(
    used: Store, copy: Path, spoil: Callable[[Path], None], told: type[StoreError]
) -> None:
    used.backup(copy)
    spoil(copy)
    with pytest.raises(told) as error:
        restore(used.path, copy)
    assert str(copy) in error.value.message
    assert names(used) == ["Northwind"]
    assert [name for name in beside(used.path) if "replaced" in name or "part" in name] == []


def test_a_copy_of_an_earlier_layout_can_be_put_back(first_layout: Any, file: Path, copy: Path) -> None:
    first_layout.make(copy)
    before = copy.read_bytes()
    restore(file, copy)
    assert len(names_in(file)) == 4
    assert copy.read_bytes() == before


def test_a_window_that_is_open_notices_and_saves_nothing_into_the_old_file(used: Store, copy: Path) -> None:
    used.backup(copy)
    restore(used.path, copy)
    with pytest.raises(MovedFile):
        used.state()
    with pytest.raises(MovedFile):
        used.profiles.create({NAME: "Lost"})


def test_a_file_in_which_another_program_is_writing_is_not_replaced(
    used: Store, copy: Path, child: Callable[..., Any]
) -> None:
    used.backup(copy)
    other = child(HOLD, used.path)
    assert other.stdout.readline() == "held\n"
    used.close()
    with pytest.raises(FileBusy):
        restore(used.path, copy)
    other.kill()
    other.wait()
    assert names_in(used.path) == ["Northwind"]


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE profile SET rank = rank")
print("held", flush=True)
sys.stdin.readline()
"""
