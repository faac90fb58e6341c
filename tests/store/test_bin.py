import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Submission
from trusthub_tui.store.errors import DamagedFile, DiskFull, FileBusy, FileError, NothingToUndo
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

DAY = 86_400
AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
TABLES = ("answer", "submission", "acknowledgement", "carried", "undo_stack", "event", "undoable")


def rows(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as connection:
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("profile", "address", *TABLES)
        }
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return counts


def fill(store: Store) -> str:
    """Make a profile that has a row in every table."""
    profile_id = store.profiles.create().id
    store.profiles.save_address_id(profile_id, store.addresses.save({paths.CITY: "Bern"}))
    store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place(), {paths.CITY: "[]"})
    store.profiles.acknowledge(profile_id, Acknowledgement(paths.CITY, "address.odd", "Bern", "", AT))
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    rejected = Decision(approved=False, decided_at=AT)
    store.submissions.add(Submission(profile_id, 1, {}, AT, "practice", None, rejected), Status.REJECTED)
    return profile_id


def test_what_was_deleted_more_than_30_days_ago_is_gone_with_all_that_belongs_to_it(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    store = opened(file)
    profile_id = fill(store)
    store.profiles.delete(profile_id)
    store.close()
    assert all(rows(file).values())
    clock.forward(30 * DAY - 60)
    opened(file).close()
    assert all(rows(file).values())
    clock.forward(120)
    again = opened(file)
    with pytest.raises(NothingToUndo):
        again.undo.last()
    again.close()
    assert rows(file) == {"profile": 0, "address": 1, **dict.fromkeys(TABLES, 0)}


def test_of_what_is_gone_no_byte_is_left_whatever_the_library_was_built_to_do(
    opened: Callable[..., Store], file: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def careless(*where: Any, **how: Any) -> sqlite3.Connection:
        connection = connect(*where, **how)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", careless)
    store = opened(file)
    profile_id = store.profiles.create({paths.BUSINESS_NAME: "Nobody shall find this"}).id
    store.profiles.delete(profile_id)
    store.close()
    assert b"Nobody shall find this" in file.read_bytes()
    clock.forward(31 * DAY)
    opened(file).close()
    assert b"Nobody shall find this" not in file.read_bytes()


def test_what_is_not_deleted_stays_however_old_it_is(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    store = opened(file)
    kept, brought_back = fill(store), fill(store)
    store.profiles.delete(brought_back)
    store.undo.last()
    before = store.profiles.get(kept), store.submissions.of(kept), store.events.of(kept)
    store.close()
    clock.forward(1000 * DAY)
    store = opened(file)
    assert (store.profiles.get(kept), store.submissions.of(kept), store.events.of(kept)) == before
    assert store.profiles.get(brought_back).answers == {paths.CITY: "Bern"}


def test_what_can_be_taken_back_is_forgotten_after_30_days(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    store = opened(file)
    store.profiles.duplicate(store.profiles.create().id)
    store.close()
    clock.forward(31 * DAY)
    store = opened(file)
    assert store.profiles.count() == 2
    with pytest.raises(NothingToUndo):
        store.undo.last()


def test_a_file_that_is_only_read_keeps_its_bin(opened: Callable[..., Store], file: Path, clock: Any) -> None:
    store = opened(file)
    store.profiles.delete(fill(store))
    store.close()
    clock.forward(31 * DAY)
    opened(file, read_only=True).close()
    assert all(rows(file).values())


@pytest.mark.parametrize("fault", [DiskFull, FileBusy, DamagedFile])
def test_a_bin_that_cannot_be_emptied_just_now_stands_in_nobodys_way(
    opened: Callable[..., Store],
    file: Path,
    clock: Any,
    monkeypatch: pytest.MonkeyPatch,
    fault: type[FileError],
) -> None:
    store = opened(file)
    store.profiles.delete(fill(store))
    store.close()
    clock.forward(31 * DAY)

    def fail(*_: object) -> None:
        raise fault(file)

    monkeypatch.setattr("trusthub_tui.store.database.Database.run", fail)
    opened(file).close()
    monkeypatch.undo()
    assert all(rows(file).values())
    opened(file).close()
    assert rows(file)["profile"] == 0
