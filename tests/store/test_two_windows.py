"""Two windows on one draft: nobody overwrites what he has not seen."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile import paths
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import DiskFull
from trusthub_tui.store.records import Overwritten, Place
from trusthub_tui.store.store import Store
from trusthub_tui.store.windows import Holder, Windows


@pytest.fixture
def profile_id(store: Store) -> str:
    return store.profiles.create({paths.CITY: "Bern", paths.STREET: "Bundesplatz 1"}).id


def on_top(lost: Overwritten) -> str:
    return f"{lost.undo_stack}+{lost.text}"


def test_a_save_that_knows_what_it_replaces_overwrites_nothing(store: Store, profile_id: str) -> None:
    seen = store.profiles.get(profile_id).answers
    saved = store.profiles.save(profile_id, {paths.CITY: "Basel"}, Place(), seen=seen, stacked=on_top)
    assert dict(saved.overwritten) == {}
    assert store.profiles.undo_stack(profile_id, paths.CITY) == ""


@pytest.mark.parametrize(
    ("theirs", "mine", "lost"),
    [
        ({paths.CITY: "Basel"}, {paths.CITY: "Chur"}, {paths.CITY: "Basel"}),
        ({paths.CITY: ""}, {paths.CITY: "Chur"}, {paths.CITY: ""}),
        ({paths.CITY: "Basel"}, {paths.CITY: ""}, {paths.CITY: "Basel"}),
        ({paths.WEBSITE: "https://a.example"}, {paths.WEBSITE: "b"}, {paths.WEBSITE: "https://a.example"}),
        ({paths.CITY: "Chur"}, {paths.CITY: "Chur"}, {}),
        ({paths.STREET: "Marktgasse 2"}, {paths.CITY: "Chur"}, {}),
        (
            {paths.CITY: "Basel", paths.STREET: "Rheinsprung 9"},
            {paths.CITY: "Chur", paths.STREET: "Postplatz", paths.WEBSITE: "c"},
            {paths.CITY: "Basel", paths.STREET: "Rheinsprung 9"},
        ),
    ],
)
def test_what_another_window_wrote_meanwhile_goes_onto_the_undo_stack_and_is_told(
    store: Store, profile_id: str, theirs: dict[str, str], mine: dict[str, str], lost: dict[str, str]
) -> None:
    seen = store.profiles.get(profile_id).answers
    store.profiles.save(profile_id, theirs, Place(), dict.fromkeys(theirs, "theirs"))
    saved = store.profiles.save(
        profile_id, mine, Place(), dict.fromkeys(mine, "mine"), seen=seen, stacked=on_top
    )
    assert dict(saved.overwritten) == lost
    after = store.profiles.get(profile_id).answers
    assert {path: after.get(path, "") for path in mine} == mine
    for path in mine:
        expected = f"theirs+{lost[path]}" if path in lost else "mine"
        assert store.profiles.undo_stack(profile_id, path) == expected


def test_ctrl_z_brings_back_what_the_other_window_had_typed(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    first, second = opened(file), opened(file)
    profile_id = first.profiles.create({paths.CITY: "Bern"}).id
    mine, theirs = (Draft(store, store.profiles.get(profile_id), clock) for store in (first, second))
    theirs.remember(paths.CITY, 5, typing=True)
    assert theirs.write({paths.CITY: "Basel"}, Place(2, paths.CITY, 5))
    mine.remember(paths.CITY, 4, typing=True)
    assert not mine.write({paths.CITY: "Chur"}, Place(2, paths.CITY, 4))
    assert dict(mine.overwritten) == {paths.CITY: "Basel"}
    stack = mine.undo_stack(paths.CITY)
    assert stack.undo(("Chur", 4)) == ("Basel", 5)
    assert stack.undo(("Basel", 5)) == ("Bern", 0)
    again = Draft(second, second.profiles.get(profile_id), clock)
    assert again.answers[paths.CITY] == "Chur"
    assert again.undo_stack(paths.CITY).undo(("Chur", 4)) == ("Basel", 5)
    assert mine.write({paths.CITY: "Chur GR"}, Place(2, paths.CITY, 7))
    assert dict(mine.overwritten) == {}


def test_a_window_that_reloads_undoes_what_the_file_says(
    opened: Callable[..., Store], file: Path, clock: Any
) -> None:
    first, second = opened(file), opened(file)
    profile_id = first.profiles.create({paths.CITY: "Bern"}).id
    mine, theirs = (Draft(store, store.profiles.get(profile_id), clock) for store in (first, second))
    assert mine.undo_stack(paths.CITY).done == []
    theirs.remember(paths.CITY, 5, typing=True)
    theirs.write({paths.CITY: "Basel"}, Place(2, paths.CITY, 5))
    mine.reload()
    assert mine.undo_stack(paths.CITY).undo(("Basel", 5)) == ("Bern", 0)


def test_a_save_that_fails_and_is_tried_again_stacks_the_other_text_once(
    opened: Callable[..., Store], file: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(file)
    profile_id = store.profiles.create({paths.CITY: "Bern"}).id
    mine = Draft(store, store.profiles.get(profile_id), clock)
    opened(file).profiles.save(profile_id, {paths.CITY: "Basel"}, Place())

    def full(*_: object) -> None:
        raise DiskFull(file)

    with monkeypatch.context() as patched:
        patched.setattr("trusthub_tui.store.answers.write_undo_stacks", full)
        mine.write({paths.CITY: "Chur"}, Place(2, paths.CITY, 4))
    assert isinstance(mine.fault, DiskFull)
    mine.save_again()
    assert [text for text, _ in mine.undo_stack(paths.CITY).done] == ["Basel"]
    assert dict(mine.overwritten) == {paths.CITY: "Basel"}


class Desk:
    """Windows of one file, each with a process of its own as far as the store can tell."""

    def __init__(self, file: Path, clock: Any, stack: ExitStack) -> None:
        self.running = {1, 2, 3}
        self._file, self._clock, self._stack = file, clock, stack

    def window(self, pid: int, host: str = "here") -> Windows:
        database = self._stack.enter_context(closing(Database(self._file)))
        runs = self.running.__contains__
        return Windows(database, self._clock, os.urandom, host=host, pid=pid, runs=runs)


@pytest.fixture
def desk(store: Store, clock: Any) -> Iterator[Desk]:
    with ExitStack() as stack:
        yield Desk(store.path, clock, stack)


def pid_of(holder: Holder | None) -> int | None:
    return holder and holder.pid


def test_the_second_window_learns_since_when_and_where_a_draft_is_open(
    desk: Desk, profile_id: str, clock: Any
) -> None:
    first, second = desk.window(1), desk.window(2)
    assert first.open(profile_id) is None
    since = clock.now
    clock.forward(60)
    holder = second.open(profile_id.lower())
    assert holder
    assert (holder.pid, holder.host, holder.here) == (1, "here", True)
    assert 0 <= (since - holder.since).total_seconds() < 5
    assert second.writer(profile_id) == holder
    assert first.open(profile_id) is None


def test_a_window_that_takes_over_writes_and_the_first_notices(desk: Desk, profile_id: str) -> None:
    first, second, third = (desk.window(pid) for pid in (1, 2, 3))
    first.open(profile_id)
    second.open(profile_id)
    third.open(profile_id)
    second.take_over(profile_id)
    assert [pid_of(window.open(profile_id)) for window in (first, second, third)] == [2, None, 2]
    first.take_over(profile_id)
    assert pid_of(second.open(profile_id)) == 1


def test_a_window_whose_process_is_gone_blocks_nobody(desk: Desk, profile_id: str) -> None:
    first, second = desk.window(1), desk.window(2)
    first.open(profile_id)
    assert pid_of(second.open(profile_id)) == 1
    desk.running.remove(1)
    assert second.open(profile_id) is None
    assert second.open(profile_id) is None


def test_a_window_of_another_machine_is_gone_once_it_has_been_silent(
    desk: Desk, profile_id: str, clock: Any
) -> None:
    far, near = desk.window(77, "elsewhere"), desk.window(2)
    far.open(profile_id)
    clock.forward(100)
    assert pid_of(near.open(profile_id)) == 77
    far.open(profile_id)
    clock.forward(100)
    assert pid_of(near.open(profile_id)) == 77
    clock.forward(60)
    assert near.open(profile_id) is None
    assert pid_of(far.open(profile_id)) == 2


def test_a_window_that_closes_or_goes_to_another_draft_blocks_nobody(
    desk: Desk, store: Store, profile_id: str
) -> None:
    other = store.profiles.create().id
    first, second = desk.window(1), desk.window(2)
    first.open(profile_id)
    first.open(other)
    assert second.open(profile_id) is None
    second.close()
    second.close()
    assert first.open(profile_id) is None
    assert second.writer(other) is None


def test_closing_the_file_closes_the_window(
    opened: Callable[..., Store], store: Store, profile_id: str
) -> None:
    other = opened(store.path)
    assert other.windows.open(profile_id) is None
    holder = store.windows.open(profile_id)
    assert holder
    assert holder.here
    other.close()
    assert store.windows.open(profile_id) is None


OPEN_AND_WAIT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 22, 14, tzinfo=UTC))
assert store.windows.open(sys.argv[2]) is None
print("open", flush=True)
sys.stdin.readline()
"""


def test_a_window_that_was_killed_blocks_nobody(
    child: Callable[..., Any], store: Store, profile_id: str
) -> None:
    process = child(OPEN_AND_WAIT, store.path, profile_id)
    assert process.stdout.readline() == "open\n"
    holder = store.windows.open(profile_id)
    assert holder
    assert holder.pid == process.pid
    process.kill()
    process.wait()
    assert store.windows.open(profile_id) is None
