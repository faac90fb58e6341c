"""An open window notices what becomes of the file."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.errors import DamagedFile, EmptiedFile, MovedFile, StoreError
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store


@pytest.fixture
def profile_id(store: Store) -> str:
    return store.profiles.create({paths.CITY: "Bern"}).id


def test_nothing_has_changed_while_nobody_did_anything(store: Store, profile_id: str) -> None:
    state = store.state()
    assert store.state() == state
    store.profiles.get(profile_id)
    assert store.state() == state


def test_what_the_window_itself_saves_is_no_change(store: Store, profile_id: str) -> None:
    state = store.state()
    # Enough for SQLite to move the log into the file once or twice.
    for number in range(1500):
        store.profiles.save(profile_id, {paths.CITY: f"{number}"}, Place())
    assert store.path.stat().st_size > 4096
    assert store.state() == state


@pytest.mark.parametrize(
    "act",
    [
        lambda other, profile_id: other.profiles.save(profile_id, {paths.CITY: "Basel"}, Place()),
        lambda other, profile_id: other.profiles.delete(profile_id),
        lambda other, _: other.addresses.save({paths.CITY: "Bern"}),
        lambda other, _: other.preferences.set("theme", "dark"),
    ],
)
def test_whatever_another_window_saves_is_noticed_once(
    opened: Callable[..., Store], store: Store, profile_id: str, act: Callable[[Store, str], object]
) -> None:
    other = opened(store.path)
    state = store.state()
    act(other, profile_id)
    assert store.state() != state
    assert store.state() == store.state()


def test_a_file_that_is_only_read_notices_too(
    opened: Callable[..., Store], store: Store, profile_id: str
) -> None:
    reader = opened(store.path, read_only=True)
    state = reader.state()
    store.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())
    assert reader.state() != state


def moved(file: Path) -> None:
    file.rename(file.with_name("elsewhere.db"))


def replaced(file: Path) -> None:
    copy = file.with_name("copy.db")
    shutil.copyfile(file, copy)
    copy.replace(file)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 4096 * 3)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def overwritten(file: Path) -> None:
    with file.open("r+b") as raw:
        raw.write(b"This is no database. " * 3000)


def pages_overwritten(file: Path) -> None:
    with file.open("r+b") as raw:
        for offset in range(8192, file.stat().st_size, 8192):
            raw.seek(offset)
            raw.write(b"\xa5" * 4096)


WAYS = [
    (moved, MovedFile),
    (Path.unlink, MovedFile),
    (replaced, MovedFile),
    (cut, DamagedFile),
    (emptied, EmptiedFile),
    (overwritten, DamagedFile),
    (pages_overwritten, DamagedFile),
]


@pytest.fixture
def settled(opened: Callable[..., Store], store: Store, profile_id: str) -> Store:
    """A store whose words are all in the file, none in the log."""
    store.close()
    return opened(store.path)


@pytest.mark.parametrize(("harm", "told"), WAYS)
def test_a_file_that_was_cut_overwritten_or_taken_away_is_noticed_and_never_said_to_be_saved(
    settled: Store, profile_id: str, harm: Callable[[Path], None], told: type[StoreError]
) -> None:
    _later(settled.path, harm)
    with pytest.raises(told):
        settled.state()
    with pytest.raises(told):
        settled.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())


def _later(file: Path, harm: Callable[[Path], None]) -> None:
    """Do harm so that it is later than the last save, however coarse the clock of the disk is."""
    before = file.stat().st_mtime_ns
    harm(file)
    if file.exists():
        os.utime(file, ns=(before + 10**9, before + 10**9))


def test_a_sound_file_written_over_this_one_is_read_anew(
    opened: Callable[..., Store], settled: Store, profile_id: str, tmp_path: Path, clock: Any
) -> None:
    with Store(tmp_path / "other.db", clock) as other:
        other.profiles.create({paths.BUSINESS_NAME: "Elm"})
    assert settled.profiles.count() == 1
    state = settled.state()
    _later(settled.path, lambda file: file.write_bytes((tmp_path / "other.db").read_bytes()))
    assert settled.state() != state
    assert [line.name for line in settled.profiles.lines()] == ["Elm"]
    settled.profiles.create({paths.BUSINESS_NAME: "Delta"})
    settled.check()
    settled.close()
    assert opened(settled.path).profiles.count() == 2
