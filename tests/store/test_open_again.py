"""A file that could not be used once can be used again; who else may look into it."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store import backup
from trusthub_tui.store.errors import EmptiedFile, ReadOnlyFile
from trusthub_tui.store.privacy import close_up, wide_open
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_a_file_that_was_read_only_works_again_when_it_is_not(
    opened: Callable[..., Store], open_ground: Path, without_privileges: Any, what: str
) -> None:
    file = open_ground / "profiles.db"
    with without_privileges():
        first = opened(file)
        profile_id = first.profiles.create({paths.BUSINESS_NAME: "Northwind"}).id
        first.close()
        file.chmod(0o400 if what != "folder" else 0o600)
        open_ground.chmod(0o500 if what != "file" else 0o700)
        store = opened(file)
        assert store.read_only
        assert store.profiles.get(profile_id).name == "Northwind"
        with pytest.raises(ReadOnlyFile):
            store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
        file.chmod(0o600)
        open_ground.chmod(0o700)
        store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
        assert not store.read_only
        with opened(file) as other:
            other.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())
        store.close()
        assert opened(file).profiles.get(profile_id).answers[paths.CITY] == "Basel"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_a_reader_left_beside_a_file_it_could_not_write_stands_in_nobodys_way(
    child: Callable[..., Any], opened: Callable[..., Store], open_ground: Path, without_privileges: Any
) -> None:
    file = open_ground / "profiles.db"
    with without_privileges():
        opened(file).close()
        file.chmod(0o400)
        for end in ("-wal", "-shm"):
            file.with_name(file.name + end).touch(0o400)
        file.chmod(0o600)
        store = opened(file)
        assert not store.read_only
        store.profiles.create({paths.BUSINESS_NAME: "Northwind"})
        store.close()
    assert [path.name for path in open_ground.iterdir()] == ["profiles.db"]


def test_a_file_that_is_to_be_read_only_stays_so(opened: Callable[..., Store], file: Path) -> None:
    profile_id = opened(file).profiles.create().id
    store = opened(file, read_only=True)
    with pytest.raises(ReadOnlyFile):
        store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
    assert store.read_only


@pytest.mark.parametrize("read_only", [False, True])
def test_an_empty_file_where_profiles_were_is_told_and_the_log_beside_it_stays(
    opened: Callable[..., Store], child: Callable[..., Any], file: Path, read_only: bool
) -> None:
    process = child(CREATE_AND_WAIT, file)
    assert process.stdout.readline() == "made\n"
    process.kill()
    process.wait()
    log = file.with_name("profiles.db-wal")
    before = log.read_bytes()
    assert before
    os.truncate(file, 0)
    with pytest.raises(EmptiedFile) as told:
        opened(file, read_only=read_only)
    assert "there were profiles in it" in told.value.message
    assert (file.stat().st_size, log.read_bytes()) == (0, before)


@pytest.fixture
def marking(tmp_path: Path) -> None:
    """Only on a disk that can mark files."""
    try:
        os.setxattr(tmp_path, "user.trusthub-tui-test", b"1")
    except (AttributeError, OSError):
        pytest.skip("no file can be marked here")


@pytest.mark.usefixtures("marking")
@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("made", ["used", "restored"])
def test_a_file_that_was_emptied_while_nobody_used_it_is_told(
    opened: Callable[..., Store], file: Path, clock: Any, made: str, read_only: bool
) -> None:
    store = opened(file)
    store.profiles.create()
    if made == "restored":
        store.backup(file.with_name("copy.db"))
    store.close()
    if made == "restored":
        backup.restore(file, file.with_name("copy.db"), clock, 1)
    os.truncate(file, 0)
    with pytest.raises(EmptiedFile):
        opened(file, read_only=read_only)
    assert file.stat().st_size == 0


CREATE_AND_WAIT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 22, tzinfo=UTC))
store.profiles.create({"business_information.business_name": "Northwind"})
print("made", flush=True)
sys.stdin.readline()
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_wide_permissions_are_told_and_mended(opened: Callable[..., Store], tmp_path: Path) -> None:
    file = tmp_path / "trusthub-tui" / "profiles.db"
    store = opened(file)
    store.profiles.create()
    assert wide_open(file) == ()
    file.chmod(0o644)
    file.parent.chmod(0o755)
    log = file.with_name("profiles.db-wal")
    log.chmod(0o660)
    found = wide_open(file)
    assert [(one.path, one.mode, one.better) for one in found] == [
        (file, 0o644, 0o600),
        (log, 0o660, 0o600),
        (file.parent, 0o755, 0o700),
    ]
    close_up(found)
    assert wide_open(file) == ()
    assert [mode(path) for path in (file, log, file.parent)] == [0o600, 0o600, 0o700]
    store.profiles.create()


def test_a_folder_that_is_not_the_programs_own_is_nobodys_business(
    opened: Callable[..., Store], tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    opened(folder / "profiles.db")
    assert wide_open(folder / "profiles.db") == ()
    assert wide_open(folder / "not there.db") == ()


def test_every_folder_that_is_made_is_for_nobody_else(opened: Callable[..., Store], tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        opened(tmp_path / "a" / "b" / "c" / "profiles.db")
    finally:
        os.umask(before)
    assert [mode(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_what_was_deleted_is_not_in_the_file_any_more(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    store = opened(file)
    secret = "Zanzibar Widgets" * 40
    profile_id = store.profiles.create({paths.BUSINESS_NAME: secret, paths.STREET: secret}).id
    store.profiles.create({paths.BUSINESS_NAME: "Northwind"})
    store.profiles.delete(profile_id)
    store.close()
    assert b"Zanzibar" in file.read_bytes()
    clock.forward(31 * 86_400)
    opened(file).close()
    assert b"Zanzibar" not in file.read_bytes()
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("SELECT count(*) FROM profile").fetchone() == (1,)
