import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.store import open_file
from trusthub_tui.store.errors import ForeignFile, NewerFile
from trusthub_tui.store.migrations import APPLICATION_ID, NEWEST
from trusthub_tui.store.store import Store


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def print_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_nobody_else_may_read_the_file_its_log_or_its_folder(
    opened: Callable[..., Store], file: Path
) -> None:
    before = os.umask(0o022)
    try:
        store = opened(file)
        store.profiles.create()
    finally:
        os.umask(before)
    assert mode(file.parent) == 0o700
    found = {path.name: mode(path) for path in file.parent.iterdir()}
    assert found == {"profiles.db": 0o600, "profiles.db-wal": 0o600, "profiles.db-shm": 0o600}


def test_the_file_is_private_behind_a_link_too(opened: Callable[..., Store], tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "elsewhere" / "real.db")
    opened(link).profiles.create()
    assert mode(tmp_path / "elsewhere" / "real.db") == 0o600


def test_a_folder_that_is_there_keeps_its_mode(opened: Callable[..., Store], tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    opened(folder / "profiles.db")
    assert mode(folder) == 0o755


def test_closing_leaves_one_file_behind(opened: Callable[..., Store], file: Path) -> None:
    store = opened(file)
    store.profiles.create()
    store.close()
    store.close()
    assert [path.name for path in file.parent.iterdir()] == ["profiles.db"]


@pytest.mark.parametrize("name", ["with space.db", "q?mark#100%.db", "日本.db", "-wal"])
def test_any_file_name_will_do(opened: Callable[..., Store], tmp_path: Path, name: str) -> None:
    store = opened(tmp_path / name)
    profile_id = store.profiles.create().id
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert opened(tmp_path / name).profiles.get(profile_id).id == profile_id


def test_a_relative_path_stays_the_same_file_when_the_folder_changes(
    opened: Callable[..., Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    store = opened(Path("profiles.db"))
    monkeypatch.chdir(tmp_path / "b")
    store.profiles.create()
    assert store.path == tmp_path / "a" / "profiles.db"
    assert list((tmp_path / "b").iterdir()) == []


def test_an_empty_file_counts_as_new(opened: Callable[..., Store], tmp_path: Path) -> None:
    file = tmp_path / "profiles.db"
    file.touch()
    store = opened(file)
    made = store.profiles.create()
    assert [line.id for line in store.profiles.lines()] == [made.id]


def test_a_new_file_is_durable_and_says_whose_it_is(opened: Callable[..., Store], file: Path) -> None:
    opened(file).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)


def test_a_file_of_a_newer_version_is_refused_untouched(opened: Callable[..., Store], file: Path) -> None:
    opened(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = print_of(file)
    for read_only in (False, True):
        with pytest.raises(NewerFile) as told:
            opened(file, read_only=read_only)
        assert "newer version" in told.value.message
        assert "Update" in told.value.remedy
    assert print_of(file) == before
    assert [path.name for path in file.parent.iterdir()] == ["profiles.db"]


@pytest.mark.parametrize("version", [0, 1, 7])
def test_the_file_of_another_program_is_refused_untouched(
    opened: Callable[..., Store], tmp_path: Path, version: int
) -> None:
    file = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE profile (id, name)")
        connection.execute(f"PRAGMA user_version = {version}")
    before = print_of(file)
    with pytest.raises(ForeignFile):
        opened(file)
    assert print_of(file) == before


def test_a_connection_is_durable_and_keeps_references_whole(tmp_path: Path) -> None:
    with closing(open_file.for_writing(tmp_path / "profiles.db", 1)) as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}


def test_opening_tries_again_where_sqlite_does_not_wait_by_itself(
    opened: Callable[..., Store], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = sqlite3.OperationalError()
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    answers = iter([busy, busy, None])
    paused: list[float] = []

    def switch(connection: sqlite3.Connection) -> None:
        if error := next(answers):
            raise error
        connection.execute("PRAGMA journal_mode = WAL").fetchone()

    monkeypatch.setattr(open_file, "_switch_to_log", switch)
    monkeypatch.setattr("trusthub_tui.store.open_file.time.sleep", paused.append)
    opened(file).profiles.create()
    assert len(paused) == 2


OPEN_AND_CREATE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.store import Store
print("ready", flush=True)
sys.stdin.readline()
for path in sys.argv[1:]:
    with Store(Path(path), lambda: datetime.now(UTC)) as store:
        store.profiles.create()
print("done", flush=True)
"""


def test_processes_that_race_to_open_a_new_file_all_succeed(
    child: Callable[..., Any], opened: Callable[..., Store], tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}" / "profiles.db" for number in range(12)]
    racers = [child(OPEN_AND_CREATE, *files) for _ in range(4)]
    assert [racer.stdout.readline() for racer in racers] == ["ready\n"] * 4
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    assert [racer.stdout.readline() for racer in racers] == ["done\n"] * 4
    assert [opened(file).profiles.count() for file in files] == [4] * 12


def test_windows_of_one_process_do_not_disturb_each_other(opened: Callable[..., Store], file: Path) -> None:
    windows = [opened(file) for _ in range(5)]
    for window in windows:
        window.profiles.create()
    for window in windows[:-1]:
        window.close()
    assert windows[-1].profiles.count() == 5
    windows[-1].profiles.create()
    assert windows[-1].profiles.count() == 6


LOOK_AND_CLOSE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM profile").fetchone()[0])
connection.close()
"""


def test_a_second_window_does_not_let_go_of_the_locks_of_the_first(
    opened: Callable[..., Store], child: Callable[..., Any], file: Path
) -> None:
    first = opened(file)
    first.profiles.create()
    opened(file)
    # A process that takes itself for the last one to close the file would throw the log away.
    assert child(LOOK_AND_CLOSE, file).communicate()[0] == "1\n"
    assert open_file.log_of(file).exists()
    first.profiles.create()
    assert child(LOOK_AND_CLOSE, file).communicate()[0] == "2\n"
